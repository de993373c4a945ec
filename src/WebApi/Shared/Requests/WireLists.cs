using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Barometre.WebApi.Shared.Requests;

/// <summary>Lists as they come over the wire: none has a hole. The serializer keeps null out of members that cannot be null, not out of lists.</summary>
internal static class WireLists
{
    /// <summary>The message of the failure, like the serializer's own for a member.</summary>
    private const string Refusal = "A list doesn't allow null values.";

    public static void HaveNoHoles(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable && type.ElementType is { IsValueType: false })
        {
            type.OnDeserialized = RequireWhole;
        }
    }

    private static void RequireWhole(object list)
    {
        foreach (var element in (IEnumerable)list)
        {
            if (element is null)
            {
                throw new JsonException(Refusal);
            }
        }
    }
}
