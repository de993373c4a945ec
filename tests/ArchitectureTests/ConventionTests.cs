using System.Reflection;
using System.Xml.Linq;
using Barometre.ArchitectureTests.Checks;
using Mono.Cecil;

namespace Barometre.ArchitectureTests;

/// <summary>The house style (CONTRIBUTING.md), on everything under src; <see cref="PlantedConventionTests"/> proves that each rule bites.</summary>
public sealed class ConventionTests
{
    private static readonly TypeDefinition[] All = [.. Compiled.Layers.SelectMany(Compiled.Types)];
    private static readonly IReadOnlyList<SourceFile> Sources = Repository.CSharp("src");

    [Fact]
    public void Classes_are_sealed() => Report.None(TypeRules.Unsealed(All));

    [Fact]
    public void Nothing_in_Domain_can_be_set_from_outside() => Report.None(TypeRules.PublicSetters(Compiled.Types("Domain")));

    [Fact]
    public void Domain_knows_nothing_of_storage() => Report.None(TypeRules.StorageAttributes(Compiled.Types("Domain")));

    [Fact]
    public void Nothing_in_Domain_can_be_made_empty() => Report.None(TypeRules.EmptyConstructors(Compiled.Types("Domain")));

    [Fact]
    public void A_cancellation_token_comes_last() => Report.None(TypeRules.TokensNotLast(All));

    [Fact]
    public void An_endpoint_can_be_cancelled() => Report.None(TypeRules.EndpointsWithoutToken(Compiled.Types("WebApi")));

    [Fact]
    public void What_is_awaited_is_named_Async() => Report.None(TypeRules.AwaitablesWithoutAsync(All));

    [Fact]
    public void A_modules_context_is_its_own() => Report.None(TypeRules.OpenContexts(All));

    [Fact]
    public void Modules_show_no_more_than_needed() =>
        Report.None(TypeRules.NeedlesslyPublic(Compiled.Types("Infrastructure").Concat(Compiled.Types("WebApi")), Compiled.Types("WebApi")));

    [Fact]
    public void Names_say_what_things_are() => Report.None(TypeRules.VagueNames(All).Concat(SourceRules.VaguePaths(Sources)));

    [Fact]
    public void Methods_are_short() => Report.None(TypeRules.LongMethods(All));

    [Fact]
    public void Time_and_ids_can_be_set_by_a_test() => Report.None(TypeRules.ClocksAndRandomIds(All));

    [Fact]
    public void Every_request_states_its_access_and_has_one_handler()
    {
        Assert.NotEmpty(RequestRules.Requests(All));
        Report.None(RequestRules.Faults(All));
    }

    [Fact]
    public void Handlers_and_validators_are_internal() => Report.None(RequestRules.OpenHandlers(All));

    [Fact]
    public void A_use_case_is_one_file_with_its_name() => Report.None(SourceRules.MisplacedRequests(Sources));

    [Fact]
    public void Files_are_short() =>
        Report.None(SourceRules.TooLong(Sources, SourceRules.LongestSource).Concat(SourceRules.TooLong(Repository.CSharp("tests"), SourceRules.LongestTest)));

    [Fact]
    public void No_whole_object_is_logged_and_nothing_is_left_undone() => Report.None(SourceRules.ForbiddenText(Sources));

    [Fact]
    public void A_namespace_is_its_folder() => Report.None(SourceRules.NamespaceIsNotFolder(Sources));

    [Fact]
    public void Shared_stays_small() => Report.None(SourceRules.CrowdedShared(Sources));

    [Fact]
    public void Every_error_has_a_code_of_its_own_and_both_languages() => Report.None(ErrorRules.Faults(ErrorRules.Declared(Compiled.Layers.Select(layer => Assembly.Load($"Barometre.{layer}")))));

    [Theory]
    [InlineData("UnitTests")]
    [InlineData("IntegrationTests")]
    [InlineData("ArchitectureTests")]
    public void Every_test_asserts_something(string project)
    {
        var path = Path.Combine(Repository.Root, "tests", project, "bin", "Debug", "net10.0", $"Barometre.{project}.dll");
        Assert.True(File.Exists(path), $"{project} is not built: build the solution first (dotnet build).");
        var types = Compiled.Types(Compiled.Open(path)).Where(type => type.IsPublic).ToList();

        Assert.True(AssertionRules.Tests(types) > 0);
        Report.None(AssertionRules.WithoutAssertion(types));
    }

    [Theory]
    [InlineData("Domain", "")]
    [InlineData("Application", ".Contracts")]
    public void Public_types_are_explained_in_a_sentence(string layer, string part)
    {
        var types = Compiled.Types(layer).Where(type => $"{type.Namespace}.".Contains($"{part}.", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(types);
        Report.None(DocumentRules.Unexplained(types, XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"Barometre.{layer}.xml"))));
    }
}
