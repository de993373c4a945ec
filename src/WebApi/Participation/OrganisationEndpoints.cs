using Barometre.Application.Participation.Organisations;
using Barometre.Application.Participation.Projects;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.Participation;

/// <summary>Organisations and administrators: the installation's own set-up.</summary>
internal static class OrganisationEndpoints
{
    private const int Page = 50;

    public static void MapOrganisations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/organisations").WithTags("Organisations");
        group.MapGet("", ListOrganisations).WithName(nameof(ListOrganisations)).WithSummary("Lists the organisations.");
        group.MapGet("/{organisationId:guid}", GetOrganisation).WithName(nameof(GetOrganisation)).WithSummary("Shows one organisation.");
        group.MapPut("/{organisationId:guid}", SaveOrganisation).WithName(nameof(SaveOrganisation))
            .WithSummary("Adds an organisation, or edits the version named in If-Match.");
        var administrators = routes.MapGroup("/api/v1/administrators").WithTags("Organisations");
        administrators.MapGet("", ListAdministrators).WithName(nameof(ListAdministrators)).WithSummary("Lists who administers.");
        administrators.MapPut("/{assignmentId:guid}", AppointAdministrator).WithName(nameof(AppointAdministrator)).WithSummary("Makes an account an administrator.");
        administrators.MapDelete("/{assignmentId:guid}", EndAdministration).WithName(nameof(EndAdministration))
            .WithSummary("Ends an account's administration; the last administrator stays.");
    }

    private static async Task<Ok<Page<OrganisationView>>> ListOrganisations(string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListOrganisationsQuery(cursor, limit ?? Page), cancellationToken));

    private static async Task<Ok<OrganisationView>> GetOrganisation(Guid organisationId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetOrganisationQuery(organisationId), cancellationToken));

    private static async Task<Ok<OrganisationView>> SaveOrganisation(Guid organisationId, OrganisationBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new SaveOrganisationCommand(organisationId, body.Name, body.Country, body.Contact), cancellationToken));

    private static async Task<Ok<IReadOnlyList<RoleView>>> ListAdministrators(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListAdministratorsQuery(), cancellationToken));

    private static async Task<Ok<RoleView>> AppointAdministrator(Guid assignmentId, AdministratorBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new AppointAdministratorCommand(assignmentId, body.AccountId), cancellationToken));

    private static async Task<NoContent> EndAdministration(Guid assignmentId, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new EndAdministrationCommand(assignmentId), cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>What an administrator says of an organisation.</summary>
/// <param name="Contact">Whom people reach about what is noted of them; the texts of consents say it.</param>
internal sealed record OrganisationBody(string Name, Country Country, PrivacyContact Contact);

/// <summary>The account that becomes an administrator.</summary>
internal sealed record AdministratorBody(Guid AccountId);
