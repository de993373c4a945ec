using System.Text.Json;
using System.Text.RegularExpressions;
using Barometre.Domain.Shared;

namespace Barometre.WebApi.Shared.Requests;

/// <summary>Says what made a request unreadable, and where, from what the framework's binding reports.</summary>
/// <remarks>The framework tells several kinds of failure apart in its messages only; ProblemTests holds each of them, so that a change of words is seen.</remarks>
internal static partial class Unreadable
{
    /// <summary>Status, error and field of a request that could not be bound.</summary>
    public static (int Status, Error Error, IReadOnlyList<FieldProblem>? Fields) Read(BadHttpRequestException failure, RouteValueDictionary route)
    {
        if (failure.StatusCode != StatusCodes.Status400BadRequest)
        {
            return (failure.StatusCode, RequestErrors.Of(failure.StatusCode), null);
        }

        if (failure.InnerException is JsonException json)
        {
            var (error, fields) = Read(json);
            return (400, error, fields);
        }

        var parameter = ParameterName().Match(failure.Message).Groups["name"].Value;
        if (parameter.Length > 0 && route.ContainsKey(parameter))
        {
            // An id that is no id names nothing.
            return (404, RequestErrors.NotFound, null);
        }

        return failure.Message.Contains("body", StringComparison.Ordinal)
            ? (400, RequestErrors.BodyMissing, null)
            : (400, parameter.Length > 0 ? RequestErrors.BadParameter : RequestErrors.Malformed, parameter.Length > 0 ? [FieldProblem.Of(parameter, RequestErrors.BadParameter)] : null);
    }

    private static (Error Error, IReadOnlyList<FieldProblem>? Fields) Read(JsonException failure)
    {
        var (message, pointer) = (failure.Message, Pointer(failure.Path));
        if (message.StartsWith(WireText.Refusal, StringComparison.Ordinal))
        {
            return At(RequestErrors.BadText, pointer);
        }

        if (message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
        {
            return At(RequestErrors.UnknownMember, Under(pointer, Quoted().Match(message).Groups["name"].Value));
        }

        if (message.Contains("missing required properties", StringComparison.Ordinal))
        {
            var names = Quoted().Matches(message[message.IndexOf("including", StringComparison.Ordinal)..]).Select(match => match.Groups["name"].Value);
            return (RequestErrors.MissingMember, [.. names.Select(name => FieldProblem.In(Under(pointer, name), RequestErrors.MissingMember))]);
        }

        if (message.StartsWith("Duplicate property", StringComparison.Ordinal))
        {
            return At(RequestErrors.DuplicateMember, Under(pointer, Quoted().Match(message).Groups["name"].Value));
        }

        if (message.Contains("doesn't allow null values", StringComparison.Ordinal))
        {
            return At(RequestErrors.MissingMember, pointer);
        }

        // Only a failure of conversion: the reader's own carry a line and a position of text that is not JSON.
        return message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal)
            ? At(RequestErrors.WrongType, pointer)
            : (RequestErrors.MalformedJson, null);
    }

    private static (Error Error, IReadOnlyList<FieldProblem>? Fields) At(Error error, string pointer) => (error, [FieldProblem.In(pointer, error)]);

    // The path of an unknown or repeated member may name it already.
    private static string Under(string pointer, string name)
    {
        var token = "/" + Escaped(name);
        return name.Length == 0 || pointer.EndsWith(token, StringComparison.Ordinal) ? pointer : pointer + token;
    }

    /// <summary><c>$.answers[3].rating</c> → <c>/answers/3/rating</c>.</summary>
    public static string Pointer(string? path) =>
        string.Concat(PathStep().Matches(path ?? "").Select(step => "/" + Escaped(step.Groups["quoted"].Success ? step.Groups["quoted"].Value : step.Groups["plain"].Value)));

    /// <summary><c>Answers[3].Rating</c> → <c>/answers/3/rating</c>.</summary>
    public static string PointerOfMember(string member) =>
        string.Concat(member.Split('.', '[', ']').Where(part => part.Length > 0).Select(part => "/" + Escaped(JsonNamingPolicy.CamelCase.ConvertName(part))));

    private static string Escaped(string token) => token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    [GeneratedRegex(@"parameter ""(?:[^""]* )?(?<name>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ParameterName();

    [GeneratedRegex(@"'(?<name>[^']*)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\['(?<quoted>[^']*)'\]|\[(?<plain>\d+)\]|\.(?<plain>[^.\[]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PathStep();
}
