using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Effects;

/// <summary>One sheet of perceived effects. To anybody but the person, one whose answers they may not see is not there.</summary>
public sealed record GetEffectsSheetQuery(Guid ServiceUserId, Guid SheetId) : IQuery<EffectsSheetView>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Read);
}

internal sealed class GetEffectsSheetHandler(EffectsBook book, IRecordKeys keys) : IRequestHandler<GetEffectsSheetQuery, EffectsSheetView>
{
    public async Task<EffectsSheetView> Handle(GetEffectsSheetQuery query, CancellationToken cancellationToken)
    {
        var (sheets, sight) = await book.OpenAsync(query.ServiceUserId, query.SheetId, cancellationToken);
        var (sheet, answers) = sheets.Count == 0 ? throw new NotFound() : sheets[0];
        return EffectsPicture.Sheet(sheet, answers, sight, await keys.ForAsync(query.ServiceUserId, cancellationToken));
    }
}
