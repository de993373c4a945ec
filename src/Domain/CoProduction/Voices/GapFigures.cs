namespace Barometre.Domain.CoProduction.Voices;

/// <summary>What became of the gaps between two voices in one stretch of time, in counts.</summary>
/// <param name="Opened">How often a gap opened by new ratings, for the first time or again.</param>
/// <param name="TalkedAbout">Of those, of how many something was said before they were closed, narrowed or could be compared no more.</param>
/// <param name="Agreed">How often both sides said that they agree.</param>
/// <param name="AgreedToDiffer">How often both sides said that they leave it so.</param>
public sealed record GapFigures(int Opened, int TalkedAbout, int Agreed, int AgreedToDiffer)
{
    /// <param name="gaps">Each theme's story, and when something was said of it.</param>
    /// <param name="within">Which instants count.</param>
    public static GapFigures Of(IEnumerable<TalkedGap> gaps, Func<DateTimeOffset, bool> within)
    {
        var steps = gaps.SelectMany(gap => gap.Story.Steps.Select((step, place) => (step.Kind, step.At, Until: gap.Story.Steps.Skip(place + 1).FirstOrDefault()?.At, gap.Said)))
            .Where(step => within(step.At)).ToList();
        var opened = steps.FindAll(step => step.Kind is GapStepKind.Opened or GapStepKind.Reopened);
        return new GapFigures(
            opened.Count,
            opened.Count(gap => gap.Said.Any(at => at >= gap.At && (gap.Until is null || at <= gap.Until))),
            steps.Count(step => step.Kind == GapStepKind.Agreed),
            steps.Count(step => step.Kind == GapStepKind.AgreedToDiffer));
    }
}

/// <summary>A gap's story, and when something was said of it: a message in the conversation on its theme, or where a side stands.</summary>
public sealed record TalkedGap(GapStory Story, IReadOnlyCollection<DateTimeOffset> Said);
