using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.Strengths;
using static Barometre.IntegrationTests.SocialNetwork.Mapped;

namespace Barometre.IntegrationTests.SocialNetwork;

/// <summary>The stories of the product that concern the people around.</summary>
[Collection(InstallationTests.Name)]
public sealed class StoryTests(Installation installation)
{
    [Fact]
    public async Task Alone_first()
    {
        var person = await installation.PersonAsync();
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        var own = person.Account.Client(installation);

        // Within days of the first meeting, alone, with comments: how life is, who is there, what there is to build on.
        await (await own.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Rated.Answer("social_life.friends", 30)])).BodyAsync(HttpStatusCode.Created);
        var (lou, dog) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await own.NotedAsync(
            person.ServiceUserId, Named(lou, "Lou l’Inventé", 2), Stated(lou, 2, 35, 80, "On se voit moins depuis que j’ai déménagé"), Named(dog, "Filou", 2, "family", "animal"), Stated(dog, 2, 100, 100));
        await (await own.NameAsync(person.ServiceUserId, Guid.CreateVersion7(), Strong.Said("Je tiens parole", alterId: lou))).BodyAsync(HttpStatusCode.OK);

        // The practitioner comes back to it: "you put this here, what did you mean?", and says how they see the same tie, beside the person's view.
        var read = (await practitioner.NetworkAsync(person.ServiceUserId, "map")).Alter(lou).Voice();
        Assert.Equal((35, "On se voit moins depuis que j’ai déménagé"), (read.GetProperty("closeness").GetInt32(), read.GetProperty("comment").GetString()));
        await practitioner.NotedAsync(person.ServiceUserId, Stated(lou, 0.01, 60, comment: "Tu en parles souvent"));

        var map = await own.NetworkAsync(person.ServiceUserId, "map");
        Assert.Equal((35, 60), (map.Alter(lou).Voice().GetProperty("closeness").GetInt32(), map.Alter(lou).Voice("practitioner").GetProperty("closeness").GetInt32()));
        var strength = Assert.Single((await practitioner.StrengthsAsync(person.ServiceUserId)).GetProperty("strengths").EnumerateArray());
        Assert.Equal("Je tiens parole", strength.GetProperty("words").GetString());
    }

    [Fact]
    public async Task A_bit_at_a_time()
    {
        var person = await installation.PersonAsync();
        var phone = person.Account.Client(installation);
        var (lou, max) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        // In a bus without network, the phone keeps two; at home it sends them, twice because the answer was lost, and the rest never comes.
        object[] kept = [Named(lou, "Lou l’Inventé", 0.3), Stated(lou, 0.3, closeness: 70)];

        await phone.NotedAsync(person.ServiceUserId, kept);
        var again = await phone.NotedAsync(person.ServiceUserId, kept);
        await phone.NotedAsync(person.ServiceUserId, Named(max, "Max Inventé", 0.1));

        Assert.Equal((0, 2), (again.GetProperty("added").GetInt32(), again.GetProperty("alreadyThere").GetInt32()));
        var map = await phone.NetworkAsync(person.ServiceUserId, "map");
        Assert.Equal(["Lou l’Inventé", "Max Inventé"], map.GetProperty("present").Names());
        // Whoever was named and not spoken of is there without a word, and nothing asks for one.
        Assert.Empty(map.Alter(max).GetProperty("voices").EnumerateArray());
    }

    [Fact]
    public async Task Someone_leaves()
    {
        var person = await installation.PersonAsync();
        var account = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
        var member = await installation.JoinAsync(person, account, Role.Practitioner, AccessLevel.Contribute, person.ProjectId);
        var (own, practitioner) = (person.Account.Client(installation), account.Client(installation));
        var lou = Guid.CreateVersion7();
        await own.NotedAsync(person.ServiceUserId, Named(lou, "Camille (du service)", 9, "services"), Fact("alter_linked", lou, 8, ("memberId", member)));
        await practitioner.NotedAsync(person.ServiceUserId, Stated(lou, 5, 50));

        await own.DeleteAsync($"/api/v1/service-users/{person.ServiceUserId}/circle/{member}").AnswersAsync(HttpStatusCode.NoContent);

        // The same minute they see nothing any more; the record goes on, the link says that the place is over, and what was said stays.
        await practitioner.NetworkAsync(person.ServiceUserId, "map", HttpStatusCode.NotFound);
        await practitioner.NetworkAsync(person.ServiceUserId, "export/history", HttpStatusCode.NotFound);
        await own.NotedAsync(person.ServiceUserId, Stated(lou, 1, 20));
        var alter = (await own.NetworkAsync(person.ServiceUserId, "map")).Alter(lou);
        Assert.Equal(("gone", 20, 50), (alter.GetProperty("member").GetProperty("state").GetString(), alter.Voice().GetProperty("closeness").GetInt32(), alter.Voice("practitioner").GetProperty("closeness").GetInt32()));
    }
}
