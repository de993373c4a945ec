using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.SocialNetwork.Facts;

/// <summary>Notes facts of the network, one or a month's worth of a device at once: all of them, or none. Sent again, one effect; in whatever order they arrive, the same map.</summary>
public sealed record NoteNetworkFactsCommand(Guid ServiceUserId, IReadOnlyList<GivenNetworkFact> Facts) : ICommand<FactsReceipt>
{
    /// <summary>The most facts in one call; a device with more sends several.</summary>
    public const int MostAtOnce = 1000;

    public Needed Access => Needed.Record(ServiceUserId, Tab.Network, AccessLevel.Contribute);
}

/// <summary>What a device learns after it sent facts: it may forget them.</summary>
/// <param name="Added">How many were new.</param>
/// <param name="AlreadyThere">How many had been received before.</param>
/// <param name="ClockAhead">Ids of the facts whose device's clock ran ahead of ours: they count from the time we received them.</param>
public sealed record FactsReceipt(int Added, int AlreadyThere, IReadOnlyList<Guid> ClockAhead);

internal sealed class NoteNetworkFactsValidator : AbstractValidator<NoteNetworkFactsCommand>
{
    public NoteNetworkFactsValidator()
    {
        RuleFor(command => command.Facts).NotEmpty().Must(facts => facts.Count <= NoteNetworkFactsCommand.MostAtOnce);
        RuleForEach(command => command.Facts).SetValidator(new GivenNetworkFactValidator());
    }
}

internal sealed class NoteNetworkFactsHandler(ISocialNetworkDb db, IFactWriter writer, ICircleReader circle, IRecordKeys keys, Caller caller, TimeProvider time)
    : IRequestHandler<NoteNetworkFactsCommand, FactsReceipt>
{
    public async Task<FactsReceipt> Handle(NoteNetworkFactsCommand command, CancellationToken cancellationToken)
    {
        var perspectives = command.Facts.Select(VoiceIn).ToList();
        await CheckAsync(command, cancellationToken);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        var (author, now) = (caller.Author(), time.GetUtcNow());
        List<NetworkFact> facts = [.. command.Facts.Select((given, i) => given.Sealed(command.ServiceUserId, perspectives[i], author, FactTime.Of(given.At, now), key))];
        var added = await writer.AddAsync(command.ServiceUserId, facts, cancellationToken);
        if (added.Count < facts.Count)
        {
            await RequireSameAsync(facts.FindAll(fact => !added.Contains(fact.Id)), key, cancellationToken);
        }

        return new FactsReceipt(added.Count, facts.Count - added.Count, [.. facts.Where(fact => fact.DeviceAt > fact.At).Select(fact => fact.Id)]);
    }

    /// <summary>The map is the person's: in another voice, only how that voice sees a tie.</summary>
    private Perspective VoiceIn(GivenNetworkFact fact)
    {
        var perspective = caller.VoiceIn(fact.Setting, fact.Perspective);
        return perspective == Perspective.ServiceUser || fact.Kind == NetworkFactKind.TieStated ? perspective : throw new Forbidden(SocialNetworkErrors.NotYourMap);
    }

    /// <summary>Whatever a fact is about was named before, or is in the same call.</summary>
    private async Task CheckAsync(NoteNetworkFactsCommand command, CancellationToken cancellationToken)
    {
        var ids = command.Facts.SelectMany(fact => fact.OtherId is { } other ? (Guid[])[fact.SubjectId, other] : [fact.SubjectId]).Distinct().ToArray();
        var known = await db.Facts.AsNoTracking()
            .Where(fact => fact.ServiceUserId == command.ServiceUserId && ids.Contains(fact.SubjectId) && (fact.Kind == NetworkFactKind.AlterNamed || fact.Kind == NetworkFactKind.SnapshotNamed))
            .Select(fact => new { fact.Kind, fact.SubjectId })
            .ToListAsync(cancellationToken);
        var all = known.Select(fact => (fact.Kind, fact.SubjectId)).Concat(command.Facts.Select(fact => (fact.Kind, fact.SubjectId))).ToHashSet();
        var members = command.Facts.Any(fact => fact.MemberId is not null)
            ? (await circle.PlacesAsync(command.ServiceUserId, cancellationToken)).Select(place => place.MemberId).ToHashSet()
            : [];
        List<ValidationFailure> failures = [];
        HashSet<Guid> sent = [];
        foreach (var (i, fact) in command.Facts.Index())
        {
            var ofSnapshot = fact.Kind is NetworkFactKind.SnapshotNamed or NetworkFactKind.SnapshotDropped;
            Refuse(!sent.Add(fact.Id), i, nameof(fact.Id), SocialNetworkErrors.FactTwice);
            Refuse(!ofSnapshot && !all.Contains((NetworkFactKind.AlterNamed, fact.SubjectId)), i, nameof(fact.SubjectId), SocialNetworkErrors.UnknownAlter);
            Refuse(ofSnapshot && !all.Contains((NetworkFactKind.SnapshotNamed, fact.SubjectId)), i, nameof(fact.SubjectId), SocialNetworkErrors.UnknownSnapshot);
            Refuse(fact.OtherId is { } other && !all.Contains((NetworkFactKind.AlterNamed, other)), i, nameof(fact.OtherId), SocialNetworkErrors.UnknownAlter);
            Refuse(fact.MemberId is { } member && !members.Contains(member), i, nameof(fact.MemberId), SocialNetworkErrors.UnknownMember);
        }

        Faults.ThrowIfAny(failures);

        void Refuse(bool wrong, int i, string member, Error error)
        {
            if (wrong)
            {
                failures.Add(Faults.At($"Facts[{i}].{member}", error));
            }
        }
    }

    /// <exception cref="RuleViolation">An id is known with another content; the transaction ends with it.</exception>
    private async Task RequireSameAsync(List<NetworkFact> sent, IRecordKey key, CancellationToken cancellationToken)
    {
        var (person, ids) = (sent[0].ServiceUserId, sent.ConvertAll(fact => fact.Id));
        var kept = await db.Facts.AsNoTracking().Where(fact => fact.ServiceUserId == person && ids.Contains(fact.Id)).ToDictionaryAsync(fact => fact.Id, cancellationToken);
        foreach (var fact in sent)
        {
            var same = kept.GetValueOrDefault(fact.Id);
            if (same is null || !same.Is(fact) || !SameWords(SealedWords.Names, same.NameSealed, fact.NameSealed) || !SameWords(SealedWords.Comments, same.CommentSealed, fact.CommentSealed))
            {
                throw new RuleViolation(SocialNetworkErrors.FactIdReused, fact.Id);
            }
        }

        bool SameWords(string column, byte[]? one, byte[]? other) => one is null || key.Open(column, one) == key.Open(column, other!);
    }
}
