using Barometre.Application.Participation.Emergencies;
using Barometre.Application.Participation.Representatives;
using Barometre.Application.Participation.Rights;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.Participation;

/// <summary>What the law gives a person besides their consents: keeping people out, freezing, knowing who represents them and who opened their record in an emergency.</summary>
internal static class ProtectionEndpoints
{
    public static void MapProtections(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}").WithTags("Rights");
        group.MapGet("/restrictions", ListRestrictions).WithName(nameof(ListRestrictions)).WithSummary("Shows whom the person keeps out, and whom they kept out before.");
        group.MapPut("/restrictions/{restrictionId:guid}", KeepOut).WithName(nameof(KeepOut)).WithSummary("Keeps somebody, an organisation, a project or a role out of the record or of some tabs; counts at their next request.");
        group.MapDelete("/restrictions/{restrictionId:guid}", LetInAgain).WithName(nameof(LetInAgain)).WithSummary("No longer keeps them out.");
        group.MapGet("/freezes", ListFreezes).WithName(nameof(ListFreezes)).WithSummary("Shows when the record is and was frozen.");
        group.MapPut("/freezes/{freezeId:guid}", FreezeRecord).WithName(nameof(FreezeRecord)).WithSummary("Freezes the record: nobody but the person reads or writes in it.");
        group.MapDelete("/freezes/{freezeId:guid}", LiftFreeze).WithName(nameof(LiftFreeze)).WithSummary("Lifts a freeze.");
        group.MapGet("/representatives", ListRepresentatives).WithName(nameof(ListRepresentatives)).WithSummary("Shows who acts in the person's rights, on what ground, and whether the person contests it.");
        group.MapPut("/representatives/{representativeId:guid}/contests/{contestId:guid}", ContestRepresentative).WithName(nameof(ContestRepresentative))
            .WithSummary("Says that somebody does not represent you: until you take it back they decide nothing in your rights, and the project’s coordinators are told.");
        group.MapDelete("/representatives/{representativeId:guid}/contests/{contestId:guid}", TakeBackContest).WithName(nameof(TakeBackContest))
            .WithSummary("No longer contests that somebody represents you.");
        group.MapGet("/emergencies", ListEmergencies).WithName(nameof(ListEmergencies)).WithSummary("Shows each time the record was opened in an emergency; one that was not seen yet is a notice.");
        group.MapPut("/emergencies/{emergencyId:guid}/seen", MarkEmergencySeen).WithName(nameof(MarkEmergencySeen)).WithSummary("Notes that the person saw it.");
        routes.MapGet("/api/v1/account/represented", ListRepresented).WithName(nameof(ListRepresented)).WithTags("Rights").WithSummary("Lists whom you represent today.");
    }

    private static async Task<Ok<IReadOnlyList<RestrictionView>>> ListRestrictions(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListRestrictionsQuery(serviceUserId), cancellationToken));

    private static async Task<NoContent> KeepOut(Guid serviceUserId, Guid restrictionId, KeepOutBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new KeepOutCommand(serviceUserId, restrictionId, new KeptOut(body.AccountId, body.OrganisationId, body.ProjectId, body.Role), body.Tabs ?? []), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> LetInAgain(Guid serviceUserId, Guid restrictionId, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new LetInAgainCommand(serviceUserId, restrictionId), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<FreezeView>>> ListFreezes(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListFreezesQuery(serviceUserId), cancellationToken));

    private static async Task<NoContent> FreezeRecord(Guid serviceUserId, Guid freezeId, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new FreezeRecordCommand(serviceUserId, freezeId), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> LiftFreeze(Guid serviceUserId, Guid freezeId, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new LiftFreezeCommand(serviceUserId, freezeId), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<RepresentativeView>>> ListRepresentatives(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListRepresentativesQuery(serviceUserId), cancellationToken));

    private static async Task<NoContent> ContestRepresentative(Guid serviceUserId, Guid representativeId, Guid contestId, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new ContestRepresentativeCommand(serviceUserId, representativeId, contestId), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> TakeBackContest(Guid serviceUserId, Guid representativeId, Guid contestId, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new TakeBackContestCommand(serviceUserId, representativeId, contestId), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<EmergencyView>>> ListEmergencies(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListEmergenciesQuery(serviceUserId), cancellationToken));

    private static async Task<NoContent> MarkEmergencySeen(Guid serviceUserId, Guid emergencyId, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new MarkEmergencySeenCommand(serviceUserId, emergencyId), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<RepresentedView>>> ListRepresented(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListRepresentedQuery(), cancellationToken));
}

/// <summary>Whom the person keeps out: exactly one of these.</summary>
/// <param name="Role"><c>practitioner</c>, <c>coordinator</c> or <c>integrator</c>.</param>
/// <param name="Tabs">The tabs that are kept from them; none for the whole record.</param>
internal sealed record KeepOutBody(Guid? AccountId = null, Guid? OrganisationId = null, Guid? ProjectId = null, Role? Role = null, IReadOnlyList<Tab>? Tabs = null);
