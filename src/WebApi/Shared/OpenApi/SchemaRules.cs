using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using HttpJson = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Barometre.WebApi.Shared.OpenApi;

/// <summary>Makes each schema say what the serializer does: no other member, which members may be null, which must be sent.</summary>
internal sealed class SchemaRules(IOptions<HttpJson> json) : ISchemaFilter
{
    /// <summary>Left on an object schema until the document is whole: the members that a sender may leave out.</summary>
    public const string OptionalMembers = "barometre.optional";

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties.Count: > 0 } known || known.AdditionalProperties is not null)
        {
            return;
        }

        var type = json.Value.SerializerOptions.GetTypeInfo(context.Type);
        known.AdditionalPropertiesAllowed = false;
        known.Required = new SortedSet<string>(known.Properties.Keys, StringComparer.Ordinal);
        known.Metadata ??= new Dictionary<string, object>(StringComparer.Ordinal);
        known.Metadata[OptionalMembers] = type.Properties.Where(property => !property.IsRequired).Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var property in type.Properties.Where(property => known.Properties.ContainsKey(property.Name)))
        {
            var nullable = Nullable.GetUnderlyingType(property.PropertyType) is not null || (!property.PropertyType.IsValueType && property.IsGetNullable);
            known.Properties[property.Name] = OrNull(known.Properties[property.Name], nullable);
            if (property.ShouldSerialize is not null)
            {
                known.Required.Remove(property.Name);
            }
        }
    }

    private static IOpenApiSchema OrNull(IOpenApiSchema schema, bool nullable)
    {
        if (schema is OpenApiSchema { Type: { } type } inline)
        {
            inline.Type = nullable ? type | JsonSchemaType.Null : type & ~JsonSchemaType.Null;
            return inline;
        }

        return nullable && schema is OpenApiSchemaReference
            ? new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, schema], Description = schema.Description }
            : schema;
    }

    /// <summary>The schema that a reference stands for, or the schema itself.</summary>
    public static OpenApiSchema? Concrete(IOpenApiSchema? schema, IDictionary<string, IOpenApiSchema> schemas) => schema switch
    {
        OpenApiSchemaReference { Reference.Id: { } id } => schemas.TryGetValue(id, out var target) ? target as OpenApiSchema : null,
        OpenApiSchema { OneOf: [_, OpenApiSchemaReference reference] } => Concrete(reference, schemas),
        _ => schema as OpenApiSchema,
    };
}
