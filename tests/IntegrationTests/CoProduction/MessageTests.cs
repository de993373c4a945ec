using System.Net;
using System.Text.Json;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.QualityOfLife;
using static Barometre.IntegrationTests.CoProduction.Told;

namespace Barometre.IntegrationTests.CoProduction;

[Collection(InstallationTests.Name)]
public sealed class MessageTests(Installation installation)
{
    private static readonly object Housing = Theme("needs.housing");

    [Fact]
    public async Task Withdrawn_words_are_gone_from_the_database_and_the_place_stays()
    {
        var (person, own, other) = await PairAsync();
        var id = Guid.CreateVersion7();
        var kept = await (await own.SayAsync(person.ServiceUserId, Housing, "Je n’aurais pas dû le dire", id)).BodyAsync(HttpStatusCode.OK);
        var conversation = kept.GetProperty("conversationId").GetGuid();
        await own.SaidAsync(person.ServiceUserId, Housing, "Ceci reste", minutes: 8);
        await (await own.EditAsync(person.ServiceUserId, id, "Je ne devrais pas le dire")).BodyAsync(HttpStatusCode.OK);
        Assert.Equal(2, await CountAsync("words_sealed IS NOT NULL", id));

        var (withdrawal, again) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var first = await (await own.WithdrawAsync(person.ServiceUserId, id, withdrawal)).BodyAsync(HttpStatusCode.OK);

        Assert.Equal((0L, 3L), (await CountAsync("words_sealed IS NOT NULL", id), await CountAsync("true", id)));
        Assert.Equal(["Ceci reste", null], await other.WordsAsync(person.ServiceUserId, conversation));
        var place = (await Told.ReadAsync(other, person.ServiceUserId, $"conversations/{conversation}?history=true")).GetProperty("messages").GetProperty("items")[1];
        Assert.Equal((JsonValueKind.String, 0), (place.GetProperty("withdrawnAt").ValueKind, place.GetProperty("earlier").GetArrayLength()));
        // Sent again, whatever it was: the same, and nothing comes back.
        Assert.Equal($"{kept}", $"{await (await own.SayAsync(person.ServiceUserId, Housing, "Je n’aurais pas dû le dire", id)).BodyAsync(HttpStatusCode.OK)}");
        Assert.Equal($"{first}", $"{await (await own.WithdrawAsync(person.ServiceUserId, id, withdrawal)).BodyAsync(HttpStatusCode.OK)}");
        Assert.Equal($"{first}", $"{await (await own.WithdrawAsync(person.ServiceUserId, id, again)).BodyAsync(HttpStatusCode.OK)}");
        Assert.Equal("coproduction.message-withdrawn", (await (await own.EditAsync(person.ServiceUserId, id, "Et pourtant")).BodyAsync(HttpStatusCode.Conflict)).Code());
        Assert.Equal((0L, 3L), (await CountAsync("words_sealed IS NOT NULL", id), await CountAsync("true", id)));
    }

    [Fact]
    public async Task Earlier_words_stay_readable_to_whoever_reads_the_conversation()
    {
        var (person, own, other) = await PairAsync();
        var (conversation, message) = await other.SaidAsync(person.ServiceUserId, Housing, "Pourquoi 40 ?", minutes: 30);
        await (await other.EditAsync(person.ServiceUserId, message, "Qu’est-ce que 40 veut dire ?", minutes: 10)).BodyAsync(HttpStatusCode.OK);
        await (await other.EditAsync(person.ServiceUserId, message, "Écrit entre les deux, arrivé après", minutes: 20)).BodyAsync(HttpStatusCode.OK);

        var shown = (await Told.ReadAsync(own, person.ServiceUserId, $"conversations/{conversation}?history=true")).GetProperty("messages").GetProperty("items")[0];

        Assert.Equal("Qu’est-ce que 40 veut dire ?", shown.GetProperty("words").GetString());
        Assert.Equal(["Pourquoi 40 ?", "Écrit entre les deux, arrivé après"], shown.GetProperty("earlier").EnumerateArray().Select(one => one.GetProperty("words").GetString()));
    }

