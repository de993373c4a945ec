using System.Xml.Linq;
using Barometre.ArchitectureTests.Checks;
using Barometre.Domain.Shared;
using Mono.Cecil;

namespace Barometre.ArchitectureTests;

/// <summary>Each rule reports what was planted against it.</summary>
public sealed class PlantedConventionTests
{
    private static readonly TypeDefinition[] Planted = [.. Compiled.Types(Compiled.Tests).Where(type => type.Namespace.EndsWith(".Planted", StringComparison.Ordinal))];

    [Fact]
    public void An_unsealed_class() =>
        Reports(TypeRules.Unsealed(Planted), "Domain.Planted.Unsealed", "Application.Planted.ChangeThings", "Application.Planted.FineHandler", "Application.Planted.FineValidator", "PlantedDbContext");

    [Fact]
    public void A_public_setter() => Reports(TypeRules.PublicSetters(Planted), "Unsealed::Open", "ChangeThings::Value");

    [Fact]
    public void An_attribute_of_storage() => Reports(TypeRules.StorageAttributes(Planted), "KeyAttribute");

    [Fact]
    public void A_class_that_can_be_made_empty() => Reports(TypeRules.EmptyConstructors(Planted.Where(type => type.Namespace.Contains("Domain", StringComparison.Ordinal))), "Unsealed");

    [Fact]
    public void A_token_before_others() => Reports(TypeRules.TokensNotLast(Planted), "FineHandler.Work");

    [Fact]
    public void An_endpoint_that_cannot_be_cancelled() => Reports(TypeRules.EndpointsWithoutToken(Planted), "GetThing");

    [Fact]
    public void An_awaitable_without_Async() => Reports(TypeRules.AwaitablesWithoutAsync(Planted), "FineHandler.Work");

    [Fact]
    public void A_public_context() => Reports(TypeRules.OpenContexts(Planted), "PlantedDbContext");

    [Fact]
    public void A_public_type_of_Infrastructure() =>
        Reports(TypeRules.NeedlesslyPublic(Planted.Where(type => type.Namespace.Contains("Infra", StringComparison.Ordinal)), []), "PlantedDbContext");

    [Fact]
    public void A_vague_name()
    {
        Reports(TypeRules.VagueNames(Planted), "ThingHelper");
        Assert.Single(SourceRules.VaguePaths([new SourceFile("src/Domain/Common/Rating.cs", "")]));
        Assert.Single(SourceRules.VaguePaths([new SourceFile("src/Domain/Shared/DateUtils.cs", "")]));
    }

    [Fact]
    public void A_long_method() => Reports(TypeRules.LongMethods(Planted), "Unsealed.Long");

    [Fact]
    public void A_clock_and_a_random_id() => Reports(TypeRules.ClocksAndRandomIds(Planted), "get_UtcNow", "NewGuid");

    [Fact]
    public void Requests_that_are_mutable_unguarded_unhandled_or_badly_named() => Reports(
        RequestRules.Faults(Planted),
        "ChangeThings` is not named …Command", "ChangeThings` is not a sealed record", "ChangeThings.Value` can change", "ChangeThings.Others` can change",
        "ChangeThings.Access` is not made by", "ChangeThings` has 0 handlers", "UnguardedQuery` does not say", "UnguardedQuery` has 0 handlers");

    [Fact]
    public void A_public_handler_or_validator() => Reports(RequestRules.OpenHandlers(Planted), "FineHandler", "FineValidator");

    [Fact]
    public void A_test_that_asserts_nothing() =>
        Reports(AssertionRules.WithoutAssertion(Compiled.Types(Compiled.Tests).Where(type => type is { Name: "Tests", IsPublic: false })), "Asserts_nothing");

    [Theory]
    [InlineData("Two", "public sealed record OneCommand(int A) : ICommand<int>;\ninternal sealed class OneHandler", false)]
    [InlineData("One", "public sealed record OneCommand(int A) : ICommand<int>;", false)]
    [InlineData("One", "public sealed record OneCommand(int A) : ICommand<int>;\ninternal sealed class OneHandler", true)]
    [InlineData("One", "public sealed record OneCommand(int A)\n    : ICommand<int>;\ninternal sealed class OneHandler\npublic sealed record TwoQuery : IQuery<int>;", false)]
    public void A_use_case_elsewhere_than_in_its_file(string name, string text, bool fine) =>
        Assert.Equal(fine, !SourceRules.MisplacedRequests([new SourceFile($"src/Application/M/{name}.cs", text)]).Any());

    [Theory]
    [InlineData("logger.LogError(\"{@Request}\", request);")]
    [InlineData("// TODO later")]
    [InlineData("#region Fields")]
    [InlineData("var now = DateTime.UtcNow;")]
    [InlineData("var now = DateTimeOffset . Now;")]
    public void Forbidden_text(string line) => Assert.Single(SourceRules.ForbiddenText([new SourceFile("src/Domain/M/A.cs", line)]));

    [Fact]
    public void Files_that_are_long_or_misplaced_and_a_crowded_Shared()
    {
        Assert.Single(SourceRules.TooLong([new SourceFile("a.cs", string.Concat(Enumerable.Repeat("x\n", 201))), new SourceFile("b.cs", string.Concat(Enumerable.Repeat("x\n", 200)))], 200));
        Assert.Single(SourceRules.NamespaceIsNotFolder([new SourceFile("src/Domain/M/A.cs", "namespace Barometre.Domain.N;"), new SourceFile("src/Domain/M/B.cs", "namespace Barometre.Domain.M;")]));
        Assert.Single(SourceRules.CrowdedShared(Enumerable.Range(0, SourceRules.MostShared + 1).Select(number => new SourceFile($"src/Domain/Shared/F{number}.cs", ""))));
        Assert.Empty(SourceRules.CrowdedShared(Enumerable.Range(0, SourceRules.MostShared + 1).Select(number => new SourceFile($"src/Domain/Shared/Jobs/F{number}.cs", ""))));
        Assert.Single(SourceRules.BrokenDecisions([new SourceFile("a.cs", "// docs/decisions/0003 docs/decisions/0999")], ["0003-x.md"]));
    }

    [Fact]
    public void Errors_that_share_a_code_or_speak_one_language() => Reports(
        ErrorRules.Faults([new Error("a.b", "Un.", "One."), new Error("a.b", "Deux.", "Two."), new Error("AB", "Trois.", "Three."), new Error("a.c", "Same.", "Same.")]),
        "a.b is declared 2 times", "AB is not", "a.c is not told");

    [Fact]
    public void A_public_type_without_a_sentence()
    {
        var documentation = XDocument.Parse("<doc><members><member name=\"T:Barometre.Domain.Planted.Unsealed\"><summary>Unsealed.</summary></member></members></doc>");

        Reports(DocumentRules.Unexplained(Planted.Where(type => type.Namespace.Contains("Domain", StringComparison.Ordinal)), documentation), "Unsealed");
    }

    private static void Reports(IEnumerable<string> found, params string[] expected)
    {
        var all = found.ToList();
        Assert.Equal(expected.Length, all.Count);
        Assert.All(expected, part => Assert.Contains(all, message => message.Contains(part, StringComparison.Ordinal)));
    }
}
