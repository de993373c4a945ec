using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Proposals;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Proposals;

/// <summary>Proposes a change of what is the person's; it holds nobody to anything until they say yes. What they said no to is not proposed again. Sent again, one effect.</summary>
/// <param name="ProposalId">Made by the device.</param>
/// <param name="Why">Why, in at most 2,000 characters.</param>
public sealed record ProposeChangeCommand(Guid ServiceUserId, Guid ProposalId, ProposedChange Change, string? Why, DateTimeOffset At) : ICommand<KeptProposal>, INoting
{
    internal const int LongestWhy = 2000;

    public Setting Setting => Setting.Alone;

    public Guid? PresentMemberId => null;

    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Contribute);
}

/// <summary>The proposal that was kept.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="At">The time that counts.</param>
public sealed record KeptProposal(Guid ProposalId, ProposalState State, DateTimeOffset At);

internal sealed class ProposeChangeValidator : AbstractValidator<ProposeChangeCommand>
{
    public ProposeChangeValidator(IValidator<ProposedChange> change)
    {
        this.RuleForNoting();
        RuleFor(command => command.ProposalId).NotEmpty();
        RuleFor(command => command.Change).SetValidator(change);
        RuleFor(command => command.Why).MaximumLength(ProposeChangeCommand.LongestWhy);
    }
}

internal sealed class ProposeChangeHandler(IProposalsDb db, Changeable changeable, IRecordKeys keys, Caller caller, TimeProvider time) : IRequestHandler<ProposeChangeCommand, KeptProposal>
{
    public async Task<KeptProposal> Handle(ProposeChangeCommand command, CancellationToken cancellationToken)
    {
        var (person, noting) = (command.ServiceUserId, caller.Decides(command.ServiceUserId, command.ProposalId, command));
        var change = changeable.Bind(command.Change, nameof(command.Change));
        var key = await keys.ForAsync(person, cancellationToken);
        await db.HoldProposingAsync(person, cancellationToken);
        var known = await db.Proposals.AsNoTracking().Include(one => one.Facts).FirstOrDefaultAsync(one => one.ServiceUserId == person && one.Id == command.ProposalId, cancellationToken);
        if (KeptFact.Again(known?.Facts.Single(fact => fact.Id == command.ProposalId), noting, fact =>
            key.Holds(fact.ContentSealed, command.Change) && key.Says(SealedProposals.Why, fact.WhySealed, command.Why)) is { } same)
        {
            return new KeptProposal(same.Id, known!.State, same.At);
        }

        await change.CheckAsync(person, cancellationToken);
        var version = await change.VersionAsync(person, false, cancellationToken) ?? throw new RuleViolation(ProposalErrors.ThingNotThePersons);
        var content = new ProposedContent(change.Kind, change.ThingId, version, key.Seal(command.Change), change.Says);
        var proposal = Proposal.Make(noting, content, key.SealAny(SealedProposals.Why, command.Why), await EarlierAsync(person, change, key, cancellationToken), time.GetUtcNow());
        db.Proposals.Add(proposal);
        await db.SaveChangesAsync(cancellationToken);
        return new KeptProposal(proposal.Id, proposal.State, proposal.At);
    }

    // The words are sealed: they are compared here, not by the database.
    private async Task<IReadOnlyList<EarlierProposal>> EarlierAsync(Guid person, BoundChange change, IRecordKey key, CancellationToken cancellationToken)
    {
        var earlier = await db.Proposals.AsNoTracking().Include(one => one.Facts.Where(fact => fact.Kind == ProposalFactKind.Proposed))
            .Where(one => one.ServiceUserId == person && one.Kind == change.Kind && one.ThingId == change.ThingId)
            .Where(one => one.State == ProposalState.Open || one.State == ProposalState.Declined).ToListAsync(cancellationToken);
        var expiry = await db.ExpiryAsync(person, cancellationToken);
        return [.. earlier.Select(one => new EarlierProposal(
            one.State, one.Waits(expiry, time.GetUtcNow()), changeable.Bind(key.Open(one.Facts[0].ContentSealed!), nameof(ProposeChangeCommand.Change)).Says))];
    }
}
