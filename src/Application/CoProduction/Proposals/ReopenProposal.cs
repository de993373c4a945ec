using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Proposals;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Proposals;

/// <summary>The person opens again what they said no to: it waits again, and the same may be raised by anybody. Sent again, one effect.</summary>
/// <param name="FactId">Made by the device.</param>
public sealed record ReopenProposalCommand(
    Guid ServiceUserId, Guid ProposalId, Guid FactId, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<KeptProposal>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Contribute);
}

internal sealed class ReopenProposalValidator : AbstractValidator<ReopenProposalCommand>
{
    public ReopenProposalValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.FactId).NotEmpty();
    }
}

internal sealed class ReopenProposalHandler(IProposalsDb db, Caller caller, TimeProvider time) : IRequestHandler<ReopenProposalCommand, KeptProposal>
{
    public async Task<KeptProposal> Handle(ReopenProposalCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.FactId, command);
        var proposal = await db.HoldProposalAsync(command.ServiceUserId, command.ProposalId, cancellationToken) ?? throw new NotFound();
        if (!caller.Grant!.Sees(proposal.Kind.Tab()))
        {
            throw new Forbidden(SharedErrors.TabClosed);
        }

        if (KeptFact.Again(await db.KnownAsync(command.ServiceUserId, command.FactId, cancellationToken), noting, fact =>
            fact.ProposalId == command.ProposalId && fact.Kind == ProposalFactKind.Reopened) is { } same)
        {
            return new KeptProposal(proposal.Id, proposal.State, same.At);
        }

        proposal.Reopen(noting, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new KeptProposal(proposal.Id, proposal.State, proposal.StateSince);
    }
}
