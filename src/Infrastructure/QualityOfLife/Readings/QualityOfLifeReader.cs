using Barometre.Application.QualityOfLife;
using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.QualityOfLife.Readings;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.QualityOfLife.Readings;

/// <summary>What other modules read of this one.</summary>
internal sealed class QualityOfLifeReader(IRatingReadings readings, IQualityOfLifeDb db) : IQualityOfLifeReader
{
    public async Task<IReadOnlyList<LatestRating>> LatestRatingsAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        [.. (await readings.LatestAsync(serviceUserId, cancellationToken))
            .Where(answer => answer.Rating is not null)
            .Select(answer => new LatestRating(answer.Theme, answer.Perspective, answer.Rating!.Value, answer.At))];

    public async Task<IReadOnlyList<ChosenStar>> StarsAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        await db.Stars.AsNoTracking()
            .Where(star => star.ServiceUserId == serviceUserId && star.Until == null)
            .OrderBy(star => star.Position)
            .Select(star => new ChosenStar(star.Theme, star.Position, star.Since))
            .ToListAsync(cancellationToken);
}
