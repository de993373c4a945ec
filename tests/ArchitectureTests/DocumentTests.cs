using Barometre.ArchitectureTests.Checks;

namespace Barometre.ArchitectureTests;

/// <summary>What is written about the code is true of it.</summary>
public sealed class DocumentTests
{
    private static readonly string[] Decisions =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs/decisions"), "????-*.md").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Fact]
    public void The_glossary_names_types_that_exist()
    {
        var types = Compiled.Layers.SelectMany(Compiled.Types).Select(type => type.Name.Split('`')[0]).ToHashSet();

        Report.None(DocumentRules.UnknownTypes(Repository.Text("docs/glossary.md"), types));
    }

    [Fact]
    public void The_index_of_decisions_is_complete()
    {
        Assert.NotEmpty(Decisions);
        Report.None(DocumentRules.IndexFaults(Repository.Text("docs/decisions/README.md"), Decisions));
    }

    [Fact]
    public void A_decision_has_its_five_parts() => Report.None(Decisions.SelectMany(name => DocumentRules.DecisionFaults(name, Repository.Text($"docs/decisions/{name}"))));

    [Fact]
    public void A_decision_that_a_comment_names_is_there() => Report.None(SourceRules.BrokenDecisions(Repository.CSharp("src"), Decisions));

    [Fact]
    public void Links_in_documents_lead_somewhere()
    {
        var documents = Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
            .Select(path => Path.GetRelativePath(Repository.Root, path));

        Report.None(documents.SelectMany(path => DocumentRules.BrokenLinks(path, Repository.Text(path), Repository.Exists)));
    }

    [Fact]
    public void The_README_is_a_page() => Report.None(DocumentRules.ReadmeTooLong(Repository.Text("README.md")));

    [Fact]
    public void Planted_faults_in_documents_are_reported()
    {
        Assert.Single(DocumentRules.UnknownTypes("| a | b | c | `Rating`, `Ghost` |\n| a | b | c | |\n", new HashSet<string> { "Rating" }));
        Assert.Equal(
            ["0002-b.md is not in the index", "the index names 0003-c.md, which is not there", "0002 is the number of 2 decisions"],
            DocumentRules.IndexFaults("[1](0001-a.md) [2](0002-bb.md) [3](0003-c.md)", ["0001-a.md", "0002-b.md", "0002-bb.md"]));
        Assert.Equal(["x.md has no ## Consequences"], DocumentRules.DecisionFaults("x.md", "\n## Context\n\n## Options weighed\n\n## Decision\n\n## When this does not apply\n"));
        Assert.Single(DocumentRules.BrokenLinks("docs/a.md", "[x](b.md) [y](../c.md#d) [z](https://example.org) [w](#here)", file => file == Path.Combine("docs", "b.md")));
        Assert.Single(DocumentRules.ReadmeTooLong(string.Concat(Enumerable.Repeat("line\n", DocumentRules.LongestReadme + 1))));
        Assert.Empty(DocumentRules.ReadmeTooLong(string.Concat(Enumerable.Repeat("line\n", DocumentRules.LongestReadme))));
    }
}
