using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using Barometre.Domain.SocialNetwork.Map;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.SocialNetwork.Maps;

/// <summary>What became of the map between two moments, each a date or a snapshot.</summary>
/// <param name="From">The earlier moment, or <paramref name="FromSnapshot"/>.</param>
/// <param name="To">The later moment, or <paramref name="ToSnapshot"/>; now when neither is said.</param>
public sealed record GetNetworkEvolutionQuery(Guid ServiceUserId, DateTimeOffset? From, DateTimeOffset? To, Guid? FromSnapshot, Guid? ToSnapshot) : IQuery<EvolutionView>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Network, AccessLevel.Read);
}

/// <summary>What became of the map.</summary>
/// <param name="To">Null for the current map.</param>
/// <param name="Kept">In the person's life at both moments.</param>
/// <param name="New">Not there before.</param>
/// <param name="Back">Had left, and came back.</param>
/// <param name="Gone">Left in between.</param>
/// <param name="Jaccard">Of all who were there at either moment, the share that was there at both, 0 to 1; null when nobody ever was.</param>
/// <param name="Voices">How the ties of those kept moved, voice by voice.</param>
/// <param name="Method">The version of the definitions.</param>
public sealed record EvolutionView(
    DateTimeOffset From, DateTimeOffset? To, IReadOnlyList<NamedAlter> Kept, IReadOnlyList<NamedAlter> New, IReadOnlyList<NamedAlter> Back, IReadOnlyList<NamedAlter> Gone,
    double? Jaccard, IReadOnlyList<EvolutionVoice> Voices, string Method);

/// <summary>An alter by name.</summary>
public sealed record NamedAlter(Guid Id, string Name, AlterKind Kind, LifeCircle Circle);

/// <summary>How ties moved in one voice; a move of fewer than five points is none.</summary>
/// <param name="Nearer">How many ties moved nearer.</param>
/// <param name="Further">How many moved away.</param>
/// <param name="Better">How many got better.</param>
/// <param name="Harder">How many got harder.</param>
/// <param name="BiggestMoves">At most five, largest first.</param>
public sealed record EvolutionVoice(Perspective Perspective, int Nearer, int Further, int Better, int Harder, IReadOnlyList<MoveView> BiggestMoves, IReadOnlyList<TieMove> Moves);

/// <summary>A large move, by name.</summary>
public sealed record MoveView(Guid AlterId, string Name, int? ClosenessChange, int? QualityChange);

/// <summary>How one tie moved; points on 0–100.</summary>
public sealed record TieMove(
    Guid AlterId, int? ClosenessBefore, int? ClosenessAfter, Move Nearness, int? QualityBefore, int? QualityAfter, Move Ease);

internal sealed class GetNetworkEvolutionValidator : AbstractValidator<GetNetworkEvolutionQuery>
{
    public GetNetworkEvolutionValidator()
    {
        RuleFor(query => query.From).NotNull().When(query => query.FromSnapshot is null);
        RuleFor(query => query.From).Null().When(query => query.FromSnapshot is not null);
        RuleFor(query => query.To).Null().When(query => query.ToSnapshot is not null);
        RuleFor(query => query.To).GreaterThanOrEqualTo(query => query.From).When(query => query.From is not null && query.To is not null).Because(SocialNetworkErrors.FromAfterTo);
    }
}

internal sealed class GetNetworkEvolutionHandler(MapReader reader) : IRequestHandler<GetNetworkEvolutionQuery, EvolutionView>
{
    public async Task<EvolutionView> Handle(GetNetworkEvolutionQuery query, CancellationToken cancellationToken)
    {
        var history = await reader.HistoryAsync(query.ServiceUserId, FactsWanted.OfMoves, cancellationToken);
        var snapshots = query.FromSnapshot is null && query.ToSnapshot is null ? [] : history.Snapshots();
        var from = query.From ?? MomentOf(query.FromSnapshot!.Value);
        var to = query.ToSnapshot is { } kept ? MomentOf(kept) : query.To;
        if (from > to)
        {
            throw new RuleViolation(SocialNetworkErrors.FromAfterTo);
        }

        var (before, after) = history.Between(from, to ?? DateTimeOffset.MaxValue);
        var evolution = NetworkEvolution.Between(before, after);
        return View(evolution, to, await reader.WordsAsync(query.ServiceUserId, null, cancellationToken));

        DateTimeOffset MomentOf(Guid id) => snapshots.FirstOrDefault(snapshot => snapshot.Id == id)?.Moment ?? throw new NotFound();
    }

    private static EvolutionView View(NetworkEvolution evolution, DateTimeOffset? to, MapWords words)
    {
        var names = evolution.Kept.Concat(evolution.New).Concat(evolution.Back).Concat(evolution.Gone).ToDictionary(alter => alter.Id, words.NameOf);
        return new EvolutionView(
            evolution.From.At, to, Named(evolution.Kept), Named(evolution.New), Named(evolution.Back), Named(evolution.Gone), evolution.Jaccard,
            [.. evolution.Changes.GroupBy(change => change.Perspective).OrderBy(voice => voice.Key).Select(voice => Voice(evolution, voice.Key, [.. voice], names))],
            NetworkEvolution.Method);

        IReadOnlyList<NamedAlter> Named(IReadOnlyList<Alter> alters) => [.. alters.Select(alter => new NamedAlter(alter.Id, names[alter.Id], alter.Kind, alter.Circle))];
    }

    private static EvolutionVoice Voice(NetworkEvolution evolution, Perspective perspective, List<TieChange> changes, Dictionary<Guid, string> names) => new(
        perspective,
        changes.Count(change => change.Nearness == Move.Up),
        changes.Count(change => change.Nearness == Move.Down),
        changes.Count(change => change.Ease == Move.Up),
        changes.Count(change => change.Ease == Move.Down),
        [.. evolution.BiggestMoves(perspective).Select(change => new MoveView(change.AlterId, names[change.AlterId], change.ClosenessChange, change.QualityChange))],
        [.. changes.Select(change => new TieMove(
            change.AlterId, change.ClosenessBefore, change.ClosenessAfter, change.Nearness, change.QualityBefore, change.QualityAfter, change.Ease))]);
}
