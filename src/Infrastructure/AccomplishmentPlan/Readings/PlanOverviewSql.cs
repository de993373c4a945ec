using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Domain.AccomplishmentPlan;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.Infrastructure.AccomplishmentPlan.Readings;

/// <summary>The tab at a glance, in one statement: goals by state, actions that are open, late and next, and when each last changed.</summary>
internal sealed class PlanOverviewSql(DatabaseSession session, TimeProvider time)
{
    // What was said of a goal or an action last is what reached the record last, whatever its own time.
    private const string Sql = """
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
        SELECT 'goal', g.state, s.recorded_at, NULL::date, false FROM accomplishment_plan.goal g JOIN said s ON s.about = g.id WHERE g.service_user_id = $1
        UNION ALL
        SELECT CASE WHEN a.state IN ('to_do', 'under_way') AND g.state IN ('adopted', 'under_way', 'reached') THEN 'open' ELSE 'action' END,
               NULL, s.recorded_at, w.due, w.repeat IS NULL
          FROM accomplishment_plan.action a
          JOIN accomplishment_plan.goal g ON g.service_user_id = $1 AND g.id = a.goal_id
          JOIN said s ON s.about = a.id
          JOIN LATERAL (SELECT w.due, w.repeat FROM accomplishment_plan.action_wording w WHERE w.service_user_id = $1 AND w.action_id = a.id
                         ORDER BY w.at DESC, w.recorded_at DESC, w.id DESC LIMIT 1) w ON true
         WHERE a.service_user_id = $1
        UNION ALL
        SELECT 'review', NULL, r.recorded_at, NULL, false FROM accomplishment_plan.review r WHERE r.service_user_id = $1
        UNION ALL
        SELECT 'zone', p.time_zone, NULL, NULL, false FROM accomplishment_plan.plan p WHERE p.service_user_id = $1
        """;

    public Task<PlanOverview> ReadAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        session.ReadAsync(
            new NpgsqlBatchCommand(Sql) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = serviceUserId } } },
            reader => OverviewAsync(reader, cancellationToken),
            cancellationToken);

    private async Task<PlanOverview> OverviewAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var zone = Plan.UsualTimeZone;
        List<string> goals = [];
        List<(DateOnly? Due, bool Once)> open = [];
        List<DateTimeOffset> changed = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            var kind = reader.GetString(0);
            if (kind == "zone")
            {
                zone = reader.GetString(1);
                continue;
            }

            changed.Add(new DateTimeOffset(reader.GetDateTime(2)));
            if (kind == "goal")
            {
                goals.Add(reader.GetString(1));
            }
            else if (kind == "open")
            {
                open.Add((reader.IsDBNull(3) ? null : reader.GetFieldValue<DateOnly>(3), reader.GetBoolean(4)));
            }
        }

        var today = ActionDays.Today(zone, time.GetUtcNow());
        return new PlanOverview(
            zone, today, [.. goals.GroupBy(state => state, StringComparer.Ordinal).OrderBy(state => state.Key, StringComparer.Ordinal).Select(state => new GoalCount(state.Key, state.Count()))],
            open.Count, open.Count(action => action.Once && action.Due < today), open.Where(action => action.Once && action.Due >= today).Min(action => action.Due), changed);
    }
}
