using System.Net.Http.Headers;
using System.Text;

namespace Barometre.IntegrationTests.Contract.Fuzz;

/// <summary>One request to send, and what is odd about it.</summary>
internal sealed record FuzzCase(ContractOperation Operation, string Method, string Address, string Oddity)
{
    public byte[]? Body { get; init; }

    /// <summary>Null sends a body without saying what it is.</summary>
    public string? ContentType { get; init; } = "application/json";

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The address or the method may lead to no operation, or to another one: its answer is not this operation's to document.</summary>
    public bool Elsewhere { get; init; }

    public HttpRequestMessage Request()
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(Address, UriKind.Relative));
        if (Body is not null)
        {
            request.Content = new ByteArrayContent(Body);
            // Asks first: a body that is too large is refused before it is sent, not in the middle.
            request.Headers.ExpectContinue = Body.Length > 1024 * 1024;
            request.Content.Headers.ContentType = ContentType is null ? null : MediaTypeHeaderValue.Parse(ContentType);
        }

        foreach (var (name, value) in Headers)
        {
            if (name.StartsWith("Content-", StringComparison.Ordinal))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
                continue;
            }

            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
