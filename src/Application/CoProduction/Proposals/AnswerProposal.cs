using Barometre.Application.Shared;
using Barometre.Application.Shared.Changes;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Proposals;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Proposals;

/// <summary>The person's yes to a proposal, as it is or in their own way, or their no; alone, or with whoever is beside them. A yes takes effect at once, whole or not at all. Sent again, one effect.</summary>
/// <param name="AnswerId">Made by the device.</param>
/// <param name="Amended">With a yes: what takes effect instead, of the same kind and about the same thing; as proposed when not said.</param>
/// <param name="Reason">With a no: why, if the person wants to say; at most 2,000 characters.</param>
/// <param name="ReasonShown">True when others may read why.</param>
/// <param name="ReadVersion">The <c>thingVersion</c> that was on the screen; when not said, the one that the proposer saw.</param>
public sealed record AnswerProposalCommand(
    Guid ServiceUserId, Guid ProposalId, Guid AnswerId, bool Yes, ProposedChange? Amended, string? Reason, bool ReasonShown, int? ReadVersion, DateTimeOffset At, Setting Setting, Guid? PresentMemberId)
    : ICommand<KeptProposal>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Contribute);
}

internal sealed class AnswerProposalValidator : AbstractValidator<AnswerProposalCommand>
{
    public AnswerProposalValidator(IValidator<ProposedChange> change)
    {
        this.RuleForNoting();
        RuleFor(command => command.AnswerId).NotEmpty();
        RuleFor(command => command.Amended!).SetValidator(change).When(command => command.Amended is not null);
        RuleFor(command => command.Amended).Null().When(command => !command.Yes);
        RuleFor(command => command.Reason).MaximumLength(ProposeChangeCommand.LongestWhy);
        RuleFor(command => command.Reason).Null().When(command => command.Yes);
        RuleFor(command => command.ReadVersion).GreaterThanOrEqualTo(0);
    }
}

internal sealed class AnswerProposalHandler(IProposalsDb db, Changeable changeable, IRecordKeys keys, Caller caller, TimeProvider time) : IRequestHandler<AnswerProposalCommand, KeptProposal>
{
    public async Task<KeptProposal> Handle(AnswerProposalCommand command, CancellationToken cancellationToken)
    {
        var (person, noting) = (command.ServiceUserId, caller.Decides(command.ServiceUserId, command.AnswerId, command));
        var key = await keys.ForAsync(person, cancellationToken);
        var proposal = await db.HoldProposalAsync(person, command.ProposalId, cancellationToken) ?? throw new NotFound();
        var proposed = changeable.Bind(key.Open(proposal.Facts.Single(fact => fact.Id == proposal.Id).ContentSealed!), "");
        if (KeptFact.Again(await db.KnownAsync(person, command.AnswerId, cancellationToken), noting, fact => IsSame(fact, command, key)) is { } same)
        {
            return new KeptProposal(proposal.Id, proposal.State, same.At);
        }

        var change = command.Amended is null ? proposed : Amending(command.Amended, proposed);
        var version = command.Yes ? await proposed.VersionAsync(person, true, cancellationToken) : null;
        var answer = new ProposalAnswer(
            command.Yes, command.Amended is null ? null : key.Seal(command.Amended), key.SealAny(SealedProposals.Why, command.Reason), command.ReasonShown, command.ReadVersion);
        proposal.Answer(noting, answer, version, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        if (command.Yes)
        {
            // It takes effect now, after all that was read, whatever the device's clock says; when it was said is kept with the proposal.
            await change.MakeAsync(person, new YesTo(command.AnswerId, time.GetUtcNow(), command.Setting, noting.PresentMemberId, version!.Value), cancellationToken);
        }

        return new KeptProposal(proposal.Id, proposal.State, proposal.StateSince);
    }

    private BoundChange Amending(ProposedChange amended, BoundChange proposed)
    {
        var change = changeable.Bind(amended, nameof(AnswerProposalCommand.Amended));
        Faults.ThrowIfAny(change.Kind == proposed.Kind && change.ThingId == proposed.ThingId ? [] : [Faults.At(nameof(AnswerProposalCommand.Amended), ProposalErrors.ChangeUnclear)]);
        return change;
    }

    private static bool IsSame(ProposalFact fact, AnswerProposalCommand command, IRecordKey key) =>
        fact.ProposalId == command.ProposalId && (fact.Kind == ProposalFactKind.Declined) == !command.Yes && fact.Kind is not (ProposalFactKind.Reopened or ProposalFactKind.Withdrawn)
        && key.Holds(fact.ContentSealed, command.Amended) && key.Says(SealedProposals.Why, fact.WhySealed, command.Reason) && fact.WhyShown == (!command.Yes && command.ReasonShown);
}
