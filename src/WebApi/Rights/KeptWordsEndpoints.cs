using Barometre.Application.Rights.GivenBack;
using Barometre.Application.Shared;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Barometre.WebApi.Rights;

/// <summary>What the caller once said in records that were erased since.</summary>
internal static class KeptWordsEndpoints
{
    public static void MapKeptWords(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/account/kept-words").WithTags("Rights");
        group.MapGet("", ListKeptWords).WithName(nameof(ListKeptWords))
            .WithSummary("Lists what you said in dialogues whose records were erased since: your own words, without names, for you alone.");
        group.MapDelete("{keptWordsId:guid}", ThrowAwayKeptWords).WithName(nameof(ThrowAwayKeptWords)).WithSummary("Throws one of them away for good.");
        group.MapDelete("", ThrowAwayAllKeptWords).WithName(nameof(ThrowAwayAllKeptWords)).WithSummary("Throws all of them away for good.");
    }

    private static async Task<Ok<Page<KeptWordsView>>> ListKeptWords(string? cursor, int? limit, IMediator mediator, CancellationToken cancellationToken) =>
        TypedResults.Ok(await mediator.Send(new ListKeptWordsQuery(cursor, limit ?? 50), cancellationToken));

    private static async Task<NoContent> ThrowAwayKeptWords(Guid keptWordsId, IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new ThrowAwayKeptWordsCommand(keptWordsId), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ThrowAwayAllKeptWords(IMediator mediator, CancellationToken cancellationToken)
    {
        await mediator.Send(new ThrowAwayAllKeptWordsCommand(), cancellationToken);
        return TypedResults.NoContent();
    }
}
