using Barometre.Application.Participation.Circle;
using Barometre.Application.Participation.Lists;
using Barometre.Application.Participation.Projects;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using Barometre.WebApi.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.Participation;

/// <summary>Projects, the roles held in them, and their coordinator's work.</summary>
internal static class ProjectEndpoints
{
    private const int Page = 50;

    public static void MapProjects(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/projects").WithTags("Projects");
        group.MapGet("", ListProjects).WithName(nameof(ListProjects)).WithSummary("Lists the projects in which you hold a role; all of them, to an administrator.");
        group.MapGet("/{projectId:guid}", GetProject).WithName(nameof(GetProject)).WithSummary("Shows one project.");
        group.MapPut("/{projectId:guid}", SaveProject).WithName(nameof(SaveProject)).WithSummary("Adds a project to an organisation, or edits the version named in If-Match.");
        group.MapGet("/{projectId:guid}/roles", ListRoles).WithName(nameof(ListRoles)).WithSummary("Lists who holds which role in a project.");
        group.MapPut("/{projectId:guid}/roles/{assignmentId:guid}", GiveRole).WithName(nameof(GiveRole)).WithSummary("Gives an account a role in a project.");
        group.MapDelete("/{projectId:guid}/roles/{assignmentId:guid}", EndRole).WithName(nameof(EndRole))
            .WithSummary("Ends a role, and with it every place in a circle that came from it.");
        group.MapGet("/{projectId:guid}/service-users", ListProjectServiceUsers).WithName(nameof(ListProjectServiceUsers))
            .WithSummary("Lists a project's people to its coordinator, by name.");
        group.MapPost("/{projectId:guid}/service-users/search", SearchProjectServiceUsers).WithName(nameof(SearchProjectServiceUsers)).Sends<ListProjectServiceUsersQuery>()
            .WithSummary("Finds, among a project's people, those whose name has words that begin so; sent as a body, because no name may stand in an address.");
        group.MapPut("/{projectId:guid}/service-users/{serviceUserId:guid}/circle/{memberId:guid}", PutForward).WithName(nameof(PutForward))
            .WithSummary("Puts a practitioner of the project forward for somebody's circle.");
    }

    private static async Task<Ok<Page<ProjectView>>> ListProjects(string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListProjectsQuery(cursor, limit ?? Page), cancellationToken));

    private static async Task<Ok<ProjectView>> GetProject(Guid projectId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetProjectQuery(projectId), cancellationToken));

    private static async Task<Ok<ProjectView>> SaveProject(Guid projectId, ProjectBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        var description = new ProjectDescription(body.Name, body.Site, body.Country, body.DataRegion, body.Languages, body.RetentionMonths, body.Demonstration, body.EmergencyHours);
        return TypedResults.Ok(await mediator.Send(new SaveProjectCommand(projectId, body.OrganisationId, description), cancellationToken));
    }

    private static async Task<Ok<Page<RoleView>>> ListRoles(Guid projectId, string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListRolesQuery(projectId, cursor, limit ?? Page), cancellationToken));

    private static async Task<Ok<RoleView>> GiveRole(Guid projectId, Guid assignmentId, RoleBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GiveRoleCommand(projectId, assignmentId, body.AccountId, body.Role), cancellationToken));

    private static async Task<NoContent> EndRole(Guid projectId, Guid assignmentId, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new EndRoleCommand(projectId, assignmentId), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Page<PersonView>>> ListProjectServiceUsers(
        Guid projectId, string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListProjectServiceUsersQuery(projectId, null, cursor, limit ?? Page), cancellationToken));

    private static async Task<Ok<Page<PersonView>>> SearchProjectServiceUsers(Guid projectId, SearchBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListProjectServiceUsersQuery(projectId, body.Search, body.Cursor, body.Limit ?? Page), cancellationToken));

    private static async Task<NoContent> PutForward(
        Guid projectId, Guid serviceUserId, Guid memberId, ForwardBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new PutForwardCommand(projectId, serviceUserId, memberId, body.AccountId, body.Role, body.Sharing), cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>What an administrator says of a project.</summary>
/// <param name="RetentionMonths">Months that a record is kept after the last contact; none keeps it until the person decides.</param>
/// <param name="Demonstration">True when nobody in it is real.</param>
/// <param name="EmergencyHours">For how many hours a practitioner may open a record in an emergency, 1 to 72; none, as a rule, never.</param>
internal sealed record ProjectBody(
    Guid OrganisationId, string Name, string Site, Country Country, string DataRegion, IReadOnlyList<string> Languages, bool Demonstration, int? RetentionMonths = null,
    int? EmergencyHours = null);

/// <summary>Who gets which role.</summary>
internal sealed record RoleBody(Guid AccountId, Role Role);

/// <summary>Whom a coordinator puts forward, and how far each tab would be open to them.</summary>
internal sealed record ForwardBody(Guid AccountId, Role Role, Sharing Sharing);
