namespace Barometre.ArchitectureTests.Checks;

/// <summary>The repository's own files, found from where the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>C# files written by people under <paramref name="folder"/>, as paths from the root with forward slashes.</summary>
    public static IReadOnlyList<SourceFile> CSharp(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(Path.Combine(Root, path))))];

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static bool Exists(string path) => Path.Exists(Path.Combine(Root, path));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Barometre.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Barometre.sln was not found above the tests.");
    }
}

/// <summary>One file of source text.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    private string? _code;

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The text without comments and without what stands between quotes; lines stay where they were.</summary>
    public string Code => _code ??= SourceText.WithoutCommentsAndStrings(Text);

    public int Lines => Text.TrimEnd().Split('\n').Length;
}
