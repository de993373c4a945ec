using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation.Consents;

/// <summary>What a person answers to one purpose: the last answer that arrived counts, and all of them stay.</summary>
public sealed class Consent : Aggregate
{
    private readonly List<ConsentFact> _facts = [];

    private Consent()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public ConsentKind Kind { get; private init; }

    public string Subject { get; private init; } = "";

    /// <summary>Null until there is an answer.</summary>
    public ConsentAnswer? Answer { get; private set; }

    /// <summary>When the server received the last answer.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>The text that the last answer was to; null for a no said without reading.</summary>
    public string? TextHash { get; private set; }

    /// <summary>Those that were loaded or made.</summary>
    public IReadOnlyList<ConsentFact> Facts => _facts;

    public Purpose Purpose => new(Kind, Subject);

    public static Consent About(Guid serviceUserId, Purpose purpose) => new() { ServiceUserId = serviceUserId, Kind = purpose.Kind, Subject = purpose.Subject };

    /// <summary>A yes to the text that was shown, or a no, which needs none and always counts; a yes that was given before a later answer arrived does not undo it.</summary>
    /// <remarks>What the person refused from an account of their own, nobody else agrees to in their name; all answers are loaded.</remarks>
    /// <exception cref="RuleViolation">The yes was given before the last answer, or is somebody else's to the person's own no.</exception>
    public ConsentFact Say(Guid factId, bool agrees, ShownText? shown, RightsAct act, DateTimeOffset deviceAt)
    {
        var time = FactTime.Of(deviceAt, act.At);
        if (agrees && shown is null)
        {
            throw new RuleViolation(ConsentErrors.TextStale);
        }

        if (agrees && Answer is not null && time.At < Since)
        {
            throw new RuleViolation(ConsentErrors.AnsweredSince);
        }

        var lastYes = _facts.Where(fact => fact.Agrees).Select(fact => (DateTimeOffset?)fact.RecordedAt).Max();
        if (agrees && act.Ground != RightsGround.Person && _facts.Exists(fact => fact is { Agrees: false, Ground: RightsGround.Person } && !(fact.RecordedAt <= lastYes)))
        {
            throw new RuleViolation(RightsErrors.ThePersonLifts);
        }

        var answer = agrees ? ConsentAnswer.Given : Answer is ConsentAnswer.Given or ConsentAnswer.Withdrawn ? ConsentAnswer.Withdrawn : ConsentAnswer.Refused;
        var fact = ConsentFact.Of(ServiceUserId, factId, Purpose, answer, shown, act, time);
        if (Answer is not null)
        {
            Touch();
        }

        _facts.Add(fact);
        (Answer, Since, TextHash) = (answer, time.RecordedAt, shown?.Hash);
        return fact;
    }
}
