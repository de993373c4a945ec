using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccessMatrix;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.SocialNetwork;
using Barometre.IntegrationTests.Strengths;
using static Barometre.IntegrationTests.CoProduction.Met;

namespace Barometre.IntegrationTests.CoProduction;

/// <summary>The stories of the product that meetings and departures tell.</summary>
[Collection(InstallationTests.Name)]
public sealed class MeetingStoryTests(Installation installation)
{
    [Fact]
    public async Task Three_stars_and_strengths()
    {
        var person = await installation.PersonAsync();
        var account = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
        var member = await installation.JoinAsync(person, account, Role.Practitioner, AccessLevel.Contribute, person.ProjectId);
        var (id, own, practitioner) = (person.ServiceUserId, person.Account.Client(installation), account.Client(installation));
        string[] stars = ["life_project.studies", "needs.income", "life_project.passions"];
        await installation.StarsAsync(person, stars);
        var (drawing, teacher) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await (await own.NameAsync(id, drawing, Strong.Said("Je dessine des loups", "interest"))).BodyAsync(HttpStatusCode.OK);
        await (await own.NameAsync(id, teacher, Strong.Said("Le prof répond à mes courriels", "person", "work_learning"))).BodyAsync(HttpStatusCode.OK);

        // They meet; the three stars are on the agenda by themselves, and the person adds their strengths.
        var meeting = await practitioner.MeetAsync(id, setting: "joint", members: [member]);
        await practitioner.DrawAsync(id, meeting);
        var agenda = (await practitioner.MeetingAsync(id, $"{meeting}")).Agenda().ToList();
        Assert.Equal(stars, agenda.Select(item => item.GetProperty("thing").Text("theme")));
        var strengths = await own.ItemAsync(id, meeting, "Mes forces");

        // On one screen: goals out of both, each decision leading to the goal that came of it.
        var studies = await practitioner.GoalAsync(id, "Finir mon cours de chimie", adopted: true, setting: "joint", themes: [stars[0]], strengths: [teacher]);
        var passions = await practitioner.GoalAsync(id, "Exposer un dessin", adopted: true, setting: "joint", themes: [stars[2]], strengths: [drawing]);
        await practitioner.ActionAsync(id, studies, "Écrire au prof", Planned.Person(), "joint", strength: teacher);
        foreach (var (item, goal) in (IEnumerable<(Guid, Guid)>)[(agenda[0].GetProperty("itemId").GetGuid(), studies), (agenda[2].GetProperty("itemId").GetGuid(), passions), (strengths, passions)])
        {
            await practitioner.NoteAsync(id, meeting, item, "On en fait un objectif", decided: true, setting: "joint", link: LinkTo(goal)).AnswersAsync(HttpStatusCode.OK);
        }

        var review = Guid.CreateVersion7();
        await practitioner.CloseAsync(id, meeting, review: review, decided: "Deux objectifs, à partir de ce que j’aime", setting: "joint", members: [member], nextInDays: 28).AnswersAsync(HttpStatusCode.OK);

        var plan = await own.PlanAsync(id);
        Assert.All([studies, passions], goal => Assert.Equal(("adopted", "joint", "there"), (
            plan.Goal(goal).Text("state"), plan.Goal(goal).GetProperty("writtenBy").Text("setting"), plan.Goal(goal).GetProperty("strengths")[0].Text("state"))));
        var held = await own.MeetingAsync(id, $"{meeting}");
        Assert.Equal(3, held.Agenda().SelectMany(item => item.GetProperty("notes").EnumerateArray()).Count(note => note.GetProperty("decided").GetBoolean() && note.GetProperty("link").Text("state") == "there"));
        var noted = (await own.PlanAsync(id, "reviews")).GetProperty("items").EnumerateArray().Single();
        Assert.Equal((review, held.GetProperty("review").GetProperty("reviewId").GetGuid(), member), (noted.GetProperty("reviewId").GetGuid(), review, noted.GetProperty("members")[0].GetGuid()));
        Assert.Equal($"{Today.AddDays(28):yyyy-MM-dd}", (await own.MeetingAsync(id, "next")).Text("day"));
    }

