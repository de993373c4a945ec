using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Overviews;

/// <summary>The whole record in one call: the latest of each tab that is open to the reader, and what is new to them.</summary>
/// <param name="Since">What came after this is news; when not said, what came after the reader last saw the record.</param>
public sealed record GetOverviewQuery(Guid ServiceUserId, DateTimeOffset? Since) : IQuery<Overview>
{
    public Needed Access => Needed.AnyTab(ServiceUserId);
}

/// <summary>A record at a glance.</summary>
/// <param name="At">When it was read; to be sent back once it was shown.</param>
/// <param name="Since">What came after this is counted as news; null when the reader never saw the record.</param>
/// <param name="News">How many things are new in each tab that is open to the reader.</param>
/// <param name="QualityOfLife">Null when that tab is not open to the reader.</param>
public sealed record Overview(DateTimeOffset At, DateTimeOffset? Since, IReadOnlyList<TabNews> News, QualityOfLifeOverview? QualityOfLife);

/// <summary>How many things of a tab came or changed since the reader last looked; everything, when they never did.</summary>
public sealed record TabNews(Tab Tab, int Count);

internal sealed class GetOverviewHandler(IRoundTrip together, IVisits visits, IQualityOfLifeReader qualityOfLife, Caller caller, TimeProvider time)
    : IRequestHandler<GetOverviewQuery, Overview>
{
    public async Task<Overview> Handle(GetOverviewQuery query, CancellationToken cancellationToken)
    {
        var at = FactTime.Microseconds(time.GetUtcNow());
        var since = query.Since;
        QualityOfLifeOverview? life = null;
        List<Func<Task>> readings = [];
        if (since is null)
        {
            readings.Add(async () => since = await visits.SeenUntilAsync(query.ServiceUserId, caller.Author(), cancellationToken));
        }

        if (caller.Grant!.Sees(Tab.QualityOfLife))
        {
            readings.Add(async () => life = await qualityOfLife.OverviewAsync(query.ServiceUserId, cancellationToken));
        }

        await together.TogetherAsync(readings, cancellationToken);
        List<TabNews> news = [];
        Count(Tab.QualityOfLife, life?.Voices.Select(voice => voice.ChangedAt).Concat(life.Stars.Select(star => star.Since)));
        return new Overview(at, since, news, life);

        void Count(Tab tab, IEnumerable<DateTimeOffset>? changes)
        {
            if (changes is not null)
            {
                news.Add(new TabNews(tab, changes.Count(change => since is null || change > since)));
            }
        }
    }
}
