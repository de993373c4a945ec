using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Pipeline;

namespace Barometre.WebApi.Shared.Requests;

/// <summary>Reads what a request says beside its body, If-Match and Idempotency-Key, into the caller, and refuses addresses whose text could not be kept.</summary>
internal sealed class RequestHeaders(RequestDelegate next)
{
    public const string IdempotencyKey = "Idempotency-Key";
    private const int LongestKey = 200;

    public async Task InvokeAsync(HttpContext context, Caller caller)
    {
        foreach (var (name, values) in context.Request.Query)
        {
            if (!WireText.CanBeKept(name) || !values.All(value => WireText.CanBeKept(value ?? "")))
            {
                throw new RequestRefused(RequestErrors.BadText, WireText.CanBeKept(name) ? name : null);
            }
        }

        if (context.Request.Headers.IfMatch.Count > 0)
        {
            ReadIfMatch(context.Request.Headers.IfMatch.ToString(), caller);
        }

        if (HttpMethods.IsPost(context.Request.Method) && context.Request.Headers.TryGetValue(IdempotencyKey, out var key))
        {
            caller.Repeatable = await RepeatableAsync(context, key.ToString());
        }

        await next(context);
    }

    private static void ReadIfMatch(string text, Caller caller)
    {
        if (text.Trim() == "*")
        {
            caller.ExpectsAnyVersion = true;
            return;
        }

        // One strong tag. A weak one never matches an edit (RFC 9110, 13.1.1), and of several we could not tell which was read.
        if (!EntityTagHeaderValue.TryParse(text, out var tag) || tag.IsWeak)
        {
            throw new RequestRefused(RequestErrors.BadIfMatch, "If-Match");
        }

        caller.ExpectedVersion = int.TryParse(tag.Tag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
    }

    private static async Task<Repeatable> RepeatableAsync(HttpContext context, string key)
    {
        if (key.Length is 0 or > LongestKey || !key.All(character => character is > ' ' and < '\u007f'))
        {
            throw new RequestRefused(RequestErrors.BadIdempotencyKey, IdempotencyKey);
        }

        // The body is at most 1 MB (a longer one throws here, and answers 413); read ahead, it is read again by the endpoint.
        context.Request.EnableBuffering(Host.LargestBody, Host.LargestBody);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}\n"));
        var buffer = new byte[16 * 1024];
        for (int read; (read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
        }

        context.Request.Body.Position = 0;
        var address = context.Connection.RemoteIpAddress?.GetAddressBytes() ?? [];
        return new Repeatable(key, hash.GetHashAndReset(), SHA256.HashData(address));
    }
}
