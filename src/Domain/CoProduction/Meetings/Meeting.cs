using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Meetings;

/// <summary>Where a sharing meeting stands.</summary>
public enum MeetingState
{
    Planned,
    UnderWay,

    /// <summary>It will not be; it may be planned again.</summary>
    CalledOff,

    /// <summary>It was held; what is noted on its agenda afterwards still counts.</summary>
    Closed,
}

/// <summary>A sharing meeting (<em>mise en commun</em>): planned or begun by either, its agenda edited by both, closed once.</summary>
public sealed class Meeting : Aggregate
{
    private readonly List<MeetingStep> _steps = [];

    private Meeting()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    /// <summary>The account that planned it, or began it on the spot.</summary>
    public Guid OpenedBy { get; private init; }

    /// <summary>As what that account was there.</summary>
    public Perspective Perspective { get; private init; }

    public Setting Setting { get; private init; }

    /// <summary>When it was first noted.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Where it stands now: closed once it was closed, else the last of its steps.</summary>
    public MeetingState State { get; private set; }

    public DateTimeOffset StateSince { get; private set; }

    /// <summary>The steps at hand; all of them when a step is made.</summary>
    public IReadOnlyList<MeetingStep> Steps => _steps;

    /// <summary>Plans a meeting, or begins one on the spot.</summary>
    /// <param name="noting">Its id is the meeting's.</param>
    /// <param name="step">Planned for a day, or under way.</param>
    /// <param name="now">The server's time.</param>
    public static Meeting Open(Noting noting, MeetingStepContent step, DateTimeOffset now)
    {
        if (step.To is not (MeetingState.Planned or MeetingState.UnderWay))
        {
            throw new RuleViolation(MeetingErrors.NotThere);
        }

        var first = MeetingStep.Of(noting.Id, noting, Checked(noting, step), now);
        var meeting = new Meeting
        {
            ServiceUserId = noting.ServiceUserId,
            Id = noting.Id,
            OpenedBy = noting.AuthorId,
            Perspective = noting.Perspective,
            Setting = noting.Setting,
            At = first.At,
            State = step.To,
            StateSince = first.At,
        };
        meeting._steps.Add(first);
        return meeting;
    }

    /// <summary>Plans it for another day, begins it, calls it off or closes it; what arrives late takes its place in time.</summary>
    /// <remarks>Needs all steps at hand. A meeting that two devices close is closed by the first whose closing arrives: the other is told, and loses no note of the agenda.</remarks>
    /// <exception cref="RuleViolation">It was closed before, or somebody else decides for the person.</exception>
    public MeetingStep Step(Noting noting, MeetingStepContent content, DateTimeOffset now)
    {
        var closing = _steps.Find(step => step.State == MeetingState.Closed);
        var step = MeetingStep.Of(Id, noting, Checked(noting, content), now, At);
        if (closing is not null && (content.To == MeetingState.Closed || step.At > closing.At))
        {
            throw new RuleViolation(MeetingErrors.ClosedBefore);
        }

        _steps.Add(step);
        var standing = _steps.Find(one => one.State == MeetingState.Closed) ?? _steps.InOrder().Last();
        (State, StateSince) = (standing.State, standing.At);
        Touch();
        return step;
    }

    // A closing's words are what was decided.
    private static MeetingStepContent Checked(Noting noting, MeetingStepContent content) =>
        content is { To: MeetingState.Closed, WordsSealed: not null } && !noting.IsThePersons ? throw new RuleViolation(MeetingErrors.DecisionIsThePersons)
        : content is { To: MeetingState.Planned, Day: null } ? throw new RuleViolation(MeetingErrors.NoDay)
        : content;
}

/// <summary>What a step of a meeting says.</summary>
/// <param name="Day">The day it is planned for or was held, where the person lives.</param>
/// <param name="Time">The time of that day, where the person lives, if one was set.</param>
/// <param name="Members">The members of the circle who are to be there, are there or were there, beside the person.</param>
/// <param name="WordsSealed">What it is for, why it was called off, or what was decided in it.</param>
/// <param name="NextOn">The day of the next one, set in closing this one.</param>
/// <param name="ReviewId">The review of the plan that it was.</param>
public sealed record MeetingStepContent(
    MeetingState To, DateOnly? Day, TimeOnly? Time, IReadOnlyList<Guid> Members, byte[]? WordsSealed, DateOnly? NextOn = null, Guid? ReviewId = null);

/// <summary>A meeting's coming to a state, with what was said of it.</summary>
public sealed class MeetingStep : NotedFact
{
    private MeetingStep()
    {
    }

    private MeetingStep(Noting noting, DateTimeOffset now, DateTimeOffset? after)
        : base(noting, now, after)
    {
    }

    public Guid MeetingId { get; private init; }

    public MeetingState State { get; private init; }

    /// <summary>The day it is planned for or was held, where the person lives.</summary>
    public DateOnly? Day { get; private init; }

    /// <summary>The time of that day, where the person lives.</summary>
    public TimeOnly? Time { get; private init; }

    /// <summary>Members of the circle, beside the person.</summary>
    public Guid[] Members { get; private init; } = [];

    public byte[]? WordsSealed { get; private init; }

    /// <summary>The day of the next one, set in closing this one.</summary>
    public DateOnly? NextOn { get; private init; }

    /// <summary>The review of the plan that the meeting was.</summary>
    public Guid? ReviewId { get; private init; }

    internal static MeetingStep Of(Guid meetingId, Noting noting, MeetingStepContent content, DateTimeOffset now, DateTimeOffset? after = null) => new(noting, now, after)
    {
        MeetingId = meetingId,
        State = content.To,
        Day = content.Day,
        Time = content.Time,
        Members = [.. content.Members],
        WordsSealed = content.WordsSealed,
        NextOn = content.NextOn,
        ReviewId = content.ReviewId,
    };
}
