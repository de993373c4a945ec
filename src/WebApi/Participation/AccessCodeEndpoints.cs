using Barometre.Application.Participation.Accounts;
using Barometre.Application.Participation.Codes;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.Participation;

/// <summary>Letting a person back into their account, in person.</summary>
internal static class AccessCodeEndpoints
{
    public static void MapAccessCodes(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/service-users/{serviceUserId:guid}/access-codes", IssueAccessCode).WithTags("Account").WithName(nameof(IssueAccessCode))
            .WithSummary("Makes a code by which the person, who lost their password, chooses a new one; it is shown once and the register tells of it.");

    private static async Task<Created<IssuedCode>> IssueAccessCode(Guid serviceUserId, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Created("/api/v1/account/recovery", await mediator.Send(new IssueAccessCodeCommand(serviceUserId), cancellationToken));
}
