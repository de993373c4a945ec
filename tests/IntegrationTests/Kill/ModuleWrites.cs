using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.SocialNetwork;
using Barometre.IntegrationTests.Strengths;

namespace Barometre.IntegrationTests.Kill;

internal sealed class AssessmentWrites : Writes
{
    public static readonly string[] Themes = ["needs.housing", "health.mental", "social_life.family"];

    public override string Module => "quality_of_life";

    public override string Kept => """
        SELECT m.id, string_agg(concat_ws(' ', a.id, a.theme, a.rating), ', ' ORDER BY a.id)
        FROM quality_of_life.assessment m LEFT JOIN quality_of_life.answer a ON a.service_user_id = m.service_user_id AND a.assessment_id = m.id GROUP BY m.id
        """;

    public override Sent Make(Guid person, Random random, IReadOnlyList<Sent> acknowledged)
    {
        var (id, at) = (Guid.CreateVersion7(), Now);
        var answers = Themes.Select(theme => (Id: Guid.CreateVersion7(), Theme: theme, Rating: random.Next(101))).ToList();
        var body = new { setting = "alone", at, complete = true, answers = answers.Select(answer => new { id = answer.Id, theme = answer.Theme, kind = "rating", at, rating = answer.Rating }) };
        var content = answers.Select(answer => $"{answer.Id} {answer.Theme} {answer.Rating}").Order(StringComparer.Ordinal);
        return Put(id, Rated.Path(person, $"assessments/{id}"), body, string.Join(", ", content));
    }
}

internal sealed class NetworkWrites : Writes
{
    private const string Named = "alter_named";
    private const int Alters = 8;

    public override string Module => "social_network";

    public override string Kept => "SELECT id, concat_ws(' ', kind, subject_id, closeness) FROM social_network.fact";

    public override Sent Make(Guid person, Random random, IReadOnlyList<Sent> acknowledged)
    {
        var alters = acknowledged.Where(one => one.Of == this && one.Content.StartsWith(Named, StringComparison.Ordinal)).Select(one => Guid.Parse(one.Content.Split(' ')[1])).ToList();
        var known = alters.Count == Alters;
        var (alter, closeness) = (known ? alters[random.Next(Alters)] : Guid.CreateVersion7(), random.Next(101));
        var fact = known ? Mapped.Stated(alter, 0, closeness) : Mapped.Named(alter, "Quelqu’un d’inventé", 0);
        return new Sent(this, (Guid)fact["id"]!, HttpMethod.Post, Mapped.Path(person, "facts"), new { facts = new[] { fact } }, known ? $"tie_stated {alter} {closeness}" : $"{Named} {alter}");
    }
}

internal sealed class StrengthWrites : Writes
{
    private static readonly string[] Kinds = ["quality", "skill", "interest"];

    public override string Module => "strengths";

    public override string Kept => """
        SELECT s.id, concat_ws(' ', s.standing, string_agg(concat_ws(' ', f.kind, f.strength_kind), ', '))
        FROM strengths.strength s LEFT JOIN strengths.strength_fact f ON f.service_user_id = s.service_user_id AND f.strength_id = s.id GROUP BY s.id, s.standing
        """;

    public override Sent Make(Guid person, Random random, IReadOnlyList<Sent> acknowledged)
    {
        var (id, kind) = (Guid.CreateVersion7(), Kinds[random.Next(Kinds.Length)]);
        return Put(id, Strong.At(person, $"/items/{id}"), new { strength = Strong.Said($"Une force {id}", kind), at = Now, setting = "alone" }, $"kept named {kind}");
    }
}

internal sealed class GoalWrites : Writes
{
    public override string Module => "accomplishment_plan";

    public override string Kept => """
        SELECT g.id, concat_ws(' ', g.state,
            (SELECT count(*) FROM accomplishment_plan.goal_wording w WHERE w.service_user_id = g.service_user_id AND w.goal_id = g.id), 'wording',
            (SELECT count(*) FROM accomplishment_plan.goal_step s WHERE s.service_user_id = g.service_user_id AND s.goal_id = g.id), 'step')
        FROM accomplishment_plan.goal g
        """;

    public override Sent Make(Guid person, Random random, IReadOnlyList<Sent> acknowledged)
    {
        var id = Guid.CreateVersion7();
        var body = new { goal = new { words = $"Un but {id}", themes = Array.Empty<string>() }, adopted = true, setting = "alone", at = Now };
        return Put(id, AccomplishmentPlan.Planned.Path(person, $"goals/{id}"), body, "adopted 1 wording 1 step");
    }
}

internal sealed class ActionWrites : Writes
{
    public override string Module => "accomplishment_plan";

