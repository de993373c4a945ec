using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Proposals;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Proposals;

/// <summary>Whoever proposed a change takes it back, as long as it waits. Sent again, one effect.</summary>
/// <param name="FactId">Made by the device.</param>
public sealed record WithdrawProposalCommand(
    Guid ServiceUserId, Guid ProposalId, Guid FactId, DateTimeOffset At) : ICommand<KeptProposal>, INoting
{
    public Setting Setting => Setting.Alone;

    public Guid? PresentMemberId => null;

    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Contribute);
}

internal sealed class WithdrawProposalValidator : AbstractValidator<WithdrawProposalCommand>
{
    public WithdrawProposalValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.FactId).NotEmpty();
    }
}

internal sealed class WithdrawProposalHandler(IProposalsDb db, Caller caller, TimeProvider time) : IRequestHandler<WithdrawProposalCommand, KeptProposal>
{
    public async Task<KeptProposal> Handle(WithdrawProposalCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.FactId, command);
        var proposal = await db.HoldProposalAsync(command.ServiceUserId, command.ProposalId, cancellationToken) ?? throw new NotFound();
        if (KeptFact.Again(await db.KnownAsync(command.ServiceUserId, command.FactId, cancellationToken), noting, fact =>
            fact.ProposalId == command.ProposalId && fact.Kind == ProposalFactKind.Withdrawn) is { } same)
        {
            return new KeptProposal(proposal.Id, proposal.State, same.At);
        }

        proposal.Withdraw(noting, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new KeptProposal(proposal.Id, proposal.State, proposal.StateSince);
    }
}
