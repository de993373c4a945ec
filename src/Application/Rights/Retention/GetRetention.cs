using Barometre.Application.Shared;
using Barometre.Application.Shared.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Retention;

/// <summary>What was announced about how long the person's record is kept, to them and to whoever acts in their rights; nothing while there is nothing to announce.</summary>
public sealed record GetRetentionQuery(Guid ServiceUserId) : IQuery<RetentionNotice>
{
    public Needed Access => Needed.Rights(ServiceUserId);
}

/// <summary>What is told. That the person signs in again, or that something is noted or looked at in the record, undoes what was announced; looking at this alone does not.</summary>
/// <param name="Announced">False when nothing is planned: the rest is then null.</param>
/// <param name="ClosesAt">When everybody else's access ends.</param>
/// <param name="ClosedAt">When it ended.</param>
/// <param name="ErasesAt">When the record is erased, unless the person comes back.</param>
public sealed record RetentionNotice(bool Announced, DateTimeOffset? LastContactAt, DateTimeOffset? ClosesAt, DateTimeOffset? ClosedAt, DateTimeOffset? ErasesAt);

internal sealed class GetRetentionHandler(IRightsDb db) : IRequestHandler<GetRetentionQuery, RetentionNotice>
{
    public async Task<RetentionNotice> Handle(GetRetentionQuery query, CancellationToken cancellationToken) =>
        await db.Keepings.AsNoTracking().SingleOrDefaultAsync(one => one.ServiceUserId == query.ServiceUserId, cancellationToken) is { } known
            ? new RetentionNotice(true, known.LastContactAt, known.ClosesAt, known.ClosedAt, known.ErasesAt)
            : new RetentionNotice(false, null, null, null, null);
}

/// <summary>The night's look at how long records are kept.</summary>
public static class RetentionJobs
{
    public static void AddRetention(this IServiceCollection services) =>
        // After the night's recomputations.
        services.AddSingleton<BackgroundWork>(new ScheduledWork<IReadOnlyList<RetentionAct>>("rights.run-retention", "0 20 5 * * ?", () => new RunRetentionCommand(DryRun: false)));
}
