using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Barometre.Domain.Shared;

namespace Barometre.WebApi.Shared.Requests;

/// <summary>A failure as RFC 9457 tells it.</summary>
/// <param name="Type">Names the kind of failure: <c>urn:barometre:problem:</c> and the code.</param>
/// <param name="Title">What happened, what is safe, what to do, in the caller's language.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Stable; branch on it. All codes: docs/api/errors.md.</param>
/// <param name="TraceId">Quote it when asking for help.</param>
/// <param name="Errors">The fields concerned, when they are known.</param>
internal sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Code,
    string TraceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FieldProblem>? Errors)
{
    public const string ContentType = "application/problem+json";

    /// <summary>Answers with a problem, whatever the request said it accepts: a failure is never without words.</summary>
    public static Task WriteAsync(HttpContext context, int status, Error error, IReadOnlyList<FieldProblem>? fields = null, IEnumerable<object>? arguments = null)
    {
        var problem = new Problem(
            $"urn:barometre:problem:{error.Code}",
            error.In(CultureInfo.CurrentUICulture, arguments ?? []),
            status,
            error.Code,
            TraceOf(context),
            fields);
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(problem, Json, ContentType, context.RequestAborted);
    }

    /// <summary>What a log line and an answer about the same request have in common.</summary>
    public static string TraceOf(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
}

/// <summary>One field that is not as it should be.</summary>
/// <param name="Pointer">Where in the body, as a JSON pointer; null when it is a parameter.</param>
/// <param name="Parameter">The name of the address's or the query's parameter, or of the header; null when it is in the body.</param>
/// <param name="Code">Stable; branch on it.</param>
/// <param name="Detail">What is expected, in the caller's language.</param>
internal sealed record FieldProblem(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Pointer,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Parameter,
    string Code,
    string Detail)
{
    public static FieldProblem In(string pointer, Error error) => new(pointer, null, error.Code, error.In(CultureInfo.CurrentUICulture));

    public static FieldProblem Of(string parameter, Error error) => new(null, parameter, error.Code, error.In(CultureInfo.CurrentUICulture));
}

/// <summary>A request refused at the edge, with what is wrong with it; <paramref name="parameter"/> names the header or query parameter.</summary>
internal sealed class RequestRefused(Error error, string? parameter = null) : Exception(error.Code)
{
    public Error Error { get; } = error;

    public string? Parameter { get; } = parameter;
}
