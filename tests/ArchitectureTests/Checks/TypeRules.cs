using Mono.Cecil;

namespace Barometre.ArchitectureTests.Checks;

/// <summary>Conventions that compiled types show (docs: CONTRIBUTING.md).</summary>
internal static class TypeRules
{
    public const int LongestMethod = 40;

    private static readonly string[] Vague = ["Common", "Util", "Utils", "Helper", "Helpers", "Manager", "Managers"];

    public static IEnumerable<string> Unsealed(IEnumerable<TypeDefinition> types)
    {
        var all = types.ToList();
        var bases = all.Select(type => type.BaseType?.GetElementType().FullName).ToHashSet();
        return all
            .Where(type => type is { IsClass: true, IsValueType: false, IsSealed: false, IsAbstract: false } && !bases.Contains(type.FullName))
            .Select(type => $"`{type.FullName}` is not sealed");
    }

    public static IEnumerable<string> PublicSetters(IEnumerable<TypeDefinition> types) =>
        from type in types
        from property in type.Properties
        where property.SetMethod is { IsPublic: true } && !IsInit(property)
        select $"`{property.FullName}` can be set from outside; change state through a verb";

    public static IEnumerable<string> StorageAttributes(IEnumerable<TypeDefinition> types) =>
        from type in types
        from holder in type.Properties.Cast<ICustomAttributeProvider>().Concat(type.Fields).Append(type)
        from attribute in holder.CustomAttributes
        where attribute.AttributeType.Namespace.StartsWith("System.ComponentModel.DataAnnotations", StringComparison.Ordinal)
            || attribute.AttributeType.Namespace.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
        select $"`{type.FullName}` carries {attribute.AttributeType.Name}; map it in Infrastructure/<Module>/Tables";

    public static IEnumerable<string> EmptyConstructors(IEnumerable<TypeDefinition> types) =>
        from type in types
        where type is { IsValueType: false, IsAbstract: false }
        from method in type.Methods
        where method is { IsConstructor: true, IsStatic: false, IsPublic: true, HasParameters: false }
        select $"`{type.FullName}` can be made empty; give it a factory that checks its rules";

    /// <remarks>What an endpoint may leave out (a page's size) has a default, and C# wants that after everything else.</remarks>
    public static IEnumerable<string> TokensNotLast(IEnumerable<TypeDefinition> types) =>
        from method in Methods(types)
        let tokens = method.Parameters.Where(parameter => parameter.ParameterType.FullName == "System.Threading.CancellationToken").ToList()
        where tokens.Count > 0 && method.Parameters.Skip(tokens[^1].Index + 1).Any(after => !after.IsOptional) && !IsGivenFromOutside(method)
        select $"`{method.DeclaringType.FullName}.{method.Name}` takes its CancellationToken before other parameters";

    public static IEnumerable<string> EndpointsWithoutToken(IEnumerable<TypeDefinition> types) =>
        from method in Methods(types.Where(type => type.Name.EndsWith("Endpoints", StringComparison.Ordinal)))
        where IsAwaitable(method) && method.Parameters.All(parameter => parameter.ParameterType.FullName != "System.Threading.CancellationToken")
        select $"`{method.DeclaringType.FullName}.{method.Name}` takes no CancellationToken";

    public static IEnumerable<string> AwaitablesWithoutAsync(IEnumerable<TypeDefinition> types) =>
        from method in Methods(types)
        where IsAwaitable(method) && !method.Name.EndsWith("Async", StringComparison.Ordinal) && method.Name is not "Handle" and not "Invoke" && !method.IsSpecialName
            && !method.DeclaringType.Name.EndsWith("Endpoints", StringComparison.Ordinal) && !IsGivenFromOutside(method)
        select $"`{method.DeclaringType.FullName}.{method.Name}` is awaited and not named …Async";

    public static IEnumerable<string> OpenContexts(IEnumerable<TypeDefinition> types) =>
        from type in types
        where !type.IsAbstract && Compiled.IsA(type, "DbContext") && (type.IsPublic || !type.IsSealed)
        select $"`{type.FullName}` is a module's context and must be internal sealed";

    /// <summary>In Infrastructure and WebApi a module shows only what a layer above names; tests see the rest anyway.</summary>
    public static IEnumerable<string> NeedlesslyPublic(IEnumerable<TypeDefinition> types, IEnumerable<TypeDefinition> above)
    {
        var used = above.SelectMany(Uses.Of).Select(type => type.FullName).ToHashSet(StringComparer.Ordinal);
        return from type in types
               where type.IsPublic && Place.Of(type)?.Module is not null and not Modules.Shared && !used.Contains(type.FullName)
               select $"`{type.FullName}` is public and no layer above uses it";
    }

    public static IEnumerable<string> VagueNames(IEnumerable<TypeDefinition> types) =>
        from type in types
        where Vague.Any(word => type.Name.Split('`')[0].EndsWith(word, StringComparison.Ordinal)) || type.Namespace.Split('.').Any(Vague.Contains)
        select $"`{type.FullName}` says neither what it is nor what it does";

    public static IEnumerable<string> LongMethods(IEnumerable<TypeDefinition> types) =>
        from type in types
        from method in Compiled.WithNested(type).SelectMany(nested => nested.Methods)
        let lines = Lines(method)
        where lines > LongestMethod
        select $"`{type.FullName}.{method.Name}` ({method.DeclaringType.Name}) is {lines} lines long";

    public static IEnumerable<string> ClocksAndRandomIds(IEnumerable<TypeDefinition> types) =>
        from type in types
        from method in Compiled.WithNested(type).SelectMany(nested => nested.Methods)
        where method.HasBody
        from called in method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MethodReference>()
        where called.DeclaringType.FullName is "System.DateTime" or "System.DateTimeOffset" && called.Name is "get_UtcNow" or "get_Now" or "get_Today"
            || called.DeclaringType.FullName == "System.Guid" && called.Name == "NewGuid"
        select $"`{type.FullName}` calls {called.DeclaringType.Name}.{called.Name}";

    public static bool IsInit(PropertyDefinition property) =>
        property.SetMethod.ReturnType is IModifierType modified && modified.ModifierType.Name == "IsExternalInit";

    private static IEnumerable<MethodDefinition> Methods(IEnumerable<TypeDefinition> types) =>
        types.Where(type => type.BaseType?.Name != "MulticastDelegate").SelectMany(type => type.Methods).Where(method => !method.Name.Contains('<', StringComparison.Ordinal));

    private static bool IsAwaitable(MethodDefinition method) => method.ReturnType.Name.Split('`')[0] is "Task" or "ValueTask";

    /// <summary>The name and the order are another library's: the method overrides or implements one of its.</summary>
    private static bool IsGivenFromOutside(MethodDefinition method) =>
        method.IsVirtual && Compiled.Ancestry(method.DeclaringType)
            .Where(above => !above.Namespace.StartsWith("Barometre", StringComparison.Ordinal))
            .Select(above => above.Resolve())
            .OfType<TypeDefinition>()
            .Any(above => above.Methods.Any(given => (given.Name == method.Name || method.Name.EndsWith($".{given.Name}", StringComparison.Ordinal)) && given.Parameters.Count == method.Parameters.Count));

    private static int Lines(MethodDefinition method)
    {
        // A constructor's points begin with its class's field initialisers, wherever they stand.
        var points = method.IsConstructor || !method.HasBody ? [] : method.DebugInformation.SequencePoints.Where(point => !point.IsHidden).ToList();
        return points.Count == 0 ? 0 : points.Max(point => point.EndLine) - points.Min(point => point.StartLine) + 1;
    }
}