    [Fact]
    public async Task Words_are_their_authors_to_edit_and_withdraw_and_the_persons_are_theirs_on_any_device()
    {
        var (person, own, other) = await PairAsync();
        var (_, theirs) = await other.SaidAsync(person.ServiceUserId, Housing, "C’est à revoir");
        var (conversation, together) = await other.SaidAsync(person.ServiceUserId, Housing, "J’y suis bien", setting: "joint", perspective: "service_user");

        foreach (var refused in (HttpResponseMessage[])[
            await own.EditAsync(person.ServiceUserId, theirs, "C’est bien"), await own.WithdrawAsync(person.ServiceUserId, theirs),
            await other.EditAsync(person.ServiceUserId, together, "J’y suis mal"), await other.WithdrawAsync(person.ServiceUserId, together)])
        {
            Assert.Equal("coproduction.not-your-message", (await refused.BodyAsync(HttpStatusCode.Conflict)).Code());
        }

        await (await own.EditAsync(person.ServiceUserId, together, "J’y suis bien, sauf le bruit")).BodyAsync(HttpStatusCode.OK);
        Assert.Contains("J’y suis bien, sauf le bruit", await other.WordsAsync(person.ServiceUserId, conversation));
    }

    [Fact]
    public async Task An_id_that_stands_for_something_else_or_for_nothing_here_changes_nothing()
    {
        var (person, own, other) = await PairAsync();
        var stranger = await installation.PersonAsync();
        var (_, elsewhere) = await stranger.Account.Client(installation).SaidAsync(stranger.ServiceUserId, Housing, "Ailleurs");
        var (conversation, message) = await own.SaidAsync(person.ServiceUserId, Housing, "Ici");

        Assert.Equal("fact.id-reused", (await (await own.SayAsync(person.ServiceUserId, Housing, "Autre chose", message)).BodyAsync(HttpStatusCode.Conflict)).Code());
        Assert.Equal("fact.id-reused", (await (await own.SayAsync(person.ServiceUserId, Theme("needs.food"), "Ici", message)).BodyAsync(HttpStatusCode.Conflict)).Code());
        Assert.Equal("fact.id-reused", (await (await other.SayAsync(person.ServiceUserId, Housing, "Ici", message)).BodyAsync(HttpStatusCode.Conflict)).Code());
        Assert.Equal("fact.id-reused", (await (await own.EditAsync(person.ServiceUserId, message, "Ici", message)).BodyAsync(HttpStatusCode.Conflict)).Code());
        await (await own.EditAsync(person.ServiceUserId, elsewhere, "Là-bas")).BodyAsync(HttpStatusCode.NotFound);
        await (await own.WithdrawAsync(person.ServiceUserId, Guid.CreateVersion7())).BodyAsync(HttpStatusCode.NotFound);
        Assert.Equal(["Ici"], await own.WordsAsync(person.ServiceUserId, conversation));
    }

