using Barometre.Application.Participation.Accounts;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.Participation;

/// <summary>Other systems of a project and their keys.</summary>
internal static class IntegratorEndpoints
{
    public static void MapIntegrators(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/projects/{projectId:guid}").WithTags("Integrators");
        group.MapPut("/integrators/{integratorId:guid}", MakeIntegrator).WithName(nameof(MakeIntegrator)).WithSummary("Names another system that may be given keys in the project.");
        group.MapPost("/integrators/{integratorId:guid}/keys", MakeIntegratorKey).WithName(nameof(MakeIntegratorKey)).WithSummary("Makes a key; it is shown once.");
        group.MapGet("/integrator-keys", ListIntegratorKeys).WithName(nameof(ListIntegratorKeys)).WithSummary("Lists the keys of the project's integrators, without their secrets.");
        group.MapPost("/integrator-keys/{keyId:guid}/rotation", RotateIntegratorKey).WithName(nameof(RotateIntegratorKey))
            .WithSummary("Makes the key that takes this one's place; both work during the overlap.");
        group.MapDelete("/integrator-keys/{keyId:guid}", RevokeIntegratorKey).WithName(nameof(RevokeIntegratorKey)).WithSummary("Revokes a key, at once.");
    }

    private static async Task<NoContent> MakeIntegrator(Guid projectId, Guid integratorId, IntegratorBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new MakeIntegratorCommand(projectId, integratorId, body.Name), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Created<MadeKey>> MakeIntegratorKey(Guid projectId, Guid integratorId, KeyBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        var made = await mediator.Send(new MakeIntegratorKeyCommand(projectId, integratorId, body.Scopes, body.ExpiresAt), cancellationToken);
        return TypedResults.Created($"/api/v1/projects/{projectId}/integrator-keys", made);
    }

    private static async Task<Ok<IReadOnlyList<KeySummary>>> ListIntegratorKeys(Guid projectId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListIntegratorKeysQuery(projectId), cancellationToken));

    private static async Task<Created<MadeKey>> RotateIntegratorKey(Guid projectId, Guid keyId, RotationBody body, IMediator mediator, CancellationToken cancellationToken)
    {
        var made = await mediator.Send(new RotateIntegratorKeyCommand(projectId, keyId, body.OverlapHours, body.ExpiresAt), cancellationToken);
        return TypedResults.Created($"/api/v1/projects/{projectId}/integrator-keys", made);
    }

    private static async Task<NoContent> RevokeIntegratorKey(Guid projectId, Guid keyId, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new RevokeIntegratorKeyCommand(projectId, keyId), cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>How another system is shown to the people who may open tabs to it.</summary>
internal sealed record IntegratorBody(string Name);

/// <summary>A key to be made.</summary>
/// <param name="Scopes"><c>tab:read</c> or <c>tab:write</c>: <c>quality_of_life</c>, <c>network</c>, <c>strengths</c>, <c>plan</c>, <c>coproduction</c>.</param>
/// <param name="ExpiresAt">At most 400 days away.</param>
internal sealed record KeyBody(IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt);

/// <summary>A key to take another's place.</summary>
/// <param name="OverlapHours">How long the old key still works, 0 to 720.</param>
/// <param name="ExpiresAt">When the new one ends, at most 400 days away.</param>
internal sealed record RotationBody(int OverlapHours, DateTimeOffset ExpiresAt);
