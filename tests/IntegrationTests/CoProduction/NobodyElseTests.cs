using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Contract;
using Barometre.IntegrationTests.Contract.Fuzz;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.Strengths;
using static Barometre.IntegrationTests.CoProduction.Proposed;

namespace Barometre.IntegrationTests.CoProduction;

/// <summary>There is no operation by which anybody else adopts anything: every one that writes is tried, with everything open, on things that are there.</summary>
[Collection(InstallationTests.Name)]
public sealed class NobodyElseTests(Installation installation)
{
    private const int Times = 2;

    [Theory]
    [InlineData(Role.Practitioner, "alone")]
    [InlineData(Role.Relative, "alone")]
    [InlineData(Role.Integrator, "alone")]
    [InlineData(Role.Practitioner, "joint")]
    [InlineData(Role.Relative, "joint")]
    [InlineData(Role.Integrator, "joint")]
    public async Task Whatever_somebody_else_sends_the_persons_plan_strengths_and_stars_are_as_they_made_them(Role role, string setting)
    {
        var person = await installation.PersonAsync();
        var (own, other) = (person.Account.Client(installation), await installation.MemberAsync(person, role, AccessLevel.Contribute, strong: true));
        using var client = other.Client(installation);
        // Whom the person allowed to note together with them says their yes with them: here nobody is.
        await installation.ExecuteAsync($"UPDATE participation.circle_member SET together_until = NULL WHERE service_user_id = '{person.ServiceUserId}'");
        var things = await ArrangeAsync(person, own, other.Client(installation));
        var before = await AdoptedAsync(person.ServiceUserId);
        var contract = await ContractDocument.ReadAsync(installation);
        var writes = contract.Operations.Where(operation => operation.Method != "GET" && operation.Path.Contains("{serviceUserId}", StringComparison.Ordinal)).ToList();
        var statuses = new Dictionary<HttpStatusCode, int>();
        List<string> changed = [];

        // Twice over, each time in another order: what is refused on its own may not be after something else.
        foreach (var operation in Enumerable.Repeat(writes, Times).SelectMany((all, time) => all.OrderBy(one => time == 0 ? one.Id : new string([.. one.Id.Reverse()]), StringComparer.Ordinal)).Where(Stays))
        {
            foreach (var thing in things.Where(thing => operation.Path.Contains($"{{{thing.Name}}}", StringComparison.Ordinal)).DefaultIfEmpty((Name: "", Id: Guid.Empty)))
            {
                using var request = Request(contract, operation, setting, name => name == "serviceUserId" ? person.ServiceUserId : name == thing.Name ? thing.Id : Guid.CreateVersion7());
                using var response = await client.SendAsync(request);
                statuses[response.StatusCode] = statuses.GetValueOrDefault(response.StatusCode) + 1;
                if (await AdoptedAsync(person.ServiceUserId) is var now && now != before)
                {
                    (changed, before) = ([.. changed, operation.Id], now);
                }
            }
        }

        Findings.None(changed);
        Assert.True(writes.Count > 40, $"{writes.Count} operations were tried");
        Assert.True(statuses.GetValueOrDefault(HttpStatusCode.OK) > (setting == "alone" ? 5 : 0), string.Join(' ', statuses));
        Assert.True(statuses.GetValueOrDefault(setting == "alone" ? HttpStatusCode.Conflict : HttpStatusCode.Forbidden) > 5, string.Join(' ', statuses));
    }

    // Leaving the circle would end the trial, and what concerns everybody's access is tried elsewhere.
    private static bool Stays(ContractOperation operation) => !operation.Path.Contains("/circle", StringComparison.Ordinal);

