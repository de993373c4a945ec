using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Barometre.WebApi.Shared.Requests;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using HttpJson = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Barometre.WebApi.Shared.OpenApi;

/// <summary>Finishes the document when every operation is there: the problem answers, optional members, examples, tags, one order.</summary>
internal sealed partial class DocumentRules(IOptions<HttpJson> json) : IDocumentFilter
{
    private static readonly (int Status, string Description, Error Example)[] Problems =
    [
        (400, "The request cannot be read, or does not have the expected form.", RequestErrors.Invalid),
        (401, "Nobody is signed in, the session has ended, or the proof is not right.", RequestErrors.NotSignedIn),
        (403, "The caller may know why this is refused.", Application.Shared.SharedErrors.TabClosed),
        (404, "Not there, or not open to the caller: the two answer alike.", RequestErrors.NotFound),
        (409, "A rule refuses it, or it meets another change under way.", Application.Shared.SharedErrors.AlreadyThere),
        (412, "It has changed since the caller read it.", RequestErrors.VersionDiffers),
        (413, "The body is over 1 MB.", RequestErrors.TooLarge),
        (415, "The body is not JSON.", RequestErrors.NotJson),
        (422, "The Idempotency-Key was used for another request.", RequestErrors.KeyReused),
        (428, "If-Match is missing.", RequestErrors.VersionMissing),
        (429, "Too many tries; see Retry-After.", RequestErrors.TooMany),
        (500, "Something went wrong on the server's side.", RequestErrors.Failed),
        (503, "The service cannot answer for the moment; see Retry-After.", Application.Shared.SharedErrors.Unavailable),
    ];

    public static string ProblemName(int status) => $"Problem{status.ToString(CultureInfo.InvariantCulture)}";

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Components ??= new OpenApiComponents();
        swaggerDoc.Components.Schemas ??= context.SchemaRepository.Schemas;
        var problem = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository);
        var operations = swaggerDoc.Paths.Values.SelectMany(path => path.Operations?.Values.AsEnumerable() ?? []).ToList();
        var used = operations.SelectMany(operation => operation.Responses ?? []).Select(answer => (answer.Value as OpenApiResponseReference)?.Reference.Id).ToHashSet();
        swaggerDoc.Components.Responses = Problems.Where(known => used.Contains(ProblemName(known.Status)))
            .ToDictionary(known => ProblemName(known.Status), known => (IOpenApiResponse)Answer(known, problem), StringComparer.Ordinal);
        var schemas = context.SchemaRepository.Schemas;
        foreach (var schema in Reached(operations.Select(operation => operation.RequestBody?.Content?.Values.FirstOrDefault()?.Schema), schemas))
        {
            Relax(schema);
        }

        var answers = operations.SelectMany(operation => operation.Responses?.Values.AsEnumerable() ?? []).SelectMany(answer => answer.Content?.Values.AsEnumerable() ?? []);
        var ranges = new ValueRanges(schemas, Reached(answers.Select(answer => answer.Schema), schemas));
        operations.ForEach(ranges.Apply);
        var examples = new Examples(json.Value.SerializerOptions, schemas);
        foreach (var operation in operations)
        {
            examples.Complete(operation);
        }

        foreach (var schema in schemas.Values.Concat(schemas.Values.SelectMany(whole => whole.Properties?.Values.AsEnumerable() ?? [])))
        {
            // A code reference in a comment reads as the word that the wire uses.
            schema.Description = schema.Description is null ? null : CodeReference().Replace(schema.Description, match => $"`{ModuleDbContext.SnakeCase(match.Groups["name"].Value)}`");
        }

        var tags = operations.SelectMany(operation => operation.Tags ?? new HashSet<OpenApiTagReference>()).Select(tag => tag.Name!).Distinct(StringComparer.Ordinal);
        swaggerDoc.Tags = tags.Order(StringComparer.Ordinal).Select(tag => new OpenApiTag { Name = tag, Description = $"{tag}." }).ToHashSet();
    }

    private static OpenApiResponse Answer((int Status, string Description, Error Example) known, IOpenApiSchema problem) => new OpenApiResponse
    {
        Description = known.Description,
        Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
        {
            [Problem.ContentType] = new OpenApiMediaType { Schema = problem, Example = Example(known.Status, known.Example) },
        },
    };

    private static JsonObject Example(int status, Error error)
    {
        var example = new JsonObject
        {
            ["type"] = $"urn:barometre:problem:{error.Code}", ["title"] = error.English, ["status"] = status, ["code"] = error.Code, ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
        };
        if (status == 400)
        {
            example["errors"] = new JsonArray(new JsonObject
            {
                ["pointer"] = "/answers/3/rating", ["code"] = ValidationTexts.Range.Code, ["detail"] = "Between 0 and 100.",
            });
        }

        return example;
    }

    [GeneratedRegex(@"Barometre(\.\w+)*\.(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeReference();

    // What is answered always has every member; what is sent may leave the optional ones out.
    private static void Relax(OpenApiSchema schema)
    {
        if (schema.Metadata?.TryGetValue(SchemaRules.OptionalMembers, out var optional) == true)
        {
            schema.Required?.ExceptWith((IEnumerable<string>)optional);
        }
    }

    /// <summary>The schemas given and all that they are made of.</summary>
    private static HashSet<OpenApiSchema> Reached(IEnumerable<IOpenApiSchema?> from, IDictionary<string, IOpenApiSchema> schemas)
    {
        var waiting = new Queue<IOpenApiSchema?>(from);
        HashSet<OpenApiSchema> seen = [];
        while (waiting.TryDequeue(out var next))
        {
            if (SchemaRules.Concrete(next, schemas) is { } schema && seen.Add(schema))
            {
                waiting.Enqueue(schema.Items);
                waiting.Enqueue(schema.AdditionalProperties);
                foreach (var property in schema.Properties?.Values.AsEnumerable() ?? [])
                {
                    waiting.Enqueue(property);
                }
            }
        }

        return seen;
    }
}
