using Mono.Cecil;

namespace Barometre.ArchitectureTests.Checks;

/// <summary>A test that asserts nothing passes whatever happens.</summary>
internal static class AssertionRules
{
    public static IEnumerable<string> WithoutAssertion(IEnumerable<TypeDefinition> types) =>
        from type in types
        from method in type.Methods
        where method.CustomAttributes.Any(attribute => attribute.AttributeType.Name is "FactAttribute" or "TheoryAttribute" or "PropertyAttribute")
        where !Reaches(method)
        select $"`{type.FullName}.{method.Name}` asserts nothing";

    public static int Tests(IEnumerable<TypeDefinition> types) =>
        types.SelectMany(type => type.Methods).Count(method => method.CustomAttributes.Any(attribute => attribute.AttributeType.Name is "FactAttribute" or "TheoryAttribute"));

    private static bool Reaches(MethodDefinition test)
    {
        HashSet<string> seen = [];
        Queue<MethodDefinition> waiting = new([test]);
        while (waiting.TryDequeue(out var method))
        {
            foreach (var called in Called(method))
            {
                if (Asserts(called))
                {
                    return true;
                }

                if (called.Module == test.Module && seen.Add(called.FullName) && called.Resolve() is { HasBody: true } own)
                {
                    waiting.Enqueue(own);
                }
            }
        }

        return false;
    }

    private static IEnumerable<MethodReference> Called(MethodDefinition method)
    {
        var bodies = method.HasBody ? [method] : Enumerable.Empty<MethodDefinition>();
        var machine = method.CustomAttributes
            .Where(attribute => attribute.AttributeType.Name is "AsyncStateMachineAttribute" or "IteratorStateMachineAttribute" or "AsyncIteratorStateMachineAttribute")
            .Select(attribute => (attribute.ConstructorArguments[0].Value as TypeReference)?.Resolve())
            .OfType<TypeDefinition>()
            .SelectMany(type => type.Methods.Where(inner => inner.HasBody));
        return bodies.Concat(machine).SelectMany(inner => inner.Body.Instructions).Select(instruction => instruction.Operand).OfType<MethodReference>();
    }

    private static bool Asserts(MethodReference called) =>
        called.DeclaringType.Namespace == "Xunit" && called.DeclaringType.Name == "Assert"
        || called.DeclaringType.Namespace.StartsWith("FsCheck", StringComparison.Ordinal) && called.Name.Contains("Check", StringComparison.Ordinal)
        || called.Name.StartsWith("Should", StringComparison.Ordinal);
}
