using System.Text.Json.Nodes;
using Barometre.Application;
using Barometre.Domain.Shared;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerGen;
using HttpJson = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Barometre.WebApi.Shared.OpenApi;

/// <summary>The OpenAPI document and its page: everything is served from here, no other origin is called.</summary>
internal static class ContractSetup
{
    public const string Version = "v1";

    /// <summary>A time of day where somebody lives, without an offset: the format <c>time</c> would ask for one.</summary>
    public const string TimeOfDay = "time-local";

    private const string Description = """
        People rate their quality of life and read what really changed; their record is theirs, and they open it, tab by tab, to whom they choose.

        - **Failures** are RFC 9457 problems with a stable `code` (docs/api/errors.md), in French or English by `Accept-Language`; fields by JSON pointer.
        - **Ids** are UUIDs made by the client (version 7); what is created by PUT can be sent again. Every POST takes an `Idempotency-Key`: sent again with it, a request has one effect and one answer; an answer that showed a secret is not given twice (409 `request.answered-once`).
        - **Versions**: the `ETag` of what can be edited goes back as `If-Match`.
        - Unknown members are refused; bodies are at most 1 MB; nothing is cached.
        - A record that is not open to the caller answers as one that is not there.
        - `x-barometre-access` says what each operation needs: `kind`, and where they apply the record's or project's parameter, tab, level and roles.
        """;

    public static void AddContract(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddTransient<ISerializerDataContractResolver>(provider =>
            new JsonSerializerDataContractResolver(provider.GetRequiredService<IOptions<HttpJson>>().Value.SerializerOptions));
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(Version, new OpenApiInfo
            {
                Title = "Baromètre",
                Version = "1",
                Description = Description,
                License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            });
            options.AddServer(new OpenApiServer { Url = "/", Description = "This installation" });
            options.AddSecurityDefinition("bearer", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The access token that signing in gives.",
            });
            options.SupportNonNullableReferenceTypes();
            options.MapType<TimeOnly>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = TimeOfDay });
            foreach (var assembly in new[] { typeof(ContractSetup).Assembly, typeof(ApplicationSetup).Assembly, typeof(Error).Assembly })
            {
                options.IncludeXmlComments(assembly);
            }

            options.SchemaFilter<SchemaRules>();
            options.OperationFilter<OperationRules>();
            options.DocumentFilter<DocumentRules>();
            options.OrderActionsBy(action => $"{action.RelativePath} {action.HttpMethod}");
            options.SortSchemasWith(StringComparer.Ordinal);
        });
    }

    public static void UseContract(this WebApplication app)
    {
        app.UseSwagger(options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        app.UseSwaggerUI(options =>
        {
            options.DocumentTitle = "Baromètre API";
            options.SwaggerEndpoint($"/swagger/{Version}/swagger.json", "Baromètre");
            options.EnableValidator(null);
        });
    }

    /// <summary>The document as committed: indented, one newline at the end, the same on every machine.</summary>
    public static async Task<string> DocumentAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync(Version);
        return Written(await document.SerializeAsync(OpenApiSpecVersion.OpenApi3_1, OpenApiConstants.Json));
    }

    /// <summary>The same document, written the same way.</summary>
    public static string Written(string json) => JsonNode.Parse(json)!.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";

    private static readonly System.Text.Json.JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
