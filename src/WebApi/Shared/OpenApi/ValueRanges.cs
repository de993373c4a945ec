using System.Globalization;
using System.Reflection;
using System.Text.Json;
using FluentValidation;
using FluentValidation.Validators;
using Microsoft.OpenApi;

namespace Barometre.WebApi.Shared.OpenApi;

/// <summary>Copies lengths and ranges from the validators, where they are checked, into the schemas, where they are read.</summary>
/// <remarks>A schema that is answered too stays without: what is kept may be older, or longer, than what may be sent.</remarks>
internal sealed class ValueRanges(IDictionary<string, IOpenApiSchema> schemas, IReadOnlySet<OpenApiSchema> answered)
{
    public void Apply(OpenApiOperation operation)
    {
        var body = operation.RequestBody?.Content?.Values.FirstOrDefault()?.Schema;
        foreach (var validator in Validators(operation))
        {
            Apply(validator, SchemaRules.Concrete(body, schemas));
            foreach (var parameter in operation.Parameters ?? [])
            {
                foreach (var (rule, _) in validator.CreateDescriptor().GetValidatorsForMember(char.ToUpperInvariant(parameter.Name![0]) + parameter.Name[1..]))
                {
                    Apply(rule, parameter.Schema as OpenApiSchema);
                }
            }
        }
    }

    private static IEnumerable<IValidator> Validators(OpenApiOperation operation) =>
        operation.Metadata?.TryGetValue(OperationRules.Validators, out var found) == true ? (IEnumerable<IValidator>)found : [];

    private void Apply(IValidator validator, OpenApiSchema? schema)
    {
        if (schema?.Properties is not { } properties || answered.Contains(schema))
        {
            return;
        }

        foreach (var rules in validator.CreateDescriptor().GetMembersWithValidators())
        {
            // A rule over each element is named after the list.
            if (properties.TryGetValue(JsonNamingPolicy.CamelCase.ConvertName(rules.Key), out var property) && SchemaRules.Concrete(property, schemas) is { } target)
            {
                foreach (var (rule, _) in rules)
                {
                    Apply(rule, target);
                }
            }
        }
    }

    private void Apply(IPropertyValidator rule, OpenApiSchema? schema)
    {
        var element = schema?.Items is null ? schema : SchemaRules.Concrete(schema.Items, schemas);
        if (element is null || answered.Contains(element))
        {
            return;
        }

        switch (rule)
        {
            case ILengthValidator length when (element.Type & JsonSchemaType.String) != 0:
                element.MaxLength = length.Max > 0 ? length.Max : element.MaxLength;
                element.MinLength = length.Min > 0 ? length.Min : element.MinLength;
                break;
            case INotEmptyValidator when ReferenceEquals(element, schema) && (element.Type & JsonSchemaType.String) != 0 && element.Format is null:
                element.MinLength ??= 1;
                break;
            case INotEmptyValidator when !ReferenceEquals(element, schema):
                schema!.MinItems ??= 1;
                break;
            case IBetweenValidator { Name: "InclusiveBetweenValidator" } between:
                (element.Minimum, element.Maximum) = (Number(between.From), Number(between.To));
                break;
            case IComparisonValidator { Comparison: Comparison.GreaterThanOrEqual, ValueToCompare: { } least }:
                element.Minimum = Number(least) ?? element.Minimum;
                break;
            case IComparisonValidator { Comparison: Comparison.LessThanOrEqual, ValueToCompare: { } most }:
                element.Maximum = Number(most) ?? element.Maximum;
                break;
            case IRegularExpressionValidator form:
                // The document's dialect is ECMAScript's.
                element.Pattern ??= form.Expression.Replace(@"\A", "^", StringComparison.Ordinal).Replace(@"\z", "$", StringComparison.Ordinal);
                break;
            case IChildValidatorAdaptor child when Child(child) is { } inner:
                Apply(inner, element);
                break;
        }
    }

    private static string? Number(object value) => value is int or long or short or decimal or double ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    // The library gives an inner validator to a validation under way only; one that was set, not chosen by the value, is the same at any time.
    private static IValidator? Child(IChildValidatorAdaptor child)
    {
        var adaptor = child.GetType();
        while (adaptor is not null && !(adaptor.IsGenericType && adaptor.GetGenericTypeDefinition() == typeof(ChildValidatorAdaptor<,>)))
        {
            adaptor = adaptor.BaseType;
        }

        if (adaptor is null)
        {
            return null;
        }

        var context = Activator.CreateInstance(typeof(ValidationContext<>).MakeGenericType(adaptor.GenericTypeArguments[0]), [null]);
        var element = adaptor.GenericTypeArguments[1];
        var value = element.IsValueType ? Activator.CreateInstance(element) : null;
        try
        {
            return adaptor.GetMethod("GetValidator")!.Invoke(child, [context, value]) as IValidator;
        }
        catch (TargetInvocationException)
        {
            // Chosen by the value: its ranges stay out of the document.
            return null;
        }
    }
}
