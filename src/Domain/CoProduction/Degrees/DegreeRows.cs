using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Degrees;

/// <summary>A stretch of time that figures are made for: a quarter of a year in UTC, or all of it.</summary>
public static class Period
{
    /// <summary>All that there is.</summary>
    public const string All = "all";

    /// <summary><c>2026-Q1</c>.</summary>
    public static string Of(DateTimeOffset at) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{at.UtcDateTime.Year:0000}-Q{((at.UtcDateTime.Month - 1) / 3) + 1}");

    /// <summary>Whether an instant lies in it.</summary>
    public static bool IsIn(DateTimeOffset at, string period) => period == All || Of(at) == period;
}

/// <summary>The degree of coproduction in one stretch of time, as last computed.</summary>
public sealed class DegreeRow
{
    private DegreeRow()
    {
    }

    public Guid ServiceUserId { get; private init; }

    /// <summary>A code of <see cref="Degrees.Period"/>.</summary>
    public string Period { get; private init; } = "";

    /// <summary>0 to 5; null without any act.</summary>
    public int? Degree { get; private set; }

    /// <summary>How many stages have any act, 0 to 5.</summary>
    public int Stages { get; private set; }

    public int Made { get; private set; }

    public int Accepted { get; private set; }

    public int Amended { get; private set; }

    public int Declined { get; private set; }

    public int Withdrawn { get; private set; }

    /// <summary>In days; null without any answer.</summary>
    public double? AnswerDays { get; private set; }

    /// <summary>Acts by somebody on their own.</summary>
    public int Alone { get; private set; }

    /// <summary>Acts on one screen.</summary>
    public int Joint { get; private set; }

    /// <summary>The version of the definitions.</summary>
    public string Method { get; private set; } = "";

    /// <summary>Stands for the very set of facts computed from.</summary>
    public long Inputs { get; private set; }

    public DateTimeOffset ComputedAt { get; private set; }

    public static DegreeRow For(Guid serviceUserId, string period) => new() { ServiceUserId = serviceUserId, Period = period };

    /// <summary>What it says of proposals.</summary>
    public ProposalFigures Proposals => new(Made, Accepted, Amended, Declined, Withdrawn, AnswerDays);

    /// <summary>Takes on what was computed; false when it said so already, and then nothing changes.</summary>
    public bool Become(IReadOnlyList<StageFigures> stages, ProposalFigures proposals, (int Alone, int Joint) use, long inputs, DateTimeOffset now)
    {
        var (degree, defined) = (StageFigures.Degree(stages), stages.Count(stage => stage.Share is not null));
        if (Method == StageFigures.Method && Inputs == inputs && (Degree, Stages, Proposals, (Alone, Joint)) == (degree, defined, proposals, use))
        {
            return false;
        }

        (Degree, Stages) = (degree, defined);
        (Made, Accepted, Amended, Declined, Withdrawn, AnswerDays) = proposals;
        (Alone, Joint) = use;
        (Method, Inputs, ComputedAt) = (StageFigures.Method, inputs, FactTime.Microseconds(now));
        return true;
    }
}

/// <summary>One stage in one stretch of time, as last computed; only of stages that have any act.</summary>
public sealed class StageRow
{
    private StageRow()
    {
    }

    public Guid ServiceUserId { get; private init; }

    /// <summary>A code of <see cref="Degrees.Period"/>.</summary>
    public string Period { get; private init; } = "";

    public CoproductionStage Stage { get; private init; }

    /// <summary>By the person, by a practitioner, by both, by others.</summary>
    public int[] Initiated { get; private set; } = [];

    /// <summary>In the same order.</summary>
    public int[] Decided { get; private set; } = [];

    /// <summary>In the same order.</summary>
    public int[] Done { get; private set; } = [];

    /// <summary>The person's, 0 to 1.</summary>
    public double Share { get; private set; }

    /// <summary>Stands for the very set of facts computed from.</summary>
    public long Inputs { get; private set; }

    public DateTimeOffset ComputedAt { get; private set; }

    public static StageRow For(Guid serviceUserId, string period, CoproductionStage stage) => new() { ServiceUserId = serviceUserId, Period = period, Stage = stage };

    /// <summary>What it says.</summary>
    public StageFigures Figures => new(Stage, Initiated, Decided, Done);

    /// <summary>Takes on what was computed; false when it said so already, and then nothing changes.</summary>
    public bool Become(StageFigures figures, long inputs, DateTimeOffset now)
    {
        if (Inputs == inputs && Share.Equals(figures.Share ?? 0) && Initiated.SequenceEqual(figures.Initiated) && Decided.SequenceEqual(figures.Decided) && Done.SequenceEqual(figures.Done))
        {
            return false;
        }

        (Initiated, Decided, Done, Share) = ([.. figures.Initiated], [.. figures.Decided], [.. figures.Done], figures.Share ?? 0);
        (Inputs, ComputedAt) = (inputs, FactTime.Microseconds(now));
        return true;
    }
}
