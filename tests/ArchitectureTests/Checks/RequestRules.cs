using Mono.Cecil;

namespace Barometre.ArchitectureTests.Checks;

/// <summary>What commands and queries look like, and that each states its access and has one handler.</summary>
internal static class RequestRules
{
    private static readonly string[] Mutable = ["List`1", "IList`1", "ICollection`1", "Dictionary`2", "IDictionary`2", "HashSet`1", "ISet`1"];

    public static IEnumerable<string> Faults(IEnumerable<TypeDefinition> types)
    {
        var all = types.ToList();
        return Requests(all).SelectMany(request => Shape(request).Concat(Access(request)).Concat(Handled(request, all)));
    }

    public static IReadOnlyList<TypeDefinition> Requests(IEnumerable<TypeDefinition> types) =>
        [.. types.Where(type => type is { IsClass: true, IsAbstract: false } && (Compiled.IsA(type, "IBaseRequest") || Compiled.IsA(type, "IGuarded")))];

    public static IEnumerable<string> OpenHandlers(IEnumerable<TypeDefinition> types) =>
        from type in types
        where type is { IsClass: true, IsAbstract: false } && (Compiled.IsA(type, "IRequestHandler`2") || Compiled.IsA(type, "AbstractValidator`1"))
        where type.IsPublic || !type.IsSealed
        select $"`{type.FullName}` must be internal sealed";

    private static IEnumerable<string> Shape(TypeDefinition request)
    {
        var suffix = Compiled.IsA(request, "ICommand") ? "Command" : "Query";
        if (!request.Name.EndsWith(suffix, StringComparison.Ordinal))
        {
            yield return $"`{request.FullName}` is not named …{suffix}";
        }

        if (!request.IsSealed || request.Methods.All(method => method.Name != "<Clone>$"))
        {
            yield return $"`{request.FullName}` is not a sealed record";
        }

        foreach (var property in request.Properties)
        {
            if (property.SetMethod is not null && !TypeRules.IsInit(property) || Mutable.Contains(property.PropertyType.Name))
            {
                yield return $"`{request.FullName}.{property.Name}` can change after the request was made";
            }
        }
    }

    private static IEnumerable<string> Access(TypeDefinition request)
    {
        if (!Compiled.IsA(request, "IGuarded"))
        {
            return [$"`{request.FullName}` does not say what access it needs"];
        }

        var getter = request.Properties.FirstOrDefault(property => property.Name == "Access")?.GetMethod;
        var stated = getter?.Body.Instructions.Any(instruction =>
            instruction.Operand is MethodReference { DeclaringType.FullName: "Barometre.Application.Shared.Access", ReturnType.FullName: "Barometre.Application.Shared.Access" }) == true;
        return stated ? [] : [$"`{request.FullName}.Access` is not made by one of Access's own verbs"];
    }

    private static IEnumerable<string> Handled(TypeDefinition request, IReadOnlyList<TypeDefinition> all)
    {
        var handlers = all
            .Where(type => type.Interfaces.Any(face => face.InterfaceType is GenericInstanceType { Name: "IRequestHandler`2" } handled && handled.GenericArguments[0].FullName == request.FullName))
            .ToList();
        var name = $"{UseCase(request.Name)}Handler";
        return handlers.Count != 1
            ? [$"`{request.FullName}` has {handlers.Count} handlers"]
            : handlers[0].Name == name ? [] : [$"`{handlers[0].FullName}` is not named {name}"];
    }

    public static string UseCase(string request) => request.Replace("Command", "", StringComparison.Ordinal).Replace("Query", "", StringComparison.Ordinal);
}
