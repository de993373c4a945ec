using Barometre.Application.Shared.Acts;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.QualityOfLife.Stars;

/// <summary>Who said how it is, and what matters most.</summary>
public sealed class NeedsActs(IQualityOfLifeDb db) : IActsReader
{
    public async Task<RecordedActs> ActsAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var assessments = await db.Assessments.AsNoTracking().Where(one => one.ServiceUserId == serviceUserId)
            .Select(one => new { one.Id, one.Perspective, one.Setting, one.OpenedAt }).ToListAsync(cancellationToken);
        var stars = await db.Stars.AsNoTracking().Where(star => star.ServiceUserId == serviceUserId).Select(star => new { star.Id, star.Setting, star.PlacedAt }).ToListAsync(cancellationToken);
        return new RecordedActs(
            [
                .. assessments.Select(one => new RecordedAct(one.Id, ActKind.AssessmentOpened, one.Perspective, one.Setting, one.OpenedAt)),
                // Stars placed at one moment were chosen together; they are the person's, alone or with somebody.
                .. stars.GroupBy(star => star.PlacedAt).Select(chosen => chosen.MinBy(star => star.Id)!)
                    .Select(star => new RecordedAct(star.Id, ActKind.StarsChosen, Perspective.ServiceUser, star.Setting, star.PlacedAt)),
            ],
            []);
    }

    public async Task<IReadOnlyList<Guid>> PeopleAsync(CancellationToken cancellationToken) =>
        await db.Assessments.AsNoTracking().Select(one => one.ServiceUserId).Union(db.StarBoards.Select(board => board.ServiceUserId)).ToListAsync(cancellationToken);
}
