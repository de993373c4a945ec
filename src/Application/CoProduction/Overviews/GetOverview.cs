using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Contracts;
using Barometre.Application.Strengths.Contracts;
using Barometre.Domain.CoProduction;
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

/// <summary>A record at a glance; a tab that is not open to the reader is null.</summary>
/// <param name="At">When it was read; to be sent back once it was shown.</param>
/// <param name="Since">What came after this is counted as news; null when the reader never saw the record.</param>
/// <param name="News">How many things are new in each tab that is open to the reader.</param>
public sealed record Overview(
    DateTimeOffset At, DateTimeOffset? Since, IReadOnlyList<TabNews> News,
    QualityOfLifeOverview? QualityOfLife, NetworkOverview? Network, StrengthsOverview? Strengths, PlanOverview? Plan, CoproductionOverview? Coproduction);

/// <summary>How many things of a tab came or changed since the reader last looked; everything, when they never did.</summary>
public sealed record TabNews(Tab Tab, int Count);

internal sealed class GetOverviewHandler(
    IRoundTrip together, IGlance glance, IQualityOfLifeReader qualityOfLife, INetworkReader network, IStrengthsReader strengths, IPlanReader plan, Caller caller, TimeProvider time)
    : IRequestHandler<GetOverviewQuery, Overview>
{
    public async Task<Overview> Handle(GetOverviewQuery query, CancellationToken cancellationToken)
    {
        var (person, self) = (query.ServiceUserId, caller.Grant!.IsSelf);
        var overview = new Overview(FactTime.Microseconds(time.GetUtcNow()), query.Since, [], null, null, null, null, null);
        var reader = new GlanceReader(caller.Author(), caller.Grant.MemberId, self, caller.Grant.Sees(Tab.Coproduction));
        var glanced = new Glanced(null, [], []);
        List<Func<Task>> readings = [];
        When(query.Since is null || reader.SeesDialogue, () => glance.ReadAsync(person, reader, cancellationToken), seen => glanced = seen);
        When(caller.Grant.Sees(Tab.QualityOfLife), () => qualityOfLife.OverviewAsync(person, cancellationToken), tab => overview = overview with { QualityOfLife = tab });
        When(caller.Grant.Sees(Tab.Network), () => network.OverviewAsync(person, cancellationToken), tab => overview = overview with { Network = tab });
        When(caller.Grant.Sees(Tab.Strengths), () => strengths.OverviewAsync(person, self ? null : caller.Author(), cancellationToken), tab => overview = overview with { Strengths = tab });
        When(caller.Grant.Sees(Tab.Plan), () => plan.OverviewAsync(person, cancellationToken), tab => overview = overview with { Plan = tab });
        await together.TogetherAsync(readings, cancellationToken);
        var ratings = await RatingsAsync(person, glanced, cancellationToken);
        overview = overview with
        {
            Since = query.Since ?? glanced.SeenUntil,
            Coproduction = reader.SeesDialogue ? CoproductionOverview.Of(glanced, overview, ratings, caller.Grant) : null,
            // On which themes the person keeps words to themself is theirs to know.
            QualityOfLife = self ? overview.QualityOfLife : overview.QualityOfLife is { } life ? life with { KeptThemes = [] } : null,
        };
        return overview with { News = [.. News(overview, reader.AccountId)] };

        void When<T>(bool wanted, Func<Task<T>> read, Action<T> keep)
        {
            if (wanted)
            {
                readings.Add(async () => keep(await read()));
            }
        }
    }

    // Asked by itself, because few speak of one rating rather than of its theme.
    private async Task<IReadOnlyCollection<Guid>> RatingsAsync(Guid serviceUserId, Glanced glanced, CancellationToken cancellationToken)
    {
        Guid[] named = [.. glanced.Unread.Select(one => one.Thing).Concat(glanced.Marks.Select(mark => mark.Thing)).Where(thing => thing.Kind == ThingKind.Rating).Select(thing => thing.Id!.Value).Distinct()];
        return named.Length == 0 ? [] : [.. (await qualityOfLife.RatingsAsync(serviceUserId, named, cancellationToken)).Select(rating => rating.AnswerId)];
    }

    private static IEnumerable<TabNews> News(Overview overview, Guid reader)
    {
        (Tab Tab, IEnumerable<DateTimeOffset>? Changes)[] tabs =
        [
            (Tab.QualityOfLife, overview.QualityOfLife is { } life ? life.Voices.Select(voice => voice.ChangedAt).Concat(life.Stars.Select(star => star.Since)) : null),
            (Tab.Network, overview.Network?.Alters.Select(alter => alter.ChangedAt)),
            (Tab.Strengths, overview.Strengths?.Strengths.Select(strength => strength.ChangedAt)),
            (Tab.Plan, overview.Plan is { } plan
                ? plan.Goals.Select(goal => goal.ChangedAt).Concat(plan.Actions.Select(action => action.ChangedAt)).Concat(plan.Reviews.Select(review => review.ChangedAt)) : null),
            (Tab.Coproduction, overview.Coproduction is { } dialogue
                ? dialogue.Unread.Select(one => one.ChangedAt).Concat(dialogue.Marks.Where(mark => mark.AuthorId != reader).Select(mark => mark.ChangedAt)) : null),
        ];
        return from tab in tabs
               where tab.Changes is not null
               select new TabNews(tab.Tab, tab.Changes.Count(change => overview.Since is null || change > overview.Since));
    }
}
