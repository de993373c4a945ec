using Barometre.Application.AccomplishmentPlan;
using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.Infrastructure.AccomplishmentPlan.Readings;

/// <summary>The tab at a glance, in one statement: goals, actions and reviews as they stand, and when each last changed.</summary>
internal sealed class PlanOverviewSql(DatabaseSession session, IRecordKeys keys, TimeProvider time)
{
    // What was said of a goal or an action last is what reached the record last, whatever its own time.
    internal const string Sql = """
        WITH said AS (
            SELECT f.about, max(f.recorded_at) AS recorded_at FROM (
                SELECT goal_id AS about, recorded_at FROM accomplishment_plan.goal_step WHERE service_user_id = $1
                UNION ALL SELECT goal_id, recorded_at FROM accomplishment_plan.goal_wording WHERE service_user_id = $1
                UNION ALL SELECT goal_id, recorded_at FROM accomplishment_plan.level_wording WHERE service_user_id = $1
                UNION ALL SELECT goal_id, recorded_at FROM accomplishment_plan.level_rating WHERE service_user_id = $1
                UNION ALL SELECT goal_id, recorded_at FROM accomplishment_plan.follow_up WHERE service_user_id = $1
                UNION ALL SELECT action_id, recorded_at FROM accomplishment_plan.action_step WHERE service_user_id = $1
                UNION ALL SELECT action_id, recorded_at FROM accomplishment_plan.action_wording WHERE service_user_id = $1
                UNION ALL SELECT action_id, recorded_at FROM accomplishment_plan.carrying_fact WHERE service_user_id = $1
                UNION ALL SELECT action_id, recorded_at FROM accomplishment_plan.occurrence_mark WHERE service_user_id = $1) f
             GROUP BY f.about)
        SELECT 'goal', g.id, NULL::uuid, g.state, s.recorded_at, w.words_sealed, w.domain, w.horizon, NULL::date, false, false, g.at, w.perspective
          FROM accomplishment_plan.goal g
          JOIN said s ON s.about = g.id
          JOIN LATERAL (SELECT w.words_sealed, w.domain, w.horizon, w.perspective FROM accomplishment_plan.goal_wording w WHERE w.service_user_id = $1 AND w.goal_id = g.id
                         ORDER BY w.at DESC, w.recorded_at DESC, w.id DESC LIMIT 1) w ON true
         WHERE g.service_user_id = $1
        UNION ALL
        SELECT 'action', a.id, a.goal_id, a.state, s.recorded_at, w.what_sealed, CASE WHEN a.carrying = 'accepted' THEN a.carrier_kind END, w.due, NULL,
               w.repeat IS NOT NULL, a.state IN ('to_do', 'under_way') AND g.state IN ('adopted', 'under_way', 'reached'), a.at, w.perspective
          FROM accomplishment_plan.action a
          JOIN accomplishment_plan.goal g ON g.service_user_id = $1 AND g.id = a.goal_id
          JOIN said s ON s.about = a.id
          JOIN LATERAL (SELECT w.what_sealed, w.due, w.repeat, w.perspective FROM accomplishment_plan.action_wording w WHERE w.service_user_id = $1 AND w.action_id = a.id
                         ORDER BY w.at DESC, w.recorded_at DESC, w.id DESC LIMIT 1) w ON true
         WHERE a.service_user_id = $1
        UNION ALL
        SELECT 'review', r.id, NULL, NULL, r.recorded_at, NULL, NULL, r.held_on, r.next_on, false, false, r.at, NULL FROM accomplishment_plan.review r WHERE r.service_user_id = $1
        UNION ALL
        SELECT 'zone', NULL, NULL, NULL, NULL, NULL, p.time_zone, NULL, NULL, false, false, NULL, NULL FROM accomplishment_plan.plan p WHERE p.service_user_id = $1
         ORDER BY 12, 2
        """;

    public Task<PlanOverview> ReadAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        session.ReadAsync(
            new NpgsqlBatchCommand(Sql) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = serviceUserId } } },
            reader => OverviewAsync(reader, serviceUserId, cancellationToken),
            cancellationToken);

    private async Task<PlanOverview> OverviewAsync(NpgsqlDataReader row, Guid serviceUserId, CancellationToken cancellationToken)
    {
        var key = await keys.ForAsync(serviceUserId, cancellationToken);
        var zone = Plan.UsualTimeZone;
        List<OverviewGoal> goals = [];
        List<OverviewAction> actions = [];
        List<OverviewReview> reviews = [];
        while (await row.ReadAsync(cancellationToken))
        {
            switch (row.GetString(0))
            {
                case "goal":
                    goals.Add(new OverviewGoal(
                        row.GetGuid(1), row.GetString(3), key.Open(PlanColumns.GoalWords, row.GetFieldValue<byte[]>(5)), Voice(row), Text(row, 6), Day(row, 7), Moment(row)));
                    break;
                case "action":
                    actions.Add(new OverviewAction(
                        row.GetGuid(1), row.GetGuid(2), row.GetString(3), key.Open(PlanColumns.ActionWhat, row.GetFieldValue<byte[]>(5)), Voice(row), Text(row, 6), Day(row, 7),
                        row.GetBoolean(9), row.GetBoolean(10), Late: false, Moment(row)));
                    break;
                case "review":
                    reviews.Add(new OverviewReview(row.GetGuid(1), Day(row, 7)!.Value, Day(row, 8), Moment(row)));
                    break;
                default:
                    zone = row.GetString(6);
                    break;
            }
        }

        // Which day it is depends on the zone, which is known once every row is read.
        var today = ActionDays.Today(zone, time.GetUtcNow());
        return new PlanOverview(
            zone, today, goals, [.. actions.Select(action => action with { Late = action is { Open: true, ComesBack: false } && action.Due < today })],
            [.. reviews.OrderByDescending(review => review.HeldOn)]);
    }

    private static Perspective Voice(NpgsqlDataReader row) => Words.Parse<Perspective>(row.GetString(12));

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateOnly? Day(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    private static DateTimeOffset Moment(NpgsqlDataReader row) => new(row.GetDateTime(4));
}
