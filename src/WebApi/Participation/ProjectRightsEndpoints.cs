using Barometre.Application.Participation.Emergencies;
using Barometre.Application.Participation.Representatives;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.Participation;

/// <summary>What a project does about its people's rights: who represents them, and what was opened in an emergency.</summary>
internal static class ProjectRightsEndpoints
{
    public static void MapProjectRights(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/projects/{projectId:guid}").WithTags("Rights");
        group.MapPut("/service-users/{serviceUserId:guid}/representatives/{representativeId:guid}", NameRepresentative).WithName(nameof(NameRepresentative))
            .WithSummary("Records who may act in a person's rights, on what ground, and until when.");
        group.MapDelete("/service-users/{serviceUserId:guid}/representatives/{representativeId:guid}", EndRepresentative).WithName(nameof(EndRepresentative))
            .WithSummary("Ends a representation before its day.");
        group.MapGet("/representatives", ListProjectRepresentatives).WithName(nameof(ListProjectRepresentatives))
            .WithSummary("Lists who represents people of the project, those that the person contests first.");
        group.MapPut("/service-users/{serviceUserId:guid}/emergencies/{emergencyId:guid}", OpenInEmergency).WithName(nameof(OpenInEmergency))
            .WithSummary("Opens a record in an emergency, to read and for some hours; the person and the coordination see it at once.");
        group.MapPut("/service-users/{serviceUserId:guid}/emergencies/{emergencyId:guid}/review", ReviewEmergency).WithName(nameof(ReviewEmergency))
            .WithSummary("Says whether an opening was justified; if not, it closes at once.");
        group.MapGet("/emergencies", ListProjectEmergencies).WithName(nameof(ListProjectEmergencies)).WithSummary("Lists what was opened in an emergency, those to be reviewed first.");
    }

    private static async Task<NoContent> NameRepresentative(
        Guid projectId, Guid serviceUserId, Guid representativeId, RepresentativeBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(
            new NameRepresentativeCommand(
                projectId, serviceUserId, representativeId, body.AccountId, body.Kind, body.Reads, body.DecidesRights, body.Ground, body.StartsOn, body.EndsOn),
            cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> EndRepresentative(Guid projectId, Guid serviceUserId, Guid representativeId, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new EndRepresentativeCommand(projectId, serviceUserId, representativeId), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<ProjectRepresentativeView>>> ListProjectRepresentatives(Guid projectId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListProjectRepresentativesQuery(projectId), cancellationToken));

    private static async Task<Ok<OpenedInEmergency>> OpenInEmergency(
        Guid projectId, Guid serviceUserId, Guid emergencyId, EmergencyBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new OpenInEmergencyCommand(projectId, serviceUserId, emergencyId, body.Tabs, body.Reason), cancellationToken));

    private static async Task<NoContent> ReviewEmergency(
        Guid projectId, Guid serviceUserId, Guid emergencyId, ReviewBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new ReviewEmergencyCommand(projectId, serviceUserId, emergencyId, body.Justified, body.Review), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<EmergencyView>>> ListProjectEmergencies(Guid projectId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListProjectEmergenciesQuery(projectId), cancellationToken));
}

/// <summary>Who may act in a person's rights.</summary>
/// <param name="Reads">The tabs that they may read.</param>
/// <param name="DecidesRights">True when they decide about consents and the like; never inside a tab.</param>
/// <param name="Ground">What was shown, in words; at most 500 characters.</param>
/// <param name="EndsOn">From this day no more; for a parent, the day on which the person is 14.</param>
internal sealed record RepresentativeBody(Guid AccountId, RepresentativeKind Kind, IReadOnlyList<Tab> Reads, bool DecidesRights, string Ground, DateOnly StartsOn, DateOnly EndsOn);

/// <summary>What is needed, and why.</summary>
/// <param name="Tabs">No more than is needed.</param>
/// <param name="Reason">At most 1000 characters.</param>
internal sealed record EmergencyBody(IReadOnlyList<Tab> Tabs, string Reason);

/// <summary>What the coordination says of an opening.</summary>
/// <param name="Review">At most 1000 characters; the person reads it.</param>
internal sealed record ReviewBody(bool Justified, string Review);
