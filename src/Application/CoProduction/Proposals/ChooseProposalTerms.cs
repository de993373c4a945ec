using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Proposals;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Proposals;

/// <summary>The person chooses after how many days a proposal that they leave lapses: it asks nothing any more, and they may still take it up; what lapsed before stays so. Sent again, one effect.</summary>
/// <param name="TermsId">Made by the device.</param>
/// <param name="LapseAfterDays">1 to 3,650; as long as it takes when not said.</param>
public sealed record ChooseProposalTermsCommand(
    Guid ServiceUserId, Guid TermsId, int? LapseAfterDays, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<ProposalTermsView>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Contribute);
}

/// <summary>How long proposals wait in this record.</summary>
/// <param name="LapseAfterDays">Null: as long as it takes.</param>
/// <param name="Since">Since when; null until the person chose.</param>
public sealed record ProposalTermsView(int? LapseAfterDays, DateTimeOffset? Since);

internal sealed class ChooseProposalTermsValidator : AbstractValidator<ChooseProposalTermsCommand>
{
    public ChooseProposalTermsValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.TermsId).NotEmpty();
        RuleFor(command => command.LapseAfterDays).InclusiveBetween(1, ProposalTerms.Longest);
    }
}

internal sealed class ChooseProposalTermsHandler(IProposalsDb db, Caller caller, TimeProvider time) : IRequestHandler<ChooseProposalTermsCommand, ProposalTermsView>
{
    public async Task<ProposalTermsView> Handle(ChooseProposalTermsCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.TermsId, command);
        // Whoever proposes at the same time sees what has lapsed either before or after this.
        await db.HoldProposingAsync(command.ServiceUserId, cancellationToken);
        var known = await db.ProposalTerms.FirstOrDefaultAsync(terms => terms.ServiceUserId == command.ServiceUserId && terms.Id == command.TermsId, cancellationToken);
        if (KeptFact.Again(known, noting, terms => terms.LapseAfterDays == command.LapseAfterDays) is null)
        {
            db.ProposalTerms.Add(ProposalTerms.Choose(noting, command.LapseAfterDays, time.GetUtcNow()));
            await db.SaveChangesAsync(cancellationToken);
        }

        return await db.TermsAsync(command.ServiceUserId, cancellationToken);
    }
}
