using System.Net;
using System.Net.Http.Json;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.SocialNetwork;
using Barometre.IntegrationTests.Strengths;
using static Barometre.IntegrationTests.CoProduction.Told;

namespace Barometre.IntegrationTests.CoProduction;

/// <summary>The story of the product: a person fills three tabs alone, and the practitioner comes back to what they put there.</summary>
[Collection(InstallationTests.Name)]
public sealed class AloneFirstTests(Installation installation)
{
    [Fact]
    public async Task Alone_first()
    {
        var person = await installation.PersonAsync();
        var (own, practitioner) = (person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        var (rating, cousin, strength) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

        // Within days of the first meeting, alone: three tabs, with comments, and a note for nobody.
        await (await own.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Rated.Answer("needs.housing", 35, id: rating), Rated.Answer("health.mental", 80)], complete: true)).BodyAsync(HttpStatusCode.Created);
        await (await own.PutAsJsonAsync(Rated.Path(person.ServiceUserId, $"comments/{Guid.CreateVersion7()}"), new { theme = "needs.housing", words = "Ça dépend des jours", at = Now.AddMinutes(-50), setting = "alone" })).BodyAsync(HttpStatusCode.OK);
        await own.NotedAsync(person.ServiceUserId, Mapped.Named(cousin, "Cousine Inventée", 2), Mapped.Stated(cousin, 1, 20, 30, "On s’est fâchées"));
        await (await own.NameAsync(person.ServiceUserId, strength, Strong.Said("Je tiens bon"))).BodyAsync(HttpStatusCode.OK);
        var note = Guid.CreateVersion7();
        await (await own.PutAsJsonAsync(Path(person.ServiceUserId, $"notes/{note}"), new { words = "Ne pas parler du déménagement", thing = Theme("needs.housing"), at = Now.AddMinutes(-45) })).BodyAsync(HttpStatusCode.OK);
        await (await own.MarkAsync(person.ServiceUserId, Thing("tie", cousin), minutes: 44)).BodyAsync(HttpStatusCode.OK);

        // The practitioner comes back to the answers.
        var overview = await (await practitioner.GetAsync(new Uri($"/api/v1/service-users/{person.ServiceUserId}/overview", UriKind.Relative))).BodyAsync(HttpStatusCode.OK);
        Assert.Equal(cousin, overview.GetProperty("coproduction").GetProperty("marks")[0].GetProperty("id").GetGuid());
        var (conversation, _) = await practitioner.SaidAsync(person.ServiceUserId, Thing("rating", rating), "Vous avez mis 35 ici : qu’est-ce que vous vouliez dire ?", minutes: 30);
        Assert.Empty((await Told.ReadAsync(practitioner, person.ServiceUserId, "notes")).GetProperty("items").EnumerateArray());

        // The person answers, thinks better of it, says it otherwise, and shows the note after all.
        Assert.Equal(1, (await own.ConversationsAsync(person.ServiceUserId)).Unread(conversation));
        await own.ReadThroughAsync(person.ServiceUserId, conversation, 1);
        var (_, hasty) = await own.SaidAsync(person.ServiceUserId, Thing("rating", rating), "Rien", minutes: 25);
        await (await own.WithdrawAsync(person.ServiceUserId, hasty)).BodyAsync(HttpStatusCode.OK);
        await own.SaidAsync(person.ServiceUserId, Thing("rating", rating), "Le bruit, la nuit. Le jour ça va.", minutes: 20);
        await (await own.PutAsJsonAsync(Path(person.ServiceUserId, $"notes/{note}/showings/{Guid.CreateVersion7()}"), new { shown = true, at = Now.AddMinutes(-15) })).BodyAsync(HttpStatusCode.OK);

        Assert.Equal(["Le bruit, la nuit. Le jour ça va.", null, "Vous avez mis 35 ici : qu’est-ce que vous vouliez dire ?"], await practitioner.WordsAsync(person.ServiceUserId, conversation));
        Assert.Equal(1, (await practitioner.ConversationsAsync(person.ServiceUserId)).Unread(conversation));
        Assert.Equal("Ne pas parler du déménagement", (await Told.ReadAsync(practitioner, person.ServiceUserId, "notes")).GetProperty("items")[0].GetProperty("words").GetString());

        // They take it up together, on one screen, and the subject is off the table; the person's rating is what it was.
        await (await practitioner.MarkAsync(person.ServiceUserId, Thing("tie", cousin), marked: false, minutes: 5, setting: "joint")).BodyAsync(HttpStatusCode.OK);
        Assert.Empty((await Told.ReadAsync(own, person.ServiceUserId, "marks")).EnumerateArray());
        Assert.Equal(35, (await Rated.ReadAsync(own, person.ServiceUserId, "picture")).Shown("needs.housing"));
    }
}
