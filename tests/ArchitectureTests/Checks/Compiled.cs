using Mono.Cecil;

namespace Barometre.ArchitectureTests.Checks;

/// <summary>The compiled assemblies of the four layers, as Mono.Cecil reads them.</summary>
internal static class Compiled
{
    public static readonly string[] Layers = ["Domain", "Application", "Infrastructure", "WebApi"];

    private static readonly Dictionary<string, AssemblyDefinition> Read = Layers.ToDictionary(layer => layer, layer => Open(Path.Combine(AppContext.BaseDirectory, $"Barometre.{layer}.dll")));

    public static AssemblyDefinition Layer(string layer) => Read[layer];

    /// <summary>This test assembly, which holds the planted violations.</summary>
    public static AssemblyDefinition Tests { get; } = Open(typeof(Compiled).Assembly.Location);

    public static IEnumerable<TypeDefinition> Types(string layer) => Types(Layer(layer));

    /// <summary>Every type written by people, nested ones included.</summary>
    public static IEnumerable<TypeDefinition> Types(AssemblyDefinition assembly) =>
        assembly.MainModule.Types.SelectMany(WithNested).Where(type => !IsGenerated(type));

    public static AssemblyDefinition Open(string path)
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.GetDirectoryName(path));
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Http.HttpContext).Assembly.Location));
        return AssemblyDefinition.ReadAssembly(path, new ReaderParameters { AssemblyResolver = resolver, ReadSymbols = File.Exists(Path.ChangeExtension(path, ".pdb")) });
    }

    public static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    /// <summary>The type that a person wrote: closures and state machines lie inside it.</summary>
    public static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is null ? type : Outermost(type.DeclaringType);

    public static bool IsGenerated(TypeDefinition type) =>
        type.Name.Contains('<', StringComparison.Ordinal)
        || type.CustomAttributes.Any(attribute => attribute.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute" or "EmbeddedAttribute")
        || type.DeclaringType is not null && IsGenerated(type.DeclaringType)
        || !Outermost(type).Namespace.StartsWith("Barometre", StringComparison.Ordinal);

    /// <summary>The type and everything it derives from or implements, as far as it can be read.</summary>
    public static IEnumerable<TypeReference> Ancestry(TypeDefinition type)
    {
        foreach (var face in type.Interfaces)
        {
            yield return face.InterfaceType;
            foreach (var above in face.InterfaceType.Resolve() is { } resolved ? Ancestry(resolved) : [])
            {
                yield return above;
            }
        }

        if (type.BaseType is not null)
        {
            yield return type.BaseType;
            foreach (var above in type.BaseType.Resolve() is { } resolved ? Ancestry(resolved) : [])
            {
                yield return above;
            }
        }
    }

    public static bool IsA(TypeDefinition type, string name) => Ancestry(type).Any(above => above.Name == name);
}
