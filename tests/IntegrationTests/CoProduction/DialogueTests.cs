using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.Strengths;
using static Barometre.IntegrationTests.CoProduction.Told;

namespace Barometre.IntegrationTests.CoProduction;

[Collection(InstallationTests.Name)]
public sealed class DialogueTests(Installation installation)
{
    [Fact]
    public async Task Every_kind_of_thing_has_one_conversation_and_both_sides_read_it()
    {
        var person = await installation.PersonAsync();
        var (own, other) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        var things = await installation.ThingsAsync(person);
        foreach (var (kind, thing) in things)
        {
            var (asked, _) = await other.SaidAsync(person.ServiceUserId, thing, $"Et ici, {kind} ?", minutes: 9);
            var (answered, _) = await own.SaidAsync(person.ServiceUserId, thing, $"Voilà, {kind}.", minutes: 8);

            Assert.Equal(asked, answered);
            Assert.Equal([$"Voilà, {kind}.", $"Et ici, {kind} ?"], await other.WordsAsync(person.ServiceUserId, asked));
        }

        var listed = await own.ConversationsAsync(person.ServiceUserId);
        Assert.Equal(things.Keys.Reverse(), listed.EnumerateArray().Select(one => one.GetProperty("thing").GetProperty("kind").GetString()));
        Assert.All(listed.EnumerateArray(), one => Assert.Equal(("there", 2, 1), (one.GetProperty("thing").GetProperty("state").GetString(), one.GetProperty("messages").GetInt32(), one.GetProperty("unread").GetInt32())));
        Assert.Equal("goal", (await own.ConversationsAsync(person.ServiceUserId, "?kind=goal")).EnumerateArray().Single().GetProperty("thing").GetProperty("kind").GetString());
        Assert.Equal("follow_up", (await own.ConversationsAsync(person.ServiceUserId, "?kind=follow_up")).EnumerateArray().Single().GetProperty("thing").GetProperty("kind").GetString());
        Assert.Equal(2, (await own.ConversationsAsync(person.ServiceUserId, "?theme=needs.housing")).GetArrayLength());
    }

    [Fact]
    public async Task What_is_not_there_or_not_named_as_its_kind_is_refused_at_its_field()
    {
        var (person, other) = (await installation.PersonAsync(), await installation.PersonAsync());
        var client = person.Account.Client(installation);
        var theirs = await installation.ThingsAsync(other);
        foreach (var thing in theirs.Where(thing => thing.Key is not "theme").Select(thing => thing.Value).Append(Theme("needs.nothing")))
        {
            var problem = await (await client.SayAsync(person.ServiceUserId, thing, "Bonjour")).BodyAsync(HttpStatusCode.BadRequest);
            Assert.Equal(("/thing", "coproduction.nothing-there"), (problem.GetProperty("errors")[0].GetProperty("pointer").GetString(), problem.GetProperty("errors")[0].Code()));
        }

        foreach (var thing in (object[])[new { kind = "theme" }, new { kind = "goal", theme = "needs.housing" }, new { kind = "star", theme = "needs.housing", id = Guid.CreateVersion7() }])
        {
            var problem = await (await client.SayAsync(person.ServiceUserId, thing, "Bonjour")).BodyAsync(HttpStatusCode.BadRequest);
            Assert.Equal("coproduction.unclear-thing", problem.GetProperty("errors")[0].Code());
        }
    }

