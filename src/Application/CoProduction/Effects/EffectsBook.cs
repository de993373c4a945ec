using Barometre.Application.Shared;
using Barometre.Domain.CoProduction.Effects;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.CoProduction.Effects;

/// <summary>What the caller may know of a person's perceived effects. Every reading goes through here, and none reads the tables.</summary>
public sealed class EffectsBook(IEffectsDb db, Caller caller)
{
    /// <summary>The sheets that are there for the caller, oldest first, each with the answers they may see.</summary>
    /// <param name="serviceUserId">Whose.</param>
    /// <param name="sheetId">One sheet; all of them when not said.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<(IReadOnlyList<(EffectsSheet Sheet, IReadOnlyList<EffectsAnswer> Answers)> Sheets, EffectsSight Sight)> OpenAsync(
        Guid serviceUserId, Guid? sheetId, CancellationToken cancellationToken)
    {
        var sight = caller.Grant!.IsSelf ? EffectsSight.Own : EffectsSight.Of(
            caller.Grant.MemberId, await db.Showings.AsNoTracking().Where(showing => showing.ServiceUserId == serviceUserId).ToListAsync(cancellationToken));
        var sheets = await db.Sheets.AsNoTracking().Where(sheet => sheet.ServiceUserId == serviceUserId && (sheetId == null || sheet.Id == sheetId))
            .OrderBy(sheet => sheet.At).ThenBy(sheet => sheet.Id).ToListAsync(cancellationToken);
        var answers = await db.EffectsAnswers.AsNoTracking().Where(answer => answer.ServiceUserId == serviceUserId && (sheetId == null || answer.SheetId == sheetId)).ToListAsync(cancellationToken);
        return ([.. sight.Open(sheets, answers)], sight);
    }
}
