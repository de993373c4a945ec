using Barometre.Application.CoProduction.Proposals;
using Barometre.Application.Shared;
using Barometre.Domain.CoProduction.Proposals;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.CoProduction;

/// <summary>Proposals: changes of what is the person's that somebody else suggests, and that have no effect until the person says yes.</summary>
internal static class ProposalEndpoints
{
    public static void MapProposals(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}/coproduction").WithTags("Proposals");
        group.MapGet("proposals", ListProposals).WithName(nameof(ListProposals))
            .WithSummary("Lists the changes that were proposed, newest first, whatever became of them.");
        group.MapGet("proposals/waiting", ListWaitingProposals).WithName(nameof(ListWaitingProposals))
            .WithSummary("Lists all that waits for the person’s yes: changes of what is theirs, and the goals, actions and strengths that others wrote for them.");
        group.MapPut("proposals/{proposalId:guid}", ProposeChange).WithName(nameof(ProposeChange))
            .WithSummary("Proposes a change of the person’s plan, strengths or stars under an id of the device’s making; of no effect until they say yes.");
        group.MapPut("proposals/{proposalId:guid}/answers/{answerId:guid}", AnswerProposal).WithName(nameof(AnswerProposal))
            .WithSummary("The person’s yes to a proposal, as it is or in their own way, or their no. A yes takes effect at once, whole or not at all.");
        group.MapPut("proposals/{proposalId:guid}/withdrawals/{factId:guid}", WithdrawProposal).WithName(nameof(WithdrawProposal))
            .WithSummary("Takes a proposal back, as long as it waits: for whoever made it.");
        group.MapPut("proposals/{proposalId:guid}/reopenings/{factId:guid}", ReopenProposal).WithName(nameof(ReopenProposal))
            .WithSummary("The person opens again what they said no to.");
        group.MapGet("proposal-terms", GetProposalTerms).WithName(nameof(GetProposalTerms)).WithSummary("Shows how long proposals wait for an answer in this record.");
        group.MapPut("proposal-terms/{termsId:guid}", ChooseProposalTerms).WithName(nameof(ChooseProposalTerms))
            .WithSummary("The person chooses after how many days a proposal that they leave lapses, none unless chosen; what lapsed before stays so.");
    }

    private static async Task<Ok<Page<ProposalView>>> ListProposals(
        Guid serviceUserId, ProposalState? state, string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListProposalsQuery(serviceUserId, state, cursor, limit ?? 50), cancellationToken));

    private static async Task<Ok<WaitingProposals>> ListWaitingProposals(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListWaitingProposalsQuery(serviceUserId), cancellationToken));

    private static async Task<Ok<KeptProposal>> ProposeChange(Guid serviceUserId, Guid proposalId, ProposeChangeBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ProposeChangeCommand(serviceUserId, proposalId, body.Change, body.Why, body.At), cancellationToken));

    private static async Task<Ok<KeptProposal>> AnswerProposal(
        Guid serviceUserId, Guid proposalId, Guid answerId, AnswerProposalBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new AnswerProposalCommand(
                serviceUserId, proposalId, answerId, body.Yes, body.Amended, body.Reason, body.ReasonShown, body.ReadVersion, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<KeptProposal>> WithdrawProposal(
        Guid serviceUserId, Guid proposalId, Guid factId, WithdrawProposalBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new WithdrawProposalCommand(serviceUserId, proposalId, factId, body.At), cancellationToken));

    private static async Task<Ok<KeptProposal>> ReopenProposal(
        Guid serviceUserId, Guid proposalId, Guid factId, ReopenProposalBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReopenProposalCommand(serviceUserId, proposalId, factId, body.At, body.Setting, body.PresentMemberId), cancellationToken));

    private static async Task<Ok<ProposalTermsView>> GetProposalTerms(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetProposalTermsQuery(serviceUserId), cancellationToken));

    private static async Task<Ok<ProposalTermsView>> ChooseProposalTerms(
        Guid serviceUserId, Guid termsId, ChooseProposalTermsBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(
            new ChooseProposalTermsCommand(serviceUserId, termsId, body.LapseAfterDays, body.At, body.Setting, body.PresentMemberId), cancellationToken));
}

/// <summary>A change to propose.</summary>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Why">Why, in at most 2,000 characters.</param>
internal sealed record ProposeChangeBody(ProposedChange Change, DateTimeOffset At, string? Why = null);

/// <summary>The person’s answer to a proposal.</summary>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Amended">With a yes: what takes effect instead, of the same kind and about the same thing.</param>
/// <param name="Reason">With a no: why, in at most 2,000 characters, if the person wants to say.</param>
/// <param name="ReasonShown">True when others may read why.</param>
/// <param name="ReadVersion">The <c>thingVersion</c> that was on the screen; when not said, the one that the proposer saw.</param>
/// <param name="Setting">Alone, or together on one screen; anybody but the person answers with them only.</param>
/// <param name="PresentMemberId">The member of the circle who was there, when the person answers together with somebody on their own device.</param>
internal sealed record AnswerProposalBody(
    bool Yes, DateTimeOffset At, ProposedChange? Amended = null, string? Reason = null, bool ReasonShown = false, int? ReadVersion = null, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);

/// <summary>A proposal taken back.</summary>
/// <param name="At">What the device’s clock said.</param>
internal sealed record WithdrawProposalBody(DateTimeOffset At);

/// <summary>A matter opened again.</summary>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who was there.</param>
internal sealed record ReopenProposalBody(DateTimeOffset At, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);

/// <summary>How long proposals wait.</summary>
/// <param name="At">What the device’s clock said.</param>
/// <param name="LapseAfterDays">1 to 3,650; as long as it takes when not said.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="PresentMemberId">The member of the circle who was there.</param>
internal sealed record ChooseProposalTermsBody(DateTimeOffset At, int? LapseAfterDays = null, Setting Setting = Setting.Alone, Guid? PresentMemberId = null);
