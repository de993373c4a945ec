using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Barometre.WebApi.Shared.OpenApi;

/// <summary>Examples of a module's bodies and answers, better than those made from the types; every person and name in them is invented.</summary>
internal interface IExamples
{
    /// <summary>Instances of body and answer records, one per type.</summary>
    IEnumerable<object> All { get; }
}

/// <summary>Gives every body, answer and parameter an example: a module's own, or one made from the schema.</summary>
internal sealed class Examples(JsonSerializerOptions json, IDictionary<string, IOpenApiSchema> schemas)
{
    private const int Deepest = 8;

    /// <summary>Every example that the modules give.</summary>
    public static IReadOnlyList<object> Given { get; } =
    [
        .. typeof(Examples).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IExamples)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(type => ((IExamples)Activator.CreateInstance(type)!).All),
    ];

    private readonly Dictionary<string, object> _given = Given.ToDictionary(example => SchemaId(example.GetType()), StringComparer.Ordinal);

    public void Complete(OpenApiOperation operation)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            parameter.Example ??= parameter.Schema is null ? null : Make(parameter.Schema, parameter.Name!, 0);
            parameter.Description ??= parameter.In == ParameterLocation.Path ? $"The {Spaced(parameter.Name!)}." : null;
        }

        var media = (operation.RequestBody?.Content?.Values.AsEnumerable() ?? [])
            .Concat((operation.Responses ?? []).Values.OfType<OpenApiResponse>().SelectMany(answer => answer.Content?.Values.AsEnumerable() ?? []));
        foreach (var content in media.OfType<OpenApiMediaType>().Where(content => content.Schema is not null))
        {
            content.Example ??= Make(content.Schema!, "", 0);
        }
    }

    private JsonNode? Make(IOpenApiSchema schema, string name, int depth)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id } && _given.TryGetValue(id, out var given))
        {
            return JsonSerializer.SerializeToNode(given, given.GetType(), json);
        }

        var concrete = SchemaRules.Concrete(schema, schemas);
        if (concrete is null || depth > Deepest)
        {
            return null;
        }

        return concrete switch
        {
            { Enum: [var first, ..] } => (name == "role" ? concrete.Enum.FirstOrDefault(role => role.GetValue<string>() == "practitioner") ?? first : first).DeepClone(),
            { Properties.Count: > 0 } => new JsonObject(concrete.Properties.Select(property => KeyValuePair.Create(property.Key, Make(property.Value, property.Key, depth + 1)))),
            { AdditionalProperties: { } values } => new JsonObject { ["needs.housing"] = Make(values, name, depth + 1) },
            { Items: { } items } => new JsonArray(Make(items, name, depth + 1)),
            _ => Value(concrete, name),
        };
    }

    private static JsonNode? Value(OpenApiSchema schema, string name) => (schema.Type & ~JsonSchemaType.Null) switch
    {
        JsonSchemaType.Boolean => true,
        JsonSchemaType.Integer => (int)Math.Clamp(name.Contains("ating", StringComparison.Ordinal) ? 67 : 3, Bound(schema.Minimum, int.MinValue), Bound(schema.Maximum, int.MaxValue)),
        JsonSchemaType.Number => 12.5,
        JsonSchemaType.String => Text(schema, name),
        _ => null,
    };

    private static decimal Bound(string? bound, decimal otherwise) => bound is null ? otherwise : decimal.Parse(bound, CultureInfo.InvariantCulture);

    private static string Text(OpenApiSchema schema, string name)
    {
        var text = schema.Format switch
        {
            "uuid" => "0199d9a0-1c2e-7d3f-8a4b-5c6d7e8f9a0b",
            "date-time" => "2026-03-14T15:09:26+00:00",
            "date" => "2026-03-14",
            ContractSetup.TimeOfDay => "15:09:00",
            "uri" => "https://example.org/",
            _ => name switch
            {
                "theme" or "themes" => "needs.housing",
                "kind" => "theme",
                "language" or "languages" => "fr",
                "timeZone" => "America/Toronto",
                "scopes" => "quality_of_life:read",
                "file" => "graphml",
                "address" => "zephyr@example.org",
                _ when name.EndsWith("ame", StringComparison.Ordinal) => "Zéphyr l’Inventé",
                _ => Spaced(name),
            },
        };
        return schema.MaxLength is { } longest && text.Length > longest ? text[..longest] : text.PadRight(schema.MinLength ?? 0, '.');
    }

    private static string Spaced(string name) => string.Concat(name.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));

    private static string SchemaId(Type type) =>
        type.IsGenericType ? string.Concat(type.GetGenericArguments().Select(SchemaId)) + type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] : type.Name;
}
