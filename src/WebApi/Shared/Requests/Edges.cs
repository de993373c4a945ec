namespace Barometre.WebApi.Shared.Requests;

/// <summary>What happens before authentication: other origins, and addresses or methods that lead nowhere.</summary>
internal static class Edges
{
    /// <summary>The setting that names, separated by commas, the origins of other front ends whose pages may call the API; none by default.</summary>
    public const string Setting = "BAROMETRE_ORIGINS";

    public static void AddOrigins(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddCors(options => options.AddDefaultPolicy(policy => policy
            .WithOrigins(Named(configuration)).AllowAnyMethod().AllowAnyHeader().WithExposedHeaders("ETag", "Location", "Retry-After", "Content-Language", "Idempotency-Replayed")));
    }

    /// <summary>The origins that the operator named.</summary>
    public static string[] Named(IConfiguration configuration) =>
        (configuration[Setting] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static void UseOrigins(this WebApplication app)
    {
        if (!string.IsNullOrWhiteSpace(app.Configuration[Setting]))
        {
            app.UseCors();
        }
    }

    /// <summary>No such address and no such method answer as such to anybody; without this a stranger would be told to sign in first.</summary>
    public static void UseUnmatched(this WebApplication app) => app.Use(static (context, next) =>
    {
        switch (context.GetEndpoint())
        {
            case null:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            case RouteEndpoint:
                return next(context);
            case var refusal:
                // Routing's own: 405, 415.
                return refusal.RequestDelegate?.Invoke(context) ?? Task.CompletedTask;
        }
    });
}
