using Barometre.Application.Shared;
using Barometre.Domain.Strengths;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Strengths.Catalogue;

/// <summary>The questions and suggestions about strengths, whole and in both languages: a version, or the newest.</summary>
public sealed record GetStrengthCatalogueQuery(string? Version) : IQuery<StrengthCatalogue>
{
    public Needed Access => Needed.Anyone;
}

internal sealed class GetStrengthCatalogueHandler(IStrengthCatalogues catalogues) : IRequestHandler<GetStrengthCatalogueQuery, StrengthCatalogue>
{
    public async Task<StrengthCatalogue> Handle(GetStrengthCatalogueQuery query, CancellationToken cancellationToken) =>
        await catalogues.FindAsync(query.Version, cancellationToken) ?? throw new NotFound();
}
