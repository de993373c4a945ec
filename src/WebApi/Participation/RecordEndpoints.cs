using Barometre.Application.Participation.Accounts;
using Barometre.Application.Participation.Codes;
using Barometre.Application.Participation.Lists;
using Barometre.Application.Participation.Records;
using Barometre.Application.Participation.Register;
using Barometre.Application.Shared;
using Barometre.WebApi.Participation.Authentication;
using Barometre.WebApi.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.Participation;

/// <summary>Records of people: opened by a practitioner, claimed by the person.</summary>
internal static class RecordEndpoints
{
    private const int Page = 50;

    public static void MapRecords(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/service-users", ListServiceUsers).WithName(nameof(ListServiceUsers)).WithTags("Records")
            .WithSummary("Lists the people around whom you are, by name.");
        routes.MapPost("/api/v1/service-users/search", SearchServiceUsers).WithName(nameof(SearchServiceUsers)).WithTags("Records").Sends<ListServiceUsersQuery>()
            .WithSummary("Finds, among the people around whom you are, those whose name has words that begin so; sent as a body, because no name may stand in an address.");
        var group = routes.MapGroup("/api/v1/service-users/{serviceUserId:guid}").WithTags("Records");
        group.MapGet("", GetRecord).WithName(nameof(GetRecord)).WithSummary("Shows a record's cover: name, language, projects.");
        group.MapPut("", OpenRecord).WithName(nameof(OpenRecord)).WithSummary("Opens a record with what the person wants to be called.");
        group.MapPut("/called", DescribePerson).WithName(nameof(DescribePerson)).WithSummary("Changes what the person is called, or their language.");
        group.MapPost("/claim-codes", IssueClaimCode).WithName(nameof(IssueClaimCode)).WithSummary("Makes the one-time code with which the person claims their record.");
        group.MapPut("/projects/{projectId:guid}", EnrolInProject).WithName(nameof(EnrolInProject)).WithSummary("Enters the person in a project.");
        group.MapDelete("/projects/{projectId:guid}", LeaveProject).WithName(nameof(LeaveProject)).WithSummary("Takes the person out of a project, and whoever came from it out of their circle.");
        group.MapPost("/moves", MoveToProject).WithName(nameof(MoveToProject)).WithSummary("Moves the person from one project to another.");
        group.MapGet("/register", ReadRegister).WithName(nameof(ReadRegister)).WithSummary("Shows the person who read or wrote in their record, newest first.");
        var account = routes.MapGroup("/api/v1/account").WithTags("Records");
        account.MapGet("/standing", GetStanding).WithName(nameof(GetStanding)).WithSummary("Shows the record that is yours and the roles you hold.");
        account.MapPost("/record", ClaimRecord).WithName(nameof(ClaimRecord)).CountsAttempts().WithSummary("Claims your record with the code you were given.");
    }

    private static async Task<Ok<Page<PersonView>>> ListServiceUsers(string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListServiceUsersQuery(null, cursor, limit ?? Page), cancellationToken));

    private static async Task<Ok<Page<PersonView>>> SearchServiceUsers(SearchBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListServiceUsersQuery(body.Search, body.Cursor, body.Limit ?? Page), cancellationToken));

    private static async Task<Ok<RecordView>> GetRecord(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetRecordQuery(serviceUserId), cancellationToken));

    private static async Task<Created<OpenedRecord>> OpenRecord(Guid serviceUserId, OpenRecordBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        var id = await mediator.Send(new OpenRecordCommand(serviceUserId, body.ProjectId, body.CalledName, body.Language), cancellationToken);
        return TypedResults.Created($"/api/v1/service-users/{id}", new OpenedRecord(id));
    }

    private static async Task<Ok<RecordVersion>> DescribePerson(Guid serviceUserId, CalledBody body, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new DescribePersonCommand(serviceUserId, body.CalledName, body.Language), cancellationToken));

    private static async Task<Ok<IssuedCode>> IssueClaimCode(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new IssueClaimCodeCommand(serviceUserId), cancellationToken));

    private static async Task<NoContent> EnrolInProject(Guid serviceUserId, Guid projectId, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new EnrolInProjectCommand(serviceUserId, projectId), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> LeaveProject(Guid serviceUserId, Guid projectId, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new LeaveProjectCommand(serviceUserId, projectId), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> MoveToProject(Guid serviceUserId, MoveBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new MoveToProjectCommand(serviceUserId, body.FromProjectId, body.ToProjectId), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Page<RegisterLineView>>> ReadRegister(
        Guid serviceUserId, string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ReadRegisterQuery(serviceUserId, cursor, limit ?? Page), cancellationToken));

    private static async Task<Ok<StandingView>> GetStanding(IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new GetStandingQuery(), cancellationToken));

    private static async Task<Ok<OpenedRecord>> ClaimRecord(CodeBody body, IMediator mediator, SessionTickets tickets, CancellationToken cancellationToken)
    {
        await mediator.Send(new CountOwnAttemptCommand(AttemptKind.Code, tickets.Address), cancellationToken);
        return TypedResults.Ok(new OpenedRecord(await mediator.Send(new ClaimRecordCommand(body.Code), cancellationToken)));
    }
}

/// <summary>What a practitioner says to open a record.</summary>
internal sealed record OpenRecordBody(Guid ProjectId, string CalledName, string Language);

/// <summary>The record that was opened or claimed.</summary>
internal sealed record OpenedRecord(Guid ServiceUserId);

/// <summary>What the person wants to be called, and their language.</summary>
internal sealed record CalledBody(string CalledName, string Language);

/// <summary>Where the person goes.</summary>
internal sealed record MoveBody(Guid FromProjectId, Guid ToProjectId);

/// <summary>A one-time code as it was typed.</summary>
internal sealed record CodeBody(string Code);

/// <summary>What is looked for in a list of names.</summary>
/// <param name="Search">The beginnings of words of a name; accents and case do not matter.</param>
/// <param name="Cursor">Where the page before ended; the first page when not said.</param>
/// <param name="Limit">How many at most, 1 to 100.</param>
internal sealed record SearchBody(string Search, string? Cursor = null, int? Limit = null);
