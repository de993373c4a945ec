namespace Barometre.IntegrationTests;

/// <summary>Fails with every finding on a line of its own, whole: a cut message sends its reader looking.</summary>
internal static class Findings
{
    public static void None(IEnumerable<string> findings)
    {
        var all = findings.Distinct(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, string.Join('\n', all.Prepend($"{all.Count} found:")));
    }
}
