using System.Buffers.Binary;

namespace Barometre.Domain.Shared;

/// <summary>Who notes something in a record, as what, with whom, and when their device says it was.</summary>
/// <param name="Id">The fact's own id, made by the device: sent again, it is the same fact.</param>
/// <param name="AuthorId">The account, or the integrator's key, that held the device.</param>
/// <param name="Perspective">Whose view it tells; for a decision, as what the author is there.</param>
/// <param name="PresentMemberId">The member of the circle who was there, when people noted together.</param>
/// <param name="DeviceAt">What the device's clock said.</param>
public sealed record Noting(
    Guid ServiceUserId, Guid Id, Guid AuthorId, Perspective Perspective, Setting Setting, Guid? PresentMemberId, DateTimeOffset DeviceAt)
{
    /// <summary>When the server gave out the words that a yes is about; null when that is not known: then those that stood at the yes's own time.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>True when the person says it: on their own, or together with somebody on one screen.</summary>
    public bool IsThePersons => Perspective == Perspective.ServiceUser || Setting == Setting.Joint;
}

/// <summary>Something that was noted in a record: it is added to, never changed.</summary>
public abstract class NotedFact
{
    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    /// <summary>The account, or the integrator's key, that held the device.</summary>
    public Guid AuthorId { get; private init; }

    /// <summary>Whose view it tells; for a decision, as what the author was there.</summary>
    public Perspective Perspective { get; private init; }

    public Setting Setting { get; private init; }

    /// <summary>The member of the circle who was there.</summary>
    public Guid? PresentMemberId { get; private init; }

    /// <summary>The time that counts: the device's, but never later than the server's, save to stand after what it follows.</summary>
    public DateTimeOffset At { get; private init; }

    public DateTimeOffset DeviceAt { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>True when the person said it: on their own, or together with somebody on one screen.</summary>
    public bool IsThePersons => Perspective == Perspective.ServiceUser || Setting == Setting.Joint;

    /// <param name="noting">Who notes.</param>
    /// <param name="now">The server's time.</param>
    /// <param name="after">What this one follows, whatever a device's clock says.</param>
    protected NotedFact(Noting noting, DateTimeOffset now, DateTimeOffset? after = null)
    {
        var time = FactTime.Of(noting.DeviceAt, now);
        (ServiceUserId, Id, AuthorId, Perspective) = (noting.ServiceUserId, noting.Id, noting.AuthorId, noting.Perspective);
        (Setting, PresentMemberId, DeviceAt, RecordedAt) = (noting.Setting, noting.PresentMemberId, time.DeviceAt, time.RecordedAt);
        At = after >= time.At ? after.Value.AddMicroseconds(1) : time.At;
    }

    protected NotedFact()
    {
    }

    /// <summary>Whether this is the same fact sent again, apart from its content.</summary>
    public bool Is(Noting noting) =>
        Id == noting.Id && AuthorId == noting.AuthorId && Perspective == noting.Perspective && Setting == noting.Setting
        && DeviceAt == FactTime.Microseconds(noting.DeviceAt);
}

/// <summary>The order in which facts count: by their time, then as they arrived.</summary>
public static class Timeline
{
    public static IOrderedEnumerable<T> InOrder<T>(this IEnumerable<T> facts)
        where T : NotedFact => facts.OrderBy(fact => fact.At).ThenBy(fact => fact.RecordedAt).ThenBy(fact => fact.Id);

    /// <summary>The fact that counts at <paramref name="at"/>; null before the first.</summary>
    public static T? LastAt<T>(this IEnumerable<T> facts, DateTimeOffset at)
        where T : NotedFact => facts.Where(fact => fact.At <= at).InOrder().LastOrDefault();

    /// <summary>What a fact that may arrive late stands between; the first of all is always before it.</summary>
    public static (T Before, T? After) Around<T>(this IReadOnlyCollection<T> facts, T added)
        where T : NotedFact =>
        (facts.Where(fact => !IsAfter(fact, added)).InOrder().Last(), facts.Where(fact => IsAfter(fact, added)).InOrder().FirstOrDefault());

    /// <summary>Those that came to another state than the one before them, in order: what two devices say at once, or somebody says again, is kept and is one step of the way.</summary>
    public static IEnumerable<T> Comings<T, TState>(this IEnumerable<T> facts, Func<T, TState> state)
        where T : NotedFact
        where TState : struct, Enum
    {
        TState? before = null;
        foreach (var fact in facts.InOrder())
        {
            var now = state(fact);
            if (before is null || !before.Value.Equals(now))
            {
                yield return fact;
            }

            before = now;
        }
    }

    // In the same order: by time, then by arrival, then by id.
    private static bool IsAfter(NotedFact fact, NotedFact other) => (fact.At, fact.RecordedAt, fact.Id).CompareTo((other.At, other.RecordedAt, other.Id)) > 0;
}

/// <summary>A number that stands for a very set of facts: another fact, or one less, is another number.</summary>
public static class FactSet
{
    // The second half of an id is random: the sum of many is as good a mark as one, and their order does not matter.
    public static long Mark(IEnumerable<Guid> facts)
    {
        var mark = 0L;
        Span<byte> bytes = stackalloc byte[16];
        foreach (var fact in facts)
        {
            fact.TryWriteBytes(bytes, bigEndian: true, out _);
            mark = unchecked(mark + BinaryPrimitives.ReadInt64BigEndian(bytes[8..]));
        }

        return mark;
    }
}
