using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Effects;

/// <summary>What of the answers one reader may know of: the one place where that is decided, for every reading.</summary>
/// <remarks>The person sees all of it. Anybody else sees the process part of no sheet, whomever it is about, unless the person showed that sheet to their place: then the answers that
/// were there when it was shown. What a reader may not see is not there for them: no answer, no count, no time, no sheet that holds nothing else.</remarks>
public sealed class EffectsSight
{
    private readonly bool _all;
    private readonly Dictionary<Guid, DateTimeOffset> _shown;

    private EffectsSight(bool all, Dictionary<Guid, DateTimeOffset> shown) => (_all, _shown) = (all, shown);

    /// <summary>The person's own.</summary>
    public static EffectsSight Own { get; } = new(true, []);

    /// <summary>That of a member of the circle.</summary>
    /// <param name="memberId">The place through which they look; null for none, to which nothing is ever shown.</param>
    /// <param name="showings">All of the person's.</param>
    public static EffectsSight Of(Guid? memberId, IEnumerable<EffectsShowing> showings) => new(
        false,
        showings.Where(showing => showing.MemberId == memberId).GroupBy(showing => showing.SheetId).Select(sheet => sheet.InOrder().Last()).Where(last => last.Shown)
            .ToDictionary(last => last.SheetId, last => last.RecordedAt));

    /// <summary>Whether the reader may know of an answer.</summary>
    public bool Sees(EffectsAnswer answer) => _all || answer.Family != EffectsFamily.Process || (_shown.TryGetValue(answer.SheetId, out var until) && answer.RecordedAt <= until);

    /// <summary>Whether a family of a sheet is there for the reader at all.</summary>
    public bool Sees(Guid sheetId, EffectsFamily family) => _all || family != EffectsFamily.Process || _shown.ContainsKey(sheetId);

    /// <summary>The sheets that are there for the reader, each with what they may know of it: of each question the latest word by time.</summary>
    public IEnumerable<(EffectsSheet Sheet, IReadOnlyList<EffectsAnswer> Answers)> Open(IEnumerable<EffectsSheet> sheets, IEnumerable<EffectsAnswer> answers)
    {
        var seen = answers.Where(Sees).ToLookup(answer => answer.SheetId);
        return sheets.Where(sheet => _all || seen.Contains(sheet.Id))
            .Select(sheet => (sheet, (IReadOnlyList<EffectsAnswer>)[.. seen[sheet.Id].GroupBy(answer => answer.Item).Select(item => item.InOrder().Last())]));
    }
}