    [Fact]
    public async Task Someone_leaves_and_the_same_minute_sees_nothing_any_more_while_the_record_goes_on()
    {
        const string Mark = "Carillon-inventé";
        var project = await installation.ProjectAsync();
        var person = await installation.PersonAsync(project, Mark);
        var account = await installation.RoleAsync(Role.Practitioner, project);
        var member = await installation.JoinAsync(person, account, Role.Practitioner, AccessLevel.Contribute, project);
        var (id, own, practitioner) = (person.ServiceUserId, person.Account.Client(installation), account.Client(installation));
        var known = await FilledAsync(person, practitioner, member, Mark);
        using var client = installation.Client();
        var readings = (await Operation.AllAsync(client)).Where(operation => operation.Method == HttpMethod.Get).ToList();
        var before = await ReadAsync(practitioner, readings, known);
        Assert.True(before.Values.Count(reading => reading.Status == HttpStatusCode.OK) > 35, "too little was open for its closing to show");
        Assert.True(before.Values.Count(reading => reading.Text.Contains(Mark, StringComparison.Ordinal)) > 5);

        // Through another service: the coordination ends their role.
        var coordinator = (await installation.RoleAsync(Role.Coordinator, project)).Client(installation);
        var assignment = await installation.OneAsync<Guid>($"SELECT id FROM participation.role_assignment WHERE account_id = '{account.AccountId}' AND until IS NULL");
        await coordinator.DeleteAsync($"/api/v1/projects/{project}/roles/{assignment}").AnswersAsync(HttpStatusCode.NoContent);

        foreach (var (operation, (status, text)) in await ReadAsync(practitioner, readings, known))
        {
            Assert.True(!operation.IsAboutARecord || status == HttpStatusCode.NotFound, $"{operation.Id} answers {(int)status}");
            Assert.False(text.Contains(Mark, StringComparison.Ordinal) || (!operation.IsAboutARecord && text.Contains($"{id}", StringComparison.Ordinal)), $"{operation.Id} still tells: {text}");
        }

        // The person's record goes on: what was said together is there, and the next meeting is theirs to hold.
        var meeting = Guid.Parse(known["meetingId"]);
        Assert.Equal(Mark, (await own.MeetingAsync(id, $"{meeting}")).Agenda().First().Text("words"));
        await own.NoteAsync(id, meeting, Guid.Parse(known["itemId"]), "On continue").AnswersAsync(HttpStatusCode.OK);
        await own.SheetAsync(id, Guid.CreateVersion7(), "accompaniment", member, [Reply("process.listening", 20)]).AnswersAsync(HttpStatusCode.OK);
        await own.CloseAsync(id, meeting, members: [member]).AnswersAsync(HttpStatusCode.OK);
        await practitioner.NoteAsync(id, meeting, Guid.Parse(known["itemId"]), "Encore moi").RefusesAsync(HttpStatusCode.NotFound, "access.not-found");
    }

    /// <summary>Something in every part of the record, each with the mark; and the ids of what there is.</summary>
    private async Task<Dictionary<string, string>> FilledAsync(Given.Person person, HttpClient practitioner, Guid member, string mark)
    {
        var (id, own) = (person.ServiceUserId, person.Account.Client(installation));
        var (assessment, alter, strength, sheet) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await own.OpenAsync(id, assessment, [Rated.Answer("needs.housing", 40)], complete: true).AnswersAsync(HttpStatusCode.Created);
        await own.NotedAsync(id, Mapped.Named(alter, mark, 3));
        await (await own.NameAsync(id, strength, Strong.Said(mark))).BodyAsync(HttpStatusCode.OK);
        var goal = await own.GoalAsync(id, mark, adopted: true);
        var action = await own.ActionAsync(id, goal, mark, Planned.Member("practitioner", member));
        await practitioner.AnswerAsync(id, action, accepted: true).AnswersAsync(HttpStatusCode.OK);
        var meeting = await practitioner.MeetAsync(id, words: mark);
        var item = await own.ItemAsync(id, meeting, mark);
        await practitioner.NoteAsync(id, meeting, item, mark).AnswersAsync(HttpStatusCode.OK);
        await own.SheetAsync(id, sheet, "accompaniment", member, [Reply("change.skills", 60, comment: mark), Reply("process.listening", 60, comment: mark)]).AnswersAsync(HttpStatusCode.OK);
        await own.ShowAsync(id, sheet, member).AnswersAsync(HttpStatusCode.OK);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["serviceUserId"] = $"{id}", ["projectId"] = $"{person.ProjectId}", ["meetingId"] = $"{meeting}", ["itemId"] = $"{item}", ["sheetId"] = $"{sheet}", ["goalId"] = $"{goal}",
            ["actionId"] = $"{action}", ["assessmentId"] = $"{assessment}", ["alterId"] = $"{alter}", ["strengthId"] = $"{strength}", ["theme"] = "needs.housing",
            ["since"] = "2020-01-01T00:00:00Z", ["from"] = "2020-01-01T00:00:00Z", ["to"] = "2030-01-01T00:00:00Z",
        };
    }

    private static async Task<Dictionary<Operation, (HttpStatusCode Status, string Text)>> ReadAsync(HttpClient reader, List<Operation> readings, Dictionary<string, string> known)
    {
        Dictionary<Operation, (HttpStatusCode, string)> read = [];
        foreach (var operation in readings)
        {
            using var response = await reader.SendAsync(operation.Request(known));
            read[operation] = (response.StatusCode, await response.Content.ReadAsStringAsync());
        }

        return read;
    }
}
