using Barometre.Domain.Shared;

namespace Barometre.Domain.Strengths;

/// <summary>The order in which the person sees their strengths, and those they are proudest of.</summary>
public sealed class Arrangement : Aggregate
{
    /// <summary>The most strengths that an order names.</summary>
    public const int Longest = 1000;

    private readonly List<ArrangementFact> _facts = [];

    private Arrangement()
    {
    }

    public Guid ServiceUserId { get; private init; }

    /// <summary>The orders at hand; the current one is the one without an end.</summary>
    public IReadOnlyList<ArrangementFact> Facts => _facts;

    /// <summary>No order yet.</summary>
    public static Arrangement For(Guid serviceUserId) => new() { ServiceUserId = serviceUserId };

    /// <summary>Puts the strengths in this order and pins these; what is not named comes after, oldest first. What was there before stays as history.</summary>
    /// <remarks>Needs the current order at hand.</remarks>
    public void Arrange(IReadOnlyList<Guid> order, IReadOnlyList<Guid> pinned, StrengthNoting noting)
    {
        if (!noting.WithThePerson)
        {
            throw new RuleViolation(StrengthsErrors.ThePersonDecides);
        }

        if (order.Distinct().Count() < order.Count || pinned.Distinct().Count() < pinned.Count)
        {
            throw new RuleViolation(StrengthsErrors.StrengthTwice);
        }

        var before = _facts.Find(fact => fact.Until is null);
        if (before is not null && before.Ordered.SequenceEqual(order) && before.Pinned.SequenceEqual(pinned))
        {
            return;
        }

        var now = FactTime.Of(noting.Now, noting.Now).RecordedAt;
        before?.End(now);
        _facts.Add(ArrangementFact.Of(this, order, pinned, noting));
        Touch();
    }
}

/// <summary>An order of the strengths, for a time.</summary>
public sealed class ArrangementFact
{
    private ArrangementFact()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    /// <summary>Strengths, first to last.</summary>
    public Guid[] Ordered { get; private init; } = [];

    /// <summary>The strengths that the person is proudest of.</summary>
    public Guid[] Pinned { get; private init; } = [];

    public Setting Setting { get; private init; }

    public Perspective Perspective { get; private init; }

    public Guid AuthorId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public DateTimeOffset DeviceAt { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>Null while it is the order.</summary>
    public DateTimeOffset? Until { get; private set; }

    internal static ArrangementFact Of(Arrangement arrangement, IReadOnlyList<Guid> order, IReadOnlyList<Guid> pinned, StrengthNoting noting)
    {
        var time = FactTime.Of(noting.DeviceAt, noting.Now);
        return new ArrangementFact
        {
            ServiceUserId = arrangement.ServiceUserId,
            Id = Guid.CreateVersion7(noting.Now),
            Ordered = [.. order],
            Pinned = [.. pinned],
            Setting = noting.Setting,
            Perspective = noting.Perspective,
            AuthorId = noting.AuthorId,
            At = time.At,
            DeviceAt = time.DeviceAt,
            RecordedAt = time.RecordedAt,
        };
    }

    internal void End(DateTimeOffset now) => Until = now;
}
