using System.Diagnostics;
using System.Globalization;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Barometre.WebApi.Shared;

/// <summary>Turns every failure into an RFC 9457 problem with a stable <c>code</c>, in the caller's language, without a word of anybody's.</summary>
internal sealed class ProblemHandler(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = ProblemOf(exception);
        httpContext.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem, Exception = exception });
    }

    private static ProblemDetails ProblemOf(Exception exception) => exception switch
    {
        NotSignedIn => Problem(401, "access.not-signed-in", "Personne n’est connecté, ou la session est terminée.", "Nobody is signed in, or the session has ended."),
        NotFound => Problem(404, "access.not-found", "Ce qui est demandé n’existe pas ou ne vous est pas ouvert.", "What was asked for is not there or is not open to you."),
        Forbidden refused => Problem(403, refused.Error),
        RuleViolation broken => Problem(409, broken.Error, [.. broken.Arguments]),
        ValidationException => Problem(400, "request.invalid", "La demande n’a pas la forme attendue. Rien n’a été changé.", "The request does not have the expected form. Nothing was changed."),
        BadHttpRequestException bad => Problem(bad.StatusCode, "request.malformed", "La demande n’a pas pu être lue. Rien n’a été changé.", "The request could not be read. Nothing was changed."),
        _ => Problem(500, "request.failed", "Une erreur est survenue de notre côté. Rien n’a été changé.", "Something went wrong on our side. Nothing was changed."),
    };

    private static ProblemDetails Problem(int status, Error error, object[]? arguments = null) =>
        Problem(status, error.Code, string.Format(CultureInfo.CurrentCulture, error.French, arguments ?? []), string.Format(CultureInfo.CurrentCulture, error.English, arguments ?? []));

    private static ProblemDetails Problem(int status, string code, string french, string english) => new()
    {
        Status = status,
        Title = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? french : english,
        Extensions = { ["code"] = code, ["traceId"] = Activity.Current?.Id },
    };
}

internal static class ProblemSetup
{
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemHandler>();
    }
}