    /// <summary>Something of each kind that is the person's, and something of each that waits or was refused.</summary>
    private async Task<(string Name, Guid Id)[]> ArrangeAsync(Given.Person person, HttpClient own, HttpClient other)
    {
        var id = person.ServiceUserId;
        var (kept, named, proposed) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var adopted = await own.GoalAsync(id, "Marcher", adopted: true);
        var action = await own.ActionAsync(id, adopted, "Sortir");
        await own.NameAsync(id, kept, Strong.Said("Je dessine")).AnswersAsync(HttpStatusCode.OK);
        await installation.StarsAsync(person, "needs.housing");
        var (waiting, refused) = (await other.GoalAsync(id, "Mieux dormir"), await other.GoalAsync(id, "Prendre du poids"));
        var waitingAction = await other.ActionAsync(id, adopted, "Acheter des bottes");
        await other.NameAsync(id, named, Strong.Said("Tu sais attendre")).AnswersAsync(HttpStatusCode.OK);
        await other.OfferAsync(id, proposed, Stars("needs.income")).AnswersAsync(HttpStatusCode.OK);
        var declined = await other.ProposeAsync(id, Reworded(adopted, "Courir"));
        await own.StepAsync(id, refused, "declined", minutes: 3).AnswersAsync(HttpStatusCode.OK);
        await own.ReplyToAsync(id, declined, yes: false).AnswersAsync(HttpStatusCode.OK);
        return
        [
            ("goalId", adopted), ("goalId", waiting), ("goalId", refused), ("actionId", action), ("actionId", waitingAction), ("strengthId", kept), ("strengthId", named),
            ("proposalId", proposed), ("proposalId", declined),
        ];
    }

    /// <summary>All that the person made theirs or said, as the tables have it: what stands, in which words, since which answer.</summary>
    private Task<string> AdoptedAsync(Guid person) => installation.OneAsync<string>($"""
        SELECT concat_ws(E'\n',
          (SELECT string_agg(concat_ws(' ', g.id, g.state, (SELECT w.id FROM accomplishment_plan.goal_wording w WHERE w.service_user_id = g.service_user_id AND w.goal_id = g.id ORDER BY w.at DESC, w.recorded_at DESC LIMIT 1),
             (SELECT count(*) FROM accomplishment_plan.level_wording l WHERE l.service_user_id = g.service_user_id AND l.goal_id = g.id)), ' ' ORDER BY g.id)
             FROM accomplishment_plan.goal g WHERE g.service_user_id = '{person}' AND g.state <> 'proposed'),
          (SELECT string_agg(concat_ws(' ', a.id, a.state, (SELECT w.id FROM accomplishment_plan.action_wording w WHERE w.service_user_id = a.service_user_id AND w.action_id = a.id ORDER BY w.at DESC, w.recorded_at DESC LIMIT 1)), ' ' ORDER BY a.id)
             FROM accomplishment_plan.action a WHERE a.service_user_id = '{person}' AND a.state <> 'proposed'),
          (SELECT string_agg(concat_ws(' ', s.id, s.standing, s.content_id), ' ' ORDER BY s.id) FROM strengths.strength s WHERE s.service_user_id = '{person}' AND s.standing <> 'proposed'),
          (SELECT string_agg(f.id::text, ' ' ORDER BY f.id) FROM strengths.arrangement_fact f WHERE f.service_user_id = '{person}'),
          (SELECT string_agg(concat_ws(' ', s.id, s.until), ' ' ORDER BY s.id) FROM quality_of_life.star s WHERE s.service_user_id = '{person}'),
          (SELECT string_agg(concat_ws(' ', p.id, p.state), ' ' ORDER BY p.id) FROM coproduction.proposal p WHERE p.service_user_id = '{person}' AND p.state IN ('accepted', 'amended', 'declined')),
          (SELECT string_agg(t.id::text, ' ') FROM coproduction.proposal_terms t WHERE t.service_user_id = '{person}'))
        """);

    private static HttpRequestMessage Request(ContractDocument contract, ContractOperation operation, string setting, Func<string, Guid> idOf)
    {
        var usual = new RequestMutations(contract).Of(operation, name => $"{idOf(name)}").First();
        var request = usual.Request();
        if (operation.Body is { } media)
        {
            request.Content = new StringContent(Sent(media["example"]!.DeepClone(), setting).ToJsonString(), Encoding.UTF8, "application/json");
        }

        return request;
    }

    // The device's clock is right.
    private static JsonNode Sent(JsonNode example, string setting)
    {
        if (example is JsonObject body)
        {
            body.Remove("presentMemberId");
            if (body.ContainsKey("setting"))
            {
                body["setting"] = setting;
            }

            if (body.ContainsKey("at"))
            {
                body["at"] = TimeProvider.System.GetUtcNow().ToString("O");
            }
        }

        return example;
    }
}