    [Fact]
    public async Task Four_thousand_characters_of_any_script_come_back_as_they_were()
    {
        var (person, own, other) = await PairAsync();
        string[] told = [string.Concat(Enumerable.Repeat("🦊", 4000)), "مرحبا، هذا بيتي ‏123‏ — שלום", "ᚠᛇᚻ\tligne\nsuivante 👩🏽‍🤝‍👩🏻"];
        var conversation = Guid.Empty;
        foreach (var (place, words) in told.Index())
        {
            (conversation, _) = await own.SaidAsync(person.ServiceUserId, Housing, words, minutes: 20 - place);
        }

        Assert.Equal(told.Reverse(), await other.WordsAsync(person.ServiceUserId, conversation));
        var problem = await (await own.SayAsync(person.ServiceUserId, Housing, told[0] + "🦊")).BodyAsync(HttpStatusCode.BadRequest);
        Assert.Equal("validation.too-long", problem.GetProperty("errors")[0].Code());
        await (await own.SayAsync(person.ServiceUserId, Housing, "")).BodyAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_comes_late_from_a_device_is_unread_and_stands_at_its_own_time()
    {
        var (person, own, other) = await PairAsync();
        var (conversation, _) = await own.SaidAsync(person.ServiceUserId, Housing, "Hier", minutes: 24 * 60);
        await own.SaidAsync(person.ServiceUserId, Housing, "Aujourd’hui", minutes: 5);
        Assert.Equal(2, (await other.ConversationsAsync(person.ServiceUserId)).Unread(conversation));
        await other.ReadThroughAsync(person.ServiceUserId, conversation, (await Told.ReadAsync(other, person.ServiceUserId, $"conversations/{conversation}")).GetProperty("through").GetInt32());
        Assert.Equal(0, (await other.ConversationsAsync(person.ServiceUserId)).Unread(conversation));

        var since = TimeProvider.System.GetUtcNow();
        await own.SaidAsync(person.ServiceUserId, Housing, "Il y a un mois, sans réseau", minutes: 30 * 24 * 60);
        await other.ReadThroughAsync(person.ServiceUserId, conversation, 1);

        Assert.Equal(["Aujourd’hui", "Hier", "Il y a un mois, sans réseau"], await other.WordsAsync(person.ServiceUserId, conversation));
        Assert.Equal(1, (await other.ConversationsAsync(person.ServiceUserId, $"?since={Uri.EscapeDataString(since.ToString("O"))}")).Unread(conversation));
        var news = (await Told.ReadAsync(other, person.ServiceUserId, $"conversations/{conversation}?since={Uri.EscapeDataString(since.ToString("O"))}")).GetProperty("messages").GetProperty("items");
        Assert.Equal(["Il y a un mois, sans réseau"], news.EnumerateArray().Select(one => one.GetProperty("words").GetString()));
    }

    [Fact]
    public async Task Only_the_person_sees_who_read_and_nobodys_own_words_are_unread_to_them()
    {
        var (person, own, other) = await PairAsync();
        var (conversation, _) = await other.SaidAsync(person.ServiceUserId, Housing, "On l’écrit à deux", setting: "joint", perspective: "service_user");
        await own.SaidAsync(person.ServiceUserId, Housing, "Et moi je le pense");
        Assert.Equal(0, (await own.ConversationsAsync(person.ServiceUserId)).Unread(conversation));
        Assert.Equal(1, (await other.ConversationsAsync(person.ServiceUserId)).Unread(conversation));

        await other.ReadThroughAsync(person.ServiceUserId, conversation, 2);
        await other.ReadThroughAsync(person.ServiceUserId, conversation, int.MaxValue);

        var (seen, hidden) = (await Told.ReadAsync(own, person.ServiceUserId, $"conversations/{conversation}"), await Told.ReadAsync(other, person.ServiceUserId, $"conversations/{conversation}"));
        Assert.Equal([2], seen.GetProperty("readers").EnumerateArray().Select(reader => reader.GetProperty("through").GetInt32()));
        Assert.Equal((JsonValueKind.Null, 2), (hidden.GetProperty("readers").ValueKind, hidden.GetProperty("readThrough").GetInt32()));
    }

    [Fact]
    public async Task A_conversation_is_read_page_by_page_by_time_then_in_the_order_of_arrival()
    {
        var (person, own, other) = await PairAsync();
        var conversation = Guid.Empty;
        foreach (var number in Enumerable.Range(0, 7))
        {
            // Three of one instant: their ids say the contrary of their arrival.
            var kept = await (await own.SayAsync(person.ServiceUserId, Housing, $"{number}", Guid.Parse($"0199d9a0-1c2e-7d3f-8a4b-00000000000{9 - number}"), minutes: number is 2 or 3 or 4 ? 50 : 60 - number)).BodyAsync(HttpStatusCode.OK);
            conversation = kept.GetProperty("conversationId").GetGuid();
        }

        var whole = await other.WordsAsync(person.ServiceUserId, conversation);
        List<string?> paged = [];
        string? cursor = null;
        do
        {
            var page = (await Told.ReadAsync(other, person.ServiceUserId, $"conversations/{conversation}?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}")).GetProperty("messages");
            paged.AddRange(page.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("words").GetString()));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        Assert.Equal(["4", "3", "2", "6", "5", "1", "0"], whole);
        Assert.Equal(whole, paged);
    }

    [Fact]
    public async Task Two_devices_that_begin_a_conversation_at_once_begin_one_and_number_what_arrives_without_a_gap()
    {
        var (person, own, other) = await PairAsync();
        var same = Guid.CreateVersion7();

        var kept = await Task.WhenAll(Enumerable.Range(0, 12).Select(async number =>
        {
            using var response = await (number % 2 == 0 ? own : other).SayAsync(person.ServiceUserId, Housing, number % 4 == 0 ? "Pareil" : $"{number}", number % 4 == 0 ? same : null);
            return await response.BodyAsync(HttpStatusCode.OK);
        }));

        Assert.Single(kept.Select(one => one.GetProperty("conversationId").GetGuid()).Distinct());
        Assert.Equal(Enumerable.Range(1, 10), kept.Select(one => one.GetProperty("number").GetInt32()).Distinct().Order());
    }

    private async Task<(Given.Person Person, HttpClient Own, HttpClient Practitioner)> PairAsync()
    {
        var person = await installation.PersonAsync();
        return (person, person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
    }

    private async Task<long> CountAsync(string condition, Guid message)
    {
        await using var command = installation.Owner.CreateCommand($"SELECT count(*) FROM coproduction.message_fact WHERE message_id = '{message}' AND {condition}");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
