using System.Collections.Frozen;

namespace Barometre.Infrastructure.Participation.Accounts;

/// <summary>The 11,611 commonest passwords of eight characters and more, in lower case, embedded.</summary>
/// <remarks>From the list of zxcvbn 4.4.2 (Dan Wheeler and Dropbox, MIT; the licence stands beside the file).</remarks>
internal static class CommonPasswords
{
    private const string Resource = "Barometre.Infrastructure.Participation.Content.common-passwords.txt";

    private static readonly Lazy<FrozenSet<string>> All = new(Read);

    public static bool Contains(string password) => All.Value.Contains(password);

    private static FrozenSet<string> Read()
    {
        using var reader = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