    public override string Kept => """
        SELECT a.id, concat_ws(' ', a.goal_id, a.state, a.carrying,
            (SELECT count(*) FROM accomplishment_plan.action_wording w WHERE w.service_user_id = a.service_user_id AND w.action_id = a.id), 'wording',
            (SELECT count(*) FROM accomplishment_plan.action_step s WHERE s.service_user_id = a.service_user_id AND s.action_id = a.id), 'step',
            (SELECT count(*) FROM accomplishment_plan.carrying_fact c WHERE c.service_user_id = a.service_user_id AND c.action_id = a.id), 'carrying')
        FROM accomplishment_plan.action a
        """;

    public override Sent? Make(Guid person, Random random, IReadOnlyList<Sent> acknowledged)
    {
        if (acknowledged.LastOrDefault(one => one.Of is GoalWrites) is not { } goal)
        {
            return null;
        }

        var id = Guid.CreateVersion7();
        var body = new { action = new { what = $"Une action {id}" }, carrier = AccomplishmentPlan.Planned.Person(), setting = "alone", at = Now };
        return Put(id, AccomplishmentPlan.Planned.Path(person, $"goals/{goal.Id}/actions/{id}"), body, $"{goal.Id} to_do accepted 1 wording 1 step 1 carrying");
    }
}

internal sealed class InvitationWrites : Writes
{
    public override string Module => "participation";

    public override string Kept => """
        SELECT m.id, concat_ws(' ', m.role, m.state, string_agg(f.kind, ', '))
        FROM participation.circle_member m LEFT JOIN participation.circle_fact f ON f.service_user_id = m.service_user_id AND f.member_id = m.id GROUP BY m.id, m.role, m.state
        """;

    public override Sent Make(Guid person, Random random, IReadOnlyList<Sent> acknowledged)
    {
        var id = Guid.CreateVersion7();
        return Put(id, $"/api/v1/service-users/{person}/circle/{id}", new { role = "relative", sharing = Calls.Sharing(), label = "Une sœur inventée" }, "relative invited invited");
    }
}

internal sealed class MessageWrites : Writes
{
    public override string Module => "coproduction";

    public override string Kept => """
        SELECT s.id, concat_ws(' ', c.theme, (SELECT count(*) FROM coproduction.message_fact f WHERE f.service_user_id = s.service_user_id AND f.message_id = s.id), 'fact',
            CASE WHEN s.number <= c.last_number THEN 'counted' END)
        FROM coproduction.message_fact s JOIN coproduction.conversation c ON c.service_user_id = s.service_user_id AND c.id = s.conversation_id WHERE s.kind = 'said'
        """;

    public override Sent Make(Guid person, Random random, IReadOnlyList<Sent> acknowledged)
    {
        var (id, theme) = (Guid.CreateVersion7(), AssessmentWrites.Themes[random.Next(AssessmentWrites.Themes.Length)]);
        return Put(id, CoProduction.Told.Path(person, $"messages/{id}"), CoProduction.Told.Said(CoProduction.Told.Theme(theme), $"Un message {id}"), $"{theme} 1 fact counted");
    }
}

internal sealed class MeetingWrites : Writes
{
    public override string Module => "coproduction";

    public override string Kept => """
        SELECT m.id, concat_ws(' ', m.state, (SELECT count(*) FROM coproduction.meeting_step s WHERE s.service_user_id = m.service_user_id AND s.meeting_id = m.id), 'step') FROM coproduction.meeting m
        """;

    public override Sent Make(Guid person, Random random, IReadOnlyList<Sent> acknowledged)
    {
        var id = Guid.CreateVersion7();
        return Put(id, CoProduction.Met.Path(person, $"{id}"), new { state = "under_way", meeting = new { words = $"Une rencontre {id}" }, setting = "alone", at = Now }, "under_way 1 step");
    }
}

internal sealed class AgendaWrites : Writes
{
    public override string Module => "coproduction";

    public override string Kept => """
        SELECT f.id, concat_ws(' ', i.meeting_id, f.kind, CASE WHEN f.words_sealed IS NOT NULL THEN 'worded' END)
          FROM coproduction.agenda_item i JOIN coproduction.agenda_fact f ON f.service_user_id = i.service_user_id AND f.item_id = i.id
        """;

    public override Sent? Make(Guid person, Random random, IReadOnlyList<Sent> acknowledged)
    {
        if (acknowledged.LastOrDefault(one => one.Of is MeetingWrites) is not { } meeting)
        {
            return null;
        }

        var id = Guid.CreateVersion7();
        return Put(id, CoProduction.Met.Path(person, $"{meeting.Id}/agenda/{id}"), new { words = $"Un point {id}", setting = "alone", at = Now }, $"{meeting.Id} added worded");
    }
}
