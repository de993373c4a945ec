using System.Runtime.InteropServices;
using Barometre.Domain.Shared;

namespace Barometre.Domain.SocialNetwork.Map;

/// <summary>What one voice said so far of one tie: of each thing the latest word, and which fact said it.</summary>
internal sealed class VoiceState(Perspective perspective)
{
    private Said<short> _closeness;
    private Said<short> _quality;
    private Said<ContactFrequency> _frequency;
    private Said<Supports> _given;
    private Said<Supports> _received;
    private Said<byte[]> _comment;
    private Said<(Guid Author, DateTimeOffset At, bool Imported)> _last;

    public void Take(NetworkFact fact, DateTimeOffset counts, int place)
    {
        _closeness = _closeness.Or(fact.Closeness, place);
        _quality = _quality.Or(fact.Quality, place);
        _frequency = _frequency.Or(fact.Frequency, place);
        _given = _given.Or(fact.Given, place);
        _received = _received.Or(fact.Received, place);
        _comment = fact.CommentSealed is { } words ? new Said<byte[]>(words, place) : _comment;
        _last = new Said<(Guid, DateTimeOffset, bool)>((fact.AuthorId, counts, fact.Imported), place);
    }

    public void Absorb(VoiceState other)
    {
        _closeness = _closeness.OrLater(other._closeness);
        _quality = _quality.OrLater(other._quality);
        _frequency = _frequency.OrLater(other._frequency);
        _given = _given.OrLater(other._given);
        _received = _received.OrLater(other._received);
        _comment = _comment.OrLater(other._comment);
        _last = _last.OrLater(other._last);
    }

    public Tie ToTie() => new(
        perspective, _closeness.IsSaid ? _closeness.Value : null, _quality.IsSaid ? _quality.Value : null, _frequency.IsSaid ? _frequency.Value : null,
        _given.IsSaid ? _given.Value : null, _received.IsSaid ? _received.Value : null, _comment.Value, _last.Value.Author, _last.Value.At, _last.Value.Imported);
}

/// <summary>A value and the place, from 1, of the fact that says it; 0 when nothing was said.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Said<T>(T? Value, int Place)
{
    public bool IsSaid => Place > 0;

    public Said<T> OrLater(Said<T> other) => other.Place > Place ? other : this;
}

internal static class SaidValues
{
    /// <summary>The new value when there is one, else what was said before.</summary>
    public static Said<T> Or<T>(this Said<T> before, T? value, int place)
        where T : struct => value is { } said ? new Said<T>(said, place) : before;
}
