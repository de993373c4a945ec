using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.QualityOfLife;
using static Barometre.IntegrationTests.Strengths.Strong;

namespace Barometre.IntegrationTests.Strengths;

[Collection(InstallationTests.Name)]
public sealed class ProposedStrengthTests(Installation installation)
{
    [Fact]
    public async Task What_somebody_else_names_waits_for_the_persons_yes_and_others_do_not_see_it()
    {
        var person = await installation.PersonAsync();
        var (own, ines, marc) = (person.Account.Client(installation), await MemberAsync(person), await MemberAsync(person));
        var id = Guid.CreateVersion7();

        await (await ines.NameAsync(person.ServiceUserId, id, Said("Patient avec les enfants"))).BodyAsync(HttpStatusCode.OK);

        Assert.Equal([("Patient avec les enfants", "proposed")], (await own.StrengthsAsync(person.ServiceUserId)).Shown());
        Assert.Equal([("Patient avec les enfants", "proposed")], (await ines.StrengthsAsync(person.ServiceUserId)).Shown());
        Assert.Empty((await marc.StrengthsAsync(person.ServiceUserId, "?all=true")).Shown());
        Assert.Equal(HttpStatusCode.NotFound, (await marc.GetAsync(new Uri(At(person.ServiceUserId, $"/items/{id}/history"), UriKind.Relative))).StatusCode);
        Assert.Equal("strengths.the-person-decides", (await (await ines.ReplyAsync(person.ServiceUserId, id, true)).BodyAsync(HttpStatusCode.Forbidden)).Code());

        await (await own.ReplyAsync(person.ServiceUserId, id, true, amended: Said("Patient, sauf le matin"))).BodyAsync(HttpStatusCode.OK);
        var shown = (await marc.StrengthsAsync(person.ServiceUserId)).GetProperty("strengths")[0];
        Assert.Equal(
            ("Patient, sauf le matin", "kept", "practitioner", "service_user"),
            (shown.GetProperty("words").GetString(), shown.GetProperty("standing").GetString(), shown.GetProperty("named").GetProperty("perspective").GetString(),
             shown.GetProperty("said").GetProperty("perspective").GetString()));
    }

    [Fact]
    public async Task A_no_is_respected_seen_by_the_proposer_and_the_same_cannot_come_again()
    {
        var person = await installation.PersonAsync();
        var (own, ines, marc) = (person.Account.Client(installation), await MemberAsync(person), await MemberAsync(person));
        var (id, fact) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await (await ines.NameAsync(person.ServiceUserId, id, Said("Bien tenir mon logement", suggestion: "home_daily_life.tidy_home"))).BodyAsync(HttpStatusCode.OK);

        await (await own.ReplyAsync(person.ServiceUserId, id, false, reason: "Ce n’est pas moi", fact: fact)).BodyAsync(HttpStatusCode.OK);
        await (await own.ReplyAsync(person.ServiceUserId, id, false, reason: "Ce n’est pas moi", fact: fact)).BodyAsync(HttpStatusCode.OK);

        Assert.Equal([("Bien tenir mon logement", "declined")], (await ines.StrengthsAsync(person.ServiceUserId, "?all=true")).Shown());
        var history = (await ines.StrengthsAsync(person.ServiceUserId, $"/items/{id}/history")).GetProperty("items")[0];
        Assert.Equal(("declined", "Ce n’est pas moi"), (history.GetProperty("what").GetString(), history.GetProperty("reason").GetString()));
        foreach (var again in new[] { Said("bien  tenir mon logement."), Said("Un logement impeccable", suggestion: "home_daily_life.tidy_home") })
        {
            Assert.Equal("strengths.declined-before", (await (await ines.NameAsync(person.ServiceUserId, Guid.CreateVersion7(), again)).BodyAsync(HttpStatusCode.Conflict)).Code());
            Assert.Equal("strengths.declined-before", (await (await marc.NameAsync(person.ServiceUserId, Guid.CreateVersion7(), again)).BodyAsync(HttpStatusCode.Conflict)).Code());
        }

        Assert.Equal("strengths.nothing-to-answer", (await (await own.ReplyAsync(person.ServiceUserId, id, true)).BodyAsync(HttpStatusCode.Conflict)).Code());
        await (await own.NameAsync(person.ServiceUserId, Guid.CreateVersion7(), Said("Bien tenir mon logement"))).BodyAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_answers_at_once_make_one()
    {
        var person = await installation.PersonAsync();
        var (own, ines) = (person.Account.Client(installation), await MemberAsync(person));
        var id = Guid.CreateVersion7();
        await (await ines.NameAsync(person.ServiceUserId, id, Said("Drôle"))).BodyAsync(HttpStatusCode.OK);

        var answers = await Task.WhenAll(new[] { true, false, true, false }.Select(yes => own.ReplyAsync(person.ServiceUserId, id, yes)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(2, await installation.CountAsync($"SELECT count(*) FROM strengths.strength_fact WHERE strength_id = '{id}'"));
    }

    [Fact]
    public async Task Together_on_one_screen_a_practitioner_names_edits_and_answers_and_it_is_recorded_as_such()
    {
        var person = await installation.PersonAsync();
        var ines = await MemberAsync(person);
        var (named, proposed) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await (await ines.NameAsync(person.ServiceUserId, named, Said("Réparer des vélos"), setting: "joint", perspective: "service_user")).BodyAsync(HttpStatusCode.OK);
        await (await ines.NameAsync(person.ServiceUserId, proposed, Said("Ponctuel"), minutes: 9)).BodyAsync(HttpStatusCode.OK);
        Assert.Equal("strengths.the-person-decides", (await (await ines.ReviseAsync(person.ServiceUserId, named, Said("Non"))).BodyAsync(HttpStatusCode.Forbidden)).Code());
        await (await ines.ReviseAsync(person.ServiceUserId, named, Said("Réparer tous les vélos"), setting: "joint")).BodyAsync(HttpStatusCode.OK);
        await (await ines.ReplyAsync(person.ServiceUserId, proposed, true, setting: "joint")).BodyAsync(HttpStatusCode.OK);

        var board = await person.Account.Client(installation).StrengthsAsync(person.ServiceUserId);
        Assert.Equal([("Réparer tous les vélos", "kept"), ("Ponctuel", "kept")], board.Shown());
        var voice = board.GetProperty("strengths")[0].GetProperty("named");
        Assert.Equal(("service_user", "joint"), (voice.GetProperty("perspective").GetString(), voice.GetProperty("setting").GetString()));
    }

    private async Task<HttpClient> MemberAsync(Given.Person person) => (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
}
