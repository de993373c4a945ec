using Barometre.Domain.Shared;

namespace Barometre.Domain.SocialNetwork.Map;

/// <summary>What the facts so far say of one alter, while they are being gone through.</summary>
internal sealed class AlterState(Guid id)
{
    public Guid Id { get; } = id;

    public byte[]? NameSealed { get; private set; }

    public AlterKind Kind { get; private set; }

    public LifeCircle Circle { get; private set; }

    public Guid? MemberId { get; private set; }

    public double? Angle { get; private set; }

    public double? Radius { get; private set; }

    public DateTimeOffset Since { get; private set; }

    public bool IsPresent { get; private set; }

    public DateTimeOffset? LeftAt { get; private set; }

    public bool WasEverThere => NameSealed is not null;

    public List<Guid> Merged { get; } = [];

    public VoiceState?[] Voices { get; } = new VoiceState?[3];

    /// <param name="fact">About this alter alone.</param>
    /// <param name="counts">From when it counts.</param>
    /// <param name="place">Which of all the facts it is, in the order in which they count.</param>
    public void Take(NetworkFact fact, DateTimeOffset counts, int place)
    {
        switch (fact.Kind)
        {
            case NetworkFactKind.AlterNamed:
                (Since, IsPresent) = WasEverThere ? (Since, IsPresent) : (counts, true);
                Describe(fact);
                MemberId = fact.MemberId ?? MemberId;
                break;
            case NetworkFactKind.AlterChanged:
                Describe(fact);
                break;
            case NetworkFactKind.AlterLinked:
                MemberId = fact.MemberId;
                break;
            case NetworkFactKind.AlterPlaced:
                (Angle, Radius) = (fact.Angle, fact.Radius);
                break;
            case NetworkFactKind.AlterLeft:
                (LeftAt, IsPresent) = (IsPresent ? counts : LeftAt, false);
                break;
            case NetworkFactKind.AlterBack:
                (LeftAt, IsPresent) = (null, true);
                break;
            case NetworkFactKind.TieStated:
                (Voices[(int)fact.Perspective] ??= new VoiceState(fact.Perspective)).Take(fact, counts, place);
                break;
        }
    }

    /// <summary>Takes in another entry that is the same somebody: this one's own description stays, of the tie the later word counts.</summary>
    public void Absorb(AlterState other)
    {
        Merged.Add(other.Id);
        Merged.AddRange(other.Merged);
        if (!other.WasEverThere)
        {
            return;
        }

        (Since, LeftAt, IsPresent) = WasEverThere
            ? (Since < other.Since ? Since : other.Since, IsPresent || other.IsPresent ? null : Later(LeftAt, other.LeftAt), IsPresent || other.IsPresent)
            : (other.Since, other.LeftAt, other.IsPresent);
        if (NameSealed is null)
        {
            (NameSealed, Kind, Circle) = (other.NameSealed, other.Kind, other.Circle);
        }

        MemberId ??= other.MemberId;
        (Angle, Radius) = Angle is null ? (other.Angle, other.Radius) : (Angle, Radius);
        for (var i = 0; i < Voices.Length; i++)
        {
            if (other.Voices[i] is { } voice)
            {
                (Voices[i] ??= new VoiceState((Perspective)i)).Absorb(voice);
            }
        }
    }

    public Alter ToAlter() => new(Id, NameSealed!, Kind, Circle, MemberId, Angle, Radius, Since, IsPresent, LeftAt, Merged.Count == 0 ? [] : [.. Merged], [
        .. Voices.OfType<VoiceState>().Select(voice => voice.ToTie())]);

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;

    private void Describe(NetworkFact fact)
    {
        NameSealed = fact.NameSealed ?? NameSealed;
        Kind = fact.AlterKind ?? Kind;
        Circle = fact.Circle ?? Circle;
    }
}
