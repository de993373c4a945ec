using Barometre.Domain.Shared;

namespace Barometre.Domain.QualityOfLife;

/// <summary>How far an assessment has come; partial is normal, at any of them.</summary>
public enum AssessmentState
{
    /// <summary>May be continued, today or months later.</summary>
    Open,

    /// <summary>Said to be finished; answers that come later are corrections.</summary>
    Completed,

    /// <summary>Given up: its answers stay readable and no longer count.</summary>
    Abandoned,
}

/// <summary>How an assessment begins.</summary>
/// <param name="Id">Made by the device.</param>
/// <param name="ProjectId">The project it is filled in; null when none.</param>
/// <param name="OpenedBy">The account that opens it.</param>
/// <param name="DeviceAt">What the device's clock said.</param>
public sealed record Opening(
    Guid ServiceUserId, Guid Id, string Instrument, string InstrumentVersion, Guid? ProjectId, Perspective Perspective, Setting Setting, Guid OpenedBy, DateTimeOffset DeviceAt);

/// <summary>One sitting, or several, with the themes: opened, continued from any device, completed or abandoned.</summary>
public sealed class Assessment : Aggregate
{
    private readonly List<Answer> _answers = [];

    private Assessment()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    public string Instrument { get; private init; } = "";

    public string InstrumentVersion { get; private init; } = "";

    public Guid? ProjectId { get; private init; }

    /// <summary>Whose view its answers tell.</summary>
    public Perspective Perspective { get; private init; }

    public Setting Setting { get; private init; }

    public AssessmentState State { get; private set; }

    /// <summary>The account that opened it.</summary>
    public Guid OpenedBy { get; private init; }

    /// <summary>The time that counts: the device's, but never later than the server's.</summary>
    public DateTimeOffset OpenedAt { get; private init; }

    public DateTimeOffset DeviceOpenedAt { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>When it was completed or abandoned.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The answers at hand: all that a new assessment has; of one that was kept, those that were asked for.</summary>
    public IReadOnlyList<Answer> Answers => _answers;

    public static Assessment Open(Opening opening, DateTimeOffset now)
    {
        var time = FactTime.Of(opening.DeviceAt, now);
        var assessment = new Assessment
        {
            ServiceUserId = opening.ServiceUserId,
            Id = opening.Id,
            Instrument = opening.Instrument,
            InstrumentVersion = opening.InstrumentVersion,
            ProjectId = opening.ProjectId,
            Perspective = opening.Perspective,
            Setting = opening.Setting,
            OpenedBy = opening.OpenedBy,
            OpenedAt = time.At,
            DeviceOpenedAt = time.DeviceAt,
            RecordedAt = time.RecordedAt,
        };
        assessment.Raise(new AssessmentOpened(opening.ServiceUserId));
        return assessment;
    }

    /// <summary>Whether <paramref name="opening"/> opens this very assessment again: a device sends it until it hears back.</summary>
    public bool IsOpenedBy(Opening opening) =>
        Perspective == opening.Perspective && Setting == opening.Setting && ProjectId == opening.ProjectId && Instrument == opening.Instrument;

    /// <summary>Adds answers in the order in which they were given; those already known change nothing.</summary>
    /// <remarks>Needs at hand the current answers of these themes and any answer with one of these ids.</remarks>
    /// <exception cref="RuleViolation">An id is known with another content, or an answer was given after the assessment was abandoned.</exception>
    public void Record(IReadOnlyList<GivenAnswer> given, Guid authorId, DateTimeOffset now)
    {
        var known = _answers.ToDictionary(answer => answer.Id);
        var current = _answers.Where(answer => answer.SupersededAt is null).ToDictionary(answer => answer.Theme, StringComparer.Ordinal);
        HashSet<string> changed = new(StringComparer.Ordinal);
        var before = _answers.Count;
        foreach (var each in given)
        {
            if (known.TryGetValue(each.Id, out var same))
            {
                if (!same.Says(each))
                {
                    throw new RuleViolation(QualityOfLifeErrors.AnswerIdReused, each.Id);
                }

                continue;
            }

            var answer = Answer.Of(this, each, FactTime.Of(each.At, now), authorId);
            Add(answer, current, changed);
            known.Add(answer.Id, answer);
        }

        if (_answers.Count > before)
        {
            Touch();
            RaiseIfCounting(changed);
        }
    }

    /// <summary>Whether somebody giving <paramref name="perspective"/> may write to it: their own view, or the person's when both are at one screen.</summary>
    public bool IsOpenTo(Perspective perspective, Guid accountId) => Perspective switch
    {
        Perspective.ServiceUser => perspective == Perspective.ServiceUser || Setting == Setting.Joint,
        _ => perspective == Perspective && OpenedBy == accountId,
    };

    /// <summary>Says that the assessment is finished; said again, nothing changes.</summary>
    public void Complete(DateTimeOffset deviceAt, DateTimeOffset now)
    {
        if (State == AssessmentState.Abandoned)
        {
            throw new RuleViolation(QualityOfLifeErrors.AssessmentAbandoned);
        }

        Close(AssessmentState.Completed, deviceAt, now);
    }

    /// <summary>Gives the assessment up: its answers no longer count.</summary>
    /// <remarks>Needs all its current answers at hand.</remarks>
    public void Abandon(DateTimeOffset deviceAt, DateTimeOffset now)
    {
        if (State != AssessmentState.Abandoned)
        {
            RaiseIfCounting([.. _answers.Where(answer => answer is { SupersededAt: null, Kind: not AnswerKind.Cleared }).Select(answer => answer.Theme)]);
            Close(AssessmentState.Abandoned, deviceAt, now);
        }
    }

    private void Close(AssessmentState state, DateTimeOffset deviceAt, DateTimeOffset now)
    {
        if (State != state)
        {
            (State, ClosedAt) = (state, FactTime.Of(deviceAt, now).At);
            Touch();
        }
    }

    private void Add(Answer answer, Dictionary<string, Answer> current, HashSet<string> changed)
    {
        // What was noted before the assessment was given up and arrives late is kept; it does not count either.
        if (State == AssessmentState.Abandoned && answer.At > ClosedAt)
        {
            throw new RuleViolation(QualityOfLifeErrors.AssessmentAbandoned);
        }

        _answers.Add(answer);
        if (current.TryGetValue(answer.Theme, out var other))
        {
            if (!answer.IsAfter(other))
            {
                answer.Supersede(answer.RecordedAt);
                return;
            }

            other.Supersede(answer.RecordedAt);
        }

        // Of any kind: what does not concern the person, or is taken back, changes how many themes a sphere counts.
        current[answer.Theme] = answer;
        changed.Add(answer.Theme);
    }

    private void RaiseIfCounting(HashSet<string> themes)
    {
        if (themes.Count > 0 && State != AssessmentState.Abandoned)
        {
            Raise(new AnswersRecorded(ServiceUserId, Perspective, [.. themes.Order(StringComparer.Ordinal)]));
        }
    }
}
