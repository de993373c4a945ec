using System.Diagnostics;
using Barometre.ArchitectureTests.Checks;

namespace Barometre.ArchitectureTests;

/// <summary>Modules know each other only through their contracts (docs/decisions/0003).</summary>
public sealed class ModuleBoundaryTests
{
    private const string Planted = "tests/ArchitectureTests/PlantedViolations";

    /// <summary>The compiler erases these: compiled code shows nothing of them.</summary>
    private static readonly string[] Erased = ["ByConstant", "ByEnumValue", "ByNameOf", "ByAliasAndConstant", "ByRelativeName"];

    private static readonly string[] PlantedModules = ["Victim", "Offender"];

    public static TheoryData<string> Violations => [.. Repository.CSharp($"{Planted}/Offender").Select(file => file.Name).Where(name => name != "ThroughContracts")];

    [Fact]
    public void The_layers_were_compiled_for_debugging()
    {
        // A Release build erases unused locals, and with them uses that should be seen.
        var optimised = Compiled.Layers.Where(layer => System.Reflection.Assembly.Load($"Barometre.{layer}")
            .GetCustomAttributes(typeof(DebuggableAttribute), false).Cast<DebuggableAttribute>().All(attribute => !attribute.IsJITOptimizerDisabled));

        Assert.Empty(optimised);
    }

    [Fact]
    public void No_compiled_type_crosses_a_module_boundary()
    {
        Assert.NotEmpty(Modules.Derived);
        Report.None(Compiled.Layers.SelectMany(layer => Modules.Crossings(Compiled.Types(layer))));
    }

    [Fact]
    public void Every_type_lives_in_a_module_or_above_them() => Report.None(Compiled.Layers.SelectMany(layer => Modules.Homeless(Compiled.Types(layer), Modules.Derived)));

    [Fact]
    public void No_source_text_crosses_a_module_boundary()
    {
        Report.None(SourceBoundaries.Crossings(Repository.CSharp("src"), Modules.Derived));
    }

    [Fact]
    public void No_project_file_imports_a_namespace_of_ours_everywhere()
    {
        var projects = Compiled.Layers.Select(layer => Repository.Text($"src/{layer}/Barometre.{layer}.csproj")).Append(Repository.Text("Directory.Build.props"));

        Assert.DoesNotContain(projects, text => text.Contains("Using Include=\"Barometre", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Violations))]
    public void A_planted_use_of_another_module_is_reported(string kind)
    {
        var compiled = Modules.Crossings(PlantedTypes(kind)).ToList();
        var written = SourceBoundaries.Crossings(PlantedFiles(kind), PlantedModules).ToList();

        Assert.NotEmpty(written);
        Assert.Equal(Erased.Contains(kind), compiled.Count == 0);
        Assert.All(written.Concat(compiled), message => Assert.EndsWith("go through `Application.Victim.Contracts` (docs/decisions/0003)", message, StringComparison.Ordinal));
    }

    [Fact]
    public void Sixteen_kinds_of_use_and_more_are_planted() => Assert.True(Violations.Count >= 16);

    [Fact]
    public void A_use_through_contracts_is_not_reported()
    {
        Assert.Empty(Modules.Crossings(PlantedTypes("ThroughContracts")));
        Assert.Empty(SourceBoundaries.Crossings(PlantedFiles("ThroughContracts"), PlantedModules));
    }

    [Fact]
    public void Shared_may_not_even_use_contracts()
    {
        var shared = new Place("Application", Modules.Shared, IsContract: false);

        Assert.True(Modules.Crosses(shared, new Place("Application", "Victim", IsContract: true)));
        Assert.False(Modules.Crosses(new Place("WebApi", "Offender", IsContract: false), new Place("Application", "Victim", IsContract: true)));
        Assert.False(Modules.Crosses(new Place("WebApi", "Offender", IsContract: false), shared));
    }

    [Fact]
    public void Modules_are_derived_from_namespaces_and_an_empty_layer_is_reported()
    {
        var planted = Compiled.Types(Compiled.Tests).Where(type => type.Namespace.Contains("Victim", StringComparison.Ordinal)).ToList();

        Assert.Equal(["Victim"], Modules.From(planted));
        Assert.Equal(["Domain.Victim is no module of the Domain", "Application.Victim is no module of the Domain"], Modules.Homeless(planted, []));
        Assert.Equal(["Infrastructure holds nothing of Victim", "WebApi holds nothing of Victim"],
            Modules.Empty(["Victim"], layer => planted.Where(type => Place.Of(type)!.Layer == layer)));
    }

    [Fact]
    public void The_module_map_is_read_from_its_rows() =>
        Assert.Equal(["CoProduction", "Participation"], Modules.Documented("| Other | x |\n\n| module | asks |\n|---|---|\n| **Participation** | who |\n| CoProduction | how |\n\n| Later | x |\n"));

    [Fact]
    public void The_documented_modules_are_those_that_there_are() => Assert.Equal(Modules.Derived, Modules.Documented(Repository.Text("README.md")));

    [Fact]
    public void Every_module_is_in_every_layer() => Report.None(Modules.Empty(Modules.Derived, Compiled.Types));

    [Theory]
    [InlineData("var x = \"Victim.Secret\"; // Victim.Secret\n/* Victim.Secret */", false)]
    [InlineData("var x = tab.Victim.Length;", false)]
    [InlineData("var x = $\"a {Victim.Secret.Code} {{Victim.No}}\";", true)]
    [InlineData("var x = $\"\"\"{ Victim.Secret.Code }\"\"\";", true)]
    [InlineData("var x = \"\"\"Victim.Secret\"\"\";", false)]
    [InlineData("var x = @\"\\\"; var y = Victim.Secret.Code;", true)]
    [InlineData("var x = '\"'; var y = Victim.Secret.Code;", true)]
    [InlineData("using Barometre.Application.Victim;", true)]
    [InlineData("global using Barometre.Application.Victim.Contracts;", true)]
    public void Comments_and_quoted_words_are_not_uses(string line, bool reported)
    {
        var file = new SourceFile("src/Application/Offender/Sample.cs", $"namespace Barometre.Application.Offender;\n{line}\n");

        Assert.Equal(reported, SourceBoundaries.Crossings([file], PlantedModules).Any());
    }

    private static IEnumerable<Mono.Cecil.TypeDefinition> PlantedTypes(string kind) =>
        Compiled.Types(Compiled.Tests).Where(type => type.Namespace == "Barometre.Application.Offender" && type.Name.Split('`')[0] == kind);

    private static IEnumerable<SourceFile> PlantedFiles(string kind) => Repository.CSharp($"{Planted}/Offender").Where(file => file.Name == kind);
}
