using Barometre.Domain.CoProduction.Proposals;

namespace Barometre.Domain.CoProduction.Degrees;

/// <summary>One stage in counts of acts, and the person's share in it.</summary>
/// <param name="Initiated">Acts that began something: by the person, by a practitioner, by both, by others.</param>
/// <param name="Decided">Acts that decided, in the same order.</param>
/// <param name="Done">Acts that did, in the same order.</param>
public sealed record StageFigures(CoproductionStage Stage, IReadOnlyList<int> Initiated, IReadOnlyList<int> Decided, IReadOnlyList<int> Done)
{
    /// <summary>The version of these definitions, kept beside the figures.</summary>
    public const string Method = "coproduction-1";

    private const double Together = 0.5;

    /// <summary>0 to 1: the mean of the person's share in what was initiated, decided and done, of those that there are; what was done together counts half. Null without any act.</summary>
    /// <remarks>The three weigh the same, so that many small acts of one do not drown the decisions.</remarks>
    public double? Share
    {
        get
        {
            var shares = new[] { Initiated, Decided, Done }.Where(acts => acts.Sum() > 0)
                .Select(acts => (acts[(int)Actor.Person] + (Together * acts[(int)Actor.Both])) / acts.Sum()).ToList();
            return shares.Count == 0 ? null : shares.Average();
        }
    }

    /// <summary>The five stages, of whichever acts.</summary>
    public static IReadOnlyList<StageFigures> Of(IReadOnlyCollection<StageAct> acts)
    {
        var counts = acts.CountBy(act => (act.Stage, act.Part, act.By)).ToDictionary(count => count.Key, count => count.Value);
        return [.. Enum.GetValues<CoproductionStage>().Select(stage => new StageFigures(stage, By(stage, StagePart.Initiated), By(stage, StagePart.Decided), By(stage, StagePart.Done)))];

        int[] By(CoproductionStage stage, StagePart part) => [.. Enum.GetValues<Actor>().Select(actor => counts.GetValueOrDefault((stage, part, actor)))];
    }

    /// <summary>0 to 5: in how many stages the person's share is a half or more; null when no stage has any act. It is nobody's mark.</summary>
    public static int? Degree(IEnumerable<StageFigures> stages)
    {
        var shares = stages.Select(stage => stage.Share).OfType<double>().ToList();
        return shares.Count == 0 ? null : shares.Count(share => share >= Together);
    }
}

/// <summary>What was proposed to the person, and how they answered.</summary>
/// <param name="Made">Proposals of whatever kind, by anybody else alone.</param>
/// <param name="Accepted">Taken as they were.</param>
/// <param name="Amended">Taken in the person's own way.</param>
/// <param name="Declined">Said no to.</param>
/// <param name="Withdrawn">Taken back by whoever made them.</param>
/// <param name="AnswerDays">Half of the answers came within so many days; null without any.</param>
public sealed record ProposalFigures(int Made, int Accepted, int Amended, int Declined, int Withdrawn, double? AnswerDays)
{
    /// <summary>Of whichever proposals: how each was answered, null while it was not, and after how long.</summary>
    public static ProposalFigures Of(IReadOnlyCollection<(ProposalState Answer, TimeSpan? After)> proposals)
    {
        int In(ProposalState state) => proposals.Count(one => one.Answer == state);
        var days = proposals.Where(one => one.Answer is ProposalState.Accepted or ProposalState.Amended or ProposalState.Declined)
            .Select(one => one.After!.Value.TotalDays).Order().ToList();
        return new ProposalFigures(
            proposals.Count, In(ProposalState.Accepted), In(ProposalState.Amended), In(ProposalState.Declined), In(ProposalState.Withdrawn),
            days.Count == 0 ? null : Math.Max(0, (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2));
    }
}
