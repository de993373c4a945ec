using System.Globalization;
using Barometre.Application.Shared;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Barometre.WebApi.Shared.Requests;

/// <summary>What every answer says to caches and browsers: keep nothing, guess nothing, frame nothing, and in which language it speaks.</summary>
internal sealed class ResponseHeaders(RequestDelegate next)
{
    /// <summary>Nothing of the API is a page: a browser that shows an answer loads and runs nothing.</summary>
    private const string NoPage = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>The Swagger page loads its own files only; it sets styles inline and shows images from data.</summary>
    private const string SwaggerPage =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // The language outlives this method only as a value: the callback runs where it no longer flows.
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        context.Response.OnStarting(() =>
        {
            Write(context, language);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Write(HttpContext context, string language)
    {
        var headers = context.Response.Headers;
        headers.ContentLanguage = language;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        if (StringValues.IsNullOrEmpty(headers.CacheControl))
        {
            headers.CacheControl = "no-store";
        }

        if (StringValues.IsNullOrEmpty(headers.ContentSecurityPolicy))
        {
            headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/swagger", StringComparison.Ordinal) ? SwaggerPage : NoPage;
        }

        if (context.Request.IsHttps)
        {
            // A year, the least that browsers' preload lists and auditors take for meant.
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        if (context.RequestServices.GetService<Caller>()?.Repeatable is { Replayed: true })
        {
            headers["Idempotency-Replayed"] = "true";
        }
    }
}
