using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Effects;

/// <summary>What a sheet of answers is about.</summary>
public enum EffectsSubjectKind
{
    /// <summary>A service: a project that the person is in.</summary>
    Service,

    /// <summary>How a practitioner accompanies the person: a place in their circle.</summary>
    Accompaniment,
}

/// <summary>A moment at which the person says how they perceive a service or an accompaniment: opened, resumed, never due. The answers are facts beside it.</summary>
public sealed class EffectsSheet : NotedFact
{
    private EffectsSheet()
    {
    }

    private EffectsSheet(Noting noting, DateTimeOffset now)
        : base(noting, now)
    {
    }

    public EffectsSubjectKind SubjectKind { get; private init; }

    /// <summary>The project, or the place in the circle.</summary>
    public Guid SubjectId { get; private init; }

    /// <summary>The version of the questions that was shown.</summary>
    public string Questionnaire { get; private init; } = "";

    /// <exception cref="RuleViolation">Somebody else answers for the person.</exception>
    public static EffectsSheet Open(Noting noting, EffectsSubjectKind kind, Guid subjectId, string questionnaire, DateTimeOffset now) =>
        new(EffectsAnswer.ByThePerson(noting), now) { SubjectKind = kind, SubjectId = subjectId, Questionnaire = questionnaire };
}

/// <summary>What an answer is; a question without any is unanswered, which is never 50.</summary>
public enum EffectsAnswerKind
{
    Rating,
    NotConcerned,
    RatherNotSay,
}

/// <summary>What the person said to one question of a sheet at one time; a correction is another.</summary>
public sealed class EffectsAnswer : NotedFact
{
    public const int Lowest = 0;
    public const int Highest = 100;

    private EffectsAnswer()
    {
    }

    private EffectsAnswer(Noting noting, DateTimeOffset now)
        : base(noting, now)
    {
    }

    public Guid SheetId { get; private init; }

    /// <summary>The question's code.</summary>
    public string Item { get; private init; } = "";

    public EffectsFamily Family { get; private init; }

    public EffectsAnswerKind Kind { get; private init; }

    /// <summary>0 to 100, as the person perceives it; null unless it is a rating. For a change, 50 = same as before.</summary>
    public short? Rating { get; private init; }

    public byte[]? CommentSealed { get; private init; }

    /// <exception cref="RuleViolation">Somebody else answers for the person, or a rating is missing or out of range.</exception>
    public static EffectsAnswer Give(Noting noting, Guid sheetId, string item, EffectsFamily family, EffectsAnswerKind kind, int? rating, byte[]? commentSealed, DateTimeOffset now) =>
        (kind == EffectsAnswerKind.Rating) != (rating is >= Lowest and <= Highest) || (kind != EffectsAnswerKind.Rating && rating is not null)
            ? throw new RuleViolation(EffectsErrors.RatingOrNone)
            : new EffectsAnswer(ByThePerson(noting), now) { SheetId = sheetId, Item = item, Family = family, Kind = kind, Rating = (short?)rating, CommentSealed = commentSealed };

    internal static Noting ByThePerson(Noting noting) =>
        noting.Perspective == Perspective.ServiceUser ? noting : throw new RuleViolation(EffectsErrors.ThePersonsOwn);
}

/// <summary>The person's showing of the process part of one sheet to one member of their circle, or their taking it back.</summary>
public sealed class EffectsShowing : NotedFact
{
    private EffectsShowing()
    {
    }

    private EffectsShowing(Noting noting, DateTimeOffset now, DateTimeOffset? after)
        : base(noting, now, after)
    {
    }

    public Guid SheetId { get; private init; }

    /// <summary>The place in the circle to which it is shown.</summary>
    public Guid MemberId { get; private init; }

    /// <summary>False takes back what was shown.</summary>
    public bool Shown { get; private init; }

    /// <param name="before">All that was noted of this sheet and this place: a taking back stands after it, since a slow clock must not leave it shown.</param>
    /// <exception cref="RuleViolation">Somebody else shows what is the person's.</exception>
    public static EffectsShowing Note(Noting noting, Guid sheetId, Guid memberId, bool shown, IEnumerable<EffectsShowing> before, DateTimeOffset now) =>
        new(EffectsAnswer.ByThePerson(noting), now, shown ? null : before.Max(one => (DateTimeOffset?)one.At)) { SheetId = sheetId, MemberId = memberId, Shown = shown };
}
