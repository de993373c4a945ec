using System.Diagnostics;
using System.Text.RegularExpressions;
using Barometre.ArchitectureTests.Checks;

namespace Barometre.ArchitectureTests;

/// <summary>The scripts under build/ explain themselves, and the documents name scripts that are there.</summary>
public sealed partial class ScriptTests
{
    private static readonly string[] Names =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "build")).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    public static TheoryData<string> Scripts() => [.. Names];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_script_says_how_it_is_used_and_what_it_does(string script)
    {
        using var help = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "build", script), "--help"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = await help.StandardOutput.ReadToEndAsync();
        await help.WaitForExitAsync();

        Assert.Equal(0, help.ExitCode);
        Assert.StartsWith($"Usage: build/{script}", text, StringComparison.Ordinal);
        Assert.True(text.Split('\n').Length > 3);
        Assert.DoesNotContain("shellcheck source", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_scripts_that_documents_name_are_there()
    {
        var documents = Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(Repository.Root, "*.md"));
        var named = documents.SelectMany(document => ScriptName().Matches(File.ReadAllText(document))).Select(match => match.Groups["name"].Value).Distinct().ToList();

        Assert.Contains("run", named);
        Assert.Empty(named.Except(Names));
    }

    [GeneratedRegex(@"\bbuild/(?<name>[a-z-]+)\b(?!/)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ScriptName();
}
