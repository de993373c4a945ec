using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Barometre.Application;
using Barometre.Infrastructure.AccomplishmentPlan;
using Barometre.Infrastructure.CoProduction;
using Barometre.Infrastructure.Participation;
using Barometre.Infrastructure.QualityOfLife;
using Barometre.Infrastructure.Rights;
using Barometre.Infrastructure.Shared;
using Barometre.Infrastructure.SocialNetwork;
using Barometre.Infrastructure.Strengths;
using Barometre.WebApi.AccomplishmentPlan;
using Barometre.WebApi.CoProduction;
using Barometre.WebApi.Participation;
using Barometre.WebApi.Participation.Authentication;
using Barometre.WebApi.QualityOfLife;
using Barometre.WebApi.Rights;
using Barometre.WebApi.Shared;
using Barometre.WebApi.Shared.OpenApi;
using Barometre.WebApi.Shared.Operations;
using Barometre.WebApi.Shared.Requests;
using Barometre.WebApi.SocialNetwork;
using Barometre.WebApi.Strengths;
using Microsoft.AspNetCore.Authorization;

namespace Barometre.WebApi;

/// <summary>Puts the application together: services, the request pipeline, the endpoints of each module.</summary>
public static class Host
{
    /// <summary>The largest body that is read, in bytes; a larger one answers 413.</summary>
    public const int LargestBody = 1024 * 1024;

    /// <summary>Builds the host; <paramref name="settings"/> are added over the environment's.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? settings = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.WebHost.UseUrls(builder.Configuration["BAROMETRE_URLS"] ?? "http://localhost:5080");
        builder.AddLogs();
        settings?.Invoke(builder);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.AddServerHeader = false;
        });

        AddServices(builder);

        var app = builder.Build();
        Receive(app);
        Map(app.MapApi());
        app.Publish();
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        builder.Services.AddUseCases();
        builder.Services.AddShared(builder.Configuration);
        builder.Services.AddParticipation();
        builder.Services.AddQualityOfLife();
        builder.Services.AddStrengths();
        builder.Services.AddSocialNetwork();
        builder.Services.AddAccomplishmentPlan();
        builder.Services.AddCoProduction();
        builder.Services.AddRights();
        builder.Services.AddProblems();
        builder.Services.AddContract();
        builder.Services.AddHostedService<TelemetryExport>();
        builder.Services.AddOrigins(builder.Configuration);
        builder.Services.AddProxies(builder.Configuration);
        builder.Services.ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions));
        builder.Services.AddSignIn();
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    // What each request goes through, outermost first.
    private static void Receive(WebApplication app)
    {
        app.UseProxies();
        app.UseLanguages();
        app.UseMiddleware<ResponseHeaders>();
        app.UseProblems();
        app.UseOrigins();
        app.UseContract();
        app.UseRouting();
        app.UseUnmatched();
        app.UseAuthentication();
        app.UseMiddleware<CallerMiddleware>();
        app.UseAuthorization();
        app.UseMiddleware<AntiforgeryGuard>();
        app.UseMiddleware<RequestHeaders>();
        app.MapHealth();
    }

    private static void Map(IEndpointRouteBuilder api)
    {
        api.MapParticipation();
        api.MapJobs();
        api.MapQualityOfLife();
        api.MapStrengths();
        api.MapNetwork();
        api.MapAccomplishmentPlan();
        api.MapCoProduction();
        api.MapRecordRights();
    }

    /// <summary>The JSON habits of the contract: camelCase names, snake_case words, unknown members refused.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(NullableIsOptional).WithAddedModifier(WireLists.HaveNoHoles);
        options.Converters.Add(new WireText());
        options.Converters.Add(new WireTime());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
    }

    // A member that may be null may be left out: null and absent mean the same everywhere in the contract.
    private static void NullableIsOptional(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.IsRequired))
        {
            property.IsRequired = Nullable.GetUnderlyingType(property.PropertyType) is null && (property.PropertyType.IsValueType || !property.IsSetNullable);
        }
    }
}
