using System.Text.RegularExpressions;

namespace Barometre.Domain.Rights.GivenBack;

/// <summary>The names that must not stay in words which leave a record: those the person goes by, and those of whom they named around them.</summary>
/// <remarks>Whole words, in the case in which they are written: <c>Rose</c> hides no <c>rose</c>, and no <c>Rosemont</c>. Where a script puts no space between words
/// (Chinese, Japanese, Thai…), wherever they stand. A name that nobody told the record cannot be known.</remarks>
public sealed class HiddenNames
{
    /// <summary>What stands in a name's place.</summary>
    public const string Mark = "[…]";

    // An initial is in too many words to be a name.
    private const int Shortest = 2;

    // Scripts that run on without spaces.
    private const string RunsOn = @"\p{IsCJKUnifiedIdeographs}\p{IsCJKUnifiedIdeographsExtensionA}\p{IsHiragana}\p{IsKatakana}\p{IsThai}\p{IsLao}\p{IsKhmer}\p{IsMyanmar}";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly Regex Unspaced = new($"[{RunsOn}]", RegexOptions.CultureInvariant, Patience);

    private readonly Regex? _names;

    /// <param name="persons">What the person goes by; each part of it that begins like a name is hidden too.</param>
    /// <param name="others">Whom they named: whole.</param>
    public HiddenNames(IEnumerable<string> persons, IEnumerable<string> others)
    {
        var whole = persons.Select(Plain).ToList();
        List<string> names =
        [
            .. whole.Concat(whole.SelectMany(Parts)).Concat(others.Select(Plain)).Where(name => name.Length >= Shortest).Distinct(StringComparer.Ordinal)
                // The longest first: of “Rose Roy”, both go as one.
                .OrderByDescending(name => name.Length),
        ];
        _names = names.Count == 0 ? null : new Regex(string.Join('|', names.Select(Pattern)), RegexOptions.CultureInvariant, Patience);
    }

    /// <summary>The words with <see cref="Mark"/> in place of each name.</summary>
    public string Hide(string words) => _names is null ? words : _names.Replace(words.Normalize(), Mark);

    private static string Plain(string name) => name.Normalize().Trim();

    // “de”, “von”, “l’” are no names by themselves.
    private static IEnumerable<string> Parts(string name) =>
        name.Split([' ', '\u00a0', '-', '’', '\'', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(part => !char.IsLower(part[0]));

    private static string Pattern(string name)
    {
        var spaced = string.Join(@"\s+", name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape));
        return $"{Edge(name[..1], "(?<!", ")")}{spaced}{Edge(name[^1..], "(?!", ")")}";
    }

    // A word ends where no letter, mark or digit follows; in a script without spaces it ends anywhere.
    private static string Edge(string character, string opens, string closes) => Unspaced.IsMatch(character) ? "" : $@"{opens}[\p{{L}}\p{{M}}\p{{Nd}}]{closes}";
}
