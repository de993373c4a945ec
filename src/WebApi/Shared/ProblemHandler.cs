using System.Globalization;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Barometre.WebApi.Shared.Requests;
using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;

namespace Barometre.WebApi.Shared;

/// <summary>Turns every failure into a problem with a stable <c>code</c>, in the caller's language, without a word of anybody's, neither in the answer nor in the log.</summary>
internal sealed class ProblemHandler(IStoreFailures store, ILogger<ProblemHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var failure = store.Translate(exception);
        // Where it came from, as it was: the exception middleware has taken endpoint and route off the request by now.
        var before = httpContext.Features.Get<IExceptionHandlerFeature>();
        var (status, error, fields) = Answer(failure, httpContext, before?.RouteValues ?? []);
        var trace = Problem.TraceOf(httpContext);
        if (status == StatusCodes.Status500InternalServerError)
        {
            // The kinds and where they were thrown; messages may quote what somebody wrote.
            logger.LogError("Failed ({TraceId}): {Failure}", trace, Kinds(exception));
        }
        else
        {
            logger.LogInformation("Refused {Route} with {Status} {Code} ({TraceId})", (before?.Endpoint as RouteEndpoint)?.RoutePattern.RawText, status, error.Code, trace);
        }

        if (status == StatusCodes.Status503ServiceUnavailable || ReferenceEquals(error, SharedErrors.Concurrent) || ReferenceEquals(error, SharedErrors.InFlight))
        {
            httpContext.Response.Headers.RetryAfter = "1";
        }

        if (failure is TooManyAttempts attempts)
        {
            httpContext.Response.Headers.RetryAfter = attempts.RetryAfter.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);
        }

        await Problem.WriteAsync(httpContext, status, error, fields, (failure as RuleViolation)?.Arguments);
        return true;
    }

    private static (int Status, Error Error, IReadOnlyList<FieldProblem>? Fields) Answer(Exception failure, HttpContext context, RouteValueDictionary route) => failure switch
    {
        NotSignedIn unknown => (401, unknown.Error ?? RequestErrors.NotSignedIn, null),
        TooManyAttempts tired => (429, tired.Error, null),
        NotFound => (404, RequestErrors.NotFound, null),
        Forbidden refused => (403, refused.Error, null),
        RuleViolation broken => (409, broken.Error, null),
        KeyReused => (422, RequestErrors.KeyReused, null),
        VersionMismatch mismatch => mismatch.Missing ? (428, RequestErrors.VersionMissing, null) : (412, RequestErrors.VersionDiffers, null),
        LostRace => context.RequestServices.GetRequiredService<Caller>() is { ComparedVersions: true, ExpectsAnyVersion: false } ? (412, RequestErrors.VersionDiffers, null) : (409, SharedErrors.Concurrent, null),
        StoreUnavailable => (503, SharedErrors.Unavailable, null),
        ValidationException invalid => (400, RequestErrors.Invalid, [.. invalid.Errors.Select(field => Field(field, context.Request, route))]),
        RequestRefused refused => (400, refused.Error, refused.Parameter is null ? null : [FieldProblem.Of(refused.Parameter, refused.Error)]),
        BadHttpRequestException unreadable => Unreadable.Read(unreadable, route),
        _ => (500, RequestErrors.Failed, null),
    };

    private static FieldProblem Field(FluentValidation.Results.ValidationFailure failure, HttpRequest request, RouteValueDictionary route)
    {
        var code = ValidationTexts.CodeOf(failure.ErrorCode);
        var name = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(failure.PropertyName);
        // A reading has no body: what it lacks is a parameter too.
        var outside = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || route.ContainsKey(name) || request.Query.ContainsKey(name);
        return outside ? new FieldProblem(null, name, code, failure.ErrorMessage) : new FieldProblem(Unreadable.PointerOfMember(failure.PropertyName), null, code, failure.ErrorMessage);
    }

    private static string Kinds(Exception? failure)
    {
        List<string> parts = [];
        for (; failure is not null; failure = failure.InnerException)
        {
            var state = (failure as System.Data.Common.DbException)?.SqlState;
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{failure.GetType().FullName} {state}\n{failure.StackTrace}"));
        }

        return string.Join("\nbecause of ", parts);
    }
}

internal static class ProblemSetup
{
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddExceptionHandler<ProblemHandler>();
        // Binding reports what is wrong with a request, in production as in development; ProblemHandler says it without quoting the request.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        ValidationTexts.Use();
    }

    /// <summary>Failures thrown, and bare statuses (no such route, no such method, nobody signed in), all as problems.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => Problem.WriteAsync(
            context.HttpContext, context.HttpContext.Response.StatusCode, RequestErrors.Of(context.HttpContext.Response.StatusCode)));
    }
}
