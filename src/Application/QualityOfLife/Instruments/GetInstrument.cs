using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Instruments;

/// <summary>The instrument on quality of life, whole and in both languages: a version, or the newest.</summary>
public sealed record GetInstrumentQuery(string? Version) : IQuery<Instrument>
{
    public Needed Access => Needed.Anyone;
}

internal sealed class GetInstrumentHandler(IInstruments instruments) : IRequestHandler<GetInstrumentQuery, Instrument>
{
    public async Task<Instrument> Handle(GetInstrumentQuery query, CancellationToken cancellationToken) =>
        await instruments.FindAsync(query.Version, cancellationToken) ?? throw new NotFound();
}