    [Fact]
    public async Task What_hangs_on_a_closed_tab_is_closed_and_left_out_of_lists()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var member = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute);
        var (things, other) = (await installation.ThingsAsync(person), member.Client(installation));
        var (plan, message) = await own.SaidAsync(person.ServiceUserId, things["goal"], "C’est mon but");
        await own.SaidAsync(person.ServiceUserId, things["tie"], "On ne se parle plus");

        await installation.OpenOnlyAsync(person, member, "network", "coproduction");

        Assert.Equal(["tie"], (await other.ConversationsAsync(person.ServiceUserId)).EnumerateArray().Select(one => one.GetProperty("thing").GetProperty("kind").GetString()));
        Assert.Equal("access.tab-closed", (await Told.ReadAsync(other, person.ServiceUserId, $"conversations/{plan}", HttpStatusCode.Forbidden)).Code());
        Assert.Equal("access.tab-closed", (await (await other.SayAsync(person.ServiceUserId, things["action"], "Et alors ?")).BodyAsync(HttpStatusCode.Forbidden)).Code());
        Assert.Equal("access.tab-closed", (await (await other.EditAsync(person.ServiceUserId, message, "Autrement")).BodyAsync(HttpStatusCode.Forbidden)).Code());
        await installation.OpenOnlyAsync(person, member, "plan");
        await Told.ReadAsync(other, person.ServiceUserId, $"conversations/{plan}", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Whoever_may_only_read_reads_and_says_nothing_and_a_stranger_finds_nothing()
    {
        var person = await installation.PersonAsync();
        var relative = (await installation.MemberAsync(person, Role.Relative, AccessLevel.Read)).Client(installation);
        var coordinator = (await installation.RoleAsync(Role.Coordinator, person.ProjectId)).Client(installation);
        var (conversation, _) = await person.Account.Client(installation).SaidAsync(person.ServiceUserId, Theme("needs.housing"), "Il fait froid chez moi");

        Assert.Equal(["Il fait froid chez moi"], await relative.WordsAsync(person.ServiceUserId, conversation));
        await relative.ReadThroughAsync(person.ServiceUserId, conversation, 1);
        await (await relative.SayAsync(person.ServiceUserId, Theme("needs.housing"), "Viens chez moi")).BodyAsync(HttpStatusCode.Forbidden);
        await Told.ReadAsync(coordinator, person.ServiceUserId, "conversations", HttpStatusCode.NotFound);
        await Told.ReadAsync(coordinator, person.ServiceUserId, $"conversations/{conversation}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_theme_that_the_person_keeps_to_themself_closes_what_is_said_of_it_its_star_and_its_ratings()
    {
        var person = await installation.PersonAsync();
        var (own, other) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        var things = await installation.ThingsAsync(person);
        string[] kinds = ["theme", "star", "rating"];
        List<Guid> conversations = [];
        foreach (var kind in kinds)
        {
            conversations.Add((await own.SaidAsync(person.ServiceUserId, things[kind], "C’est à moi")).Conversation);
        }

        await CloseAsync(own, person, closed: true);

        Assert.Empty((await other.ConversationsAsync(person.ServiceUserId)).EnumerateArray());
        foreach (var (kind, conversation) in kinds.Zip(conversations))
        {
            Assert.Equal("coproduction.kept-to-themself", (await Told.ReadAsync(other, person.ServiceUserId, $"conversations/{conversation}", HttpStatusCode.Forbidden)).Code());
            Assert.Equal("coproduction.kept-to-themself", (await (await other.SayAsync(person.ServiceUserId, things[kind], "Vous dites ?")).BodyAsync(HttpStatusCode.Forbidden)).Code());
            await own.SaidAsync(person.ServiceUserId, things[kind], "Et je continue", minutes: 2);
        }

        await CloseAsync(own, person, closed: false);
        Assert.Equal(3, (await other.ConversationsAsync(person.ServiceUserId)).GetArrayLength());
    }

    [Fact]
    public async Task A_thing_that_is_gone_keeps_its_conversation_and_says_so()
    {
        var person = await installation.PersonAsync();
        var (own, strength) = (person.Account.Client(installation), Guid.CreateVersion7());
        await (await own.NameAsync(person.ServiceUserId, strength, Strong.Said("Je chante"))).BodyAsync(HttpStatusCode.OK);
        var (conversation, _) = await own.SaidAsync(person.ServiceUserId, Thing("strength", strength), "Depuis toujours");

        await (await own.RetireAsync(person.ServiceUserId, strength)).BodyAsync(HttpStatusCode.OK);
        await own.SaidAsync(person.ServiceUserId, Thing("strength", strength), "Plus maintenant", minutes: 1);

        var shown = await Told.ReadAsync(own, person.ServiceUserId, $"conversations/{conversation}");
        Assert.Equal("gone", shown.GetProperty("thing").GetProperty("state").GetString());
        Assert.Equal(2, shown.GetProperty("messages").GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task What_is_said_of_a_proposal_stays_between_the_person_and_the_proposer()
    {
        var person = await installation.PersonAsync();
        var (proposer, third) = ((await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        var strength = Guid.CreateVersion7();
        await (await proposer.NameAsync(person.ServiceUserId, strength, Strong.Said("Tu sais attendre"))).BodyAsync(HttpStatusCode.OK);
        var (conversation, _) = await proposer.SaidAsync(person.ServiceUserId, Thing("strength", strength), "Vous vous reconnaissez ?");

        Assert.Equal(["Vous vous reconnaissez ?"], await person.Account.Client(installation).WordsAsync(person.ServiceUserId, conversation));
        Assert.Empty((await third.ConversationsAsync(person.ServiceUserId)).EnumerateArray());
        await Told.ReadAsync(third, person.ServiceUserId, $"conversations/{conversation}", HttpStatusCode.NotFound);
        await (await third.SayAsync(person.ServiceUserId, Thing("strength", strength), "Moi aussi")).BodyAsync(HttpStatusCode.BadRequest);
    }

    private static async Task CloseAsync(HttpClient client, Given.Person person, bool closed) =>
        await (await client.PutAsync(Rated.Path(person.ServiceUserId, "themes/needs.housing/comments-closed"), new { closed })).BodyAsync(HttpStatusCode.OK);
}
