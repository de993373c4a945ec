using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.Participation.Consents;
using Barometre.IntegrationTests.QualityOfLife;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Barometre.IntegrationTests.CoProduction.Told;

namespace Barometre.IntegrationTests.CoProduction;

/// <summary>Words are taken back by whoever said them, whatever place they have now.</summary>
[Collection(InstallationTests.Name)]
public sealed class TakenBackTests(Installation installation)
{
    [Theory]
    [InlineData("removed")]
    [InlineData("tabs closed")]
    [InlineData("kept out")]
    [InlineData("closed")]
    [InlineData("frozen")]
    public async Task Whoever_sees_nothing_of_it_any_more_takes_back_what_they_had_said(string how)
    {
        var (person, author, member) = await ArrangeAsync();
        var (own, client) = (person.Account.Client(installation), author.Client(installation));
        var (conversation, message) = await client.SaidAsync(person.ServiceUserId, Theme("needs.housing"), "Il faudrait en reparler");
        await (await client.EditAsync(person.ServiceUserId, message, "Il faudrait qu’on en reparle")).BodyAsync(HttpStatusCode.OK);
        await CloseAsync(how, own, person, author, member);
        Assert.NotEqual(HttpStatusCode.OK, (await client.WithdrawAsync(person.ServiceUserId, message)).StatusCode);

        var withdrawal = Guid.CreateVersion7();
        var first = await (await TakeBackAsync(client, person, message, withdrawal)).BodyAsync(HttpStatusCode.OK);
        var again = await (await TakeBackAsync(client, person, message, withdrawal)).BodyAsync(HttpStatusCode.OK);

        Assert.Equal($"{first}", $"{again}");
        Assert.Equal([null], await own.WordsAsync(person.ServiceUserId, conversation));
        Assert.Equal(0L, await installation.OneAsync<long>($"SELECT count(*) FROM coproduction.message_fact WHERE service_user_id = '{person.ServiceUserId}' AND words_sealed IS NOT NULL"));
        Assert.NotEqual(HttpStatusCode.OK, (await client.GetAsync(Told.Path(person.ServiceUserId, $"conversations/{conversation}"))).StatusCode);
    }

    [Fact]
    public async Task Nobody_takes_back_what_somebody_else_said_nor_what_was_said_in_the_persons_voice()
    {
        var (person, author, _) = await ArrangeAsync();
        var (client, other) = (author.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        var (conversation, message) = await client.SaidAsync(person.ServiceUserId, Theme("needs.housing"), "Il faudrait en reparler");
        var (_, joint) = await client.SaidAsync(person.ServiceUserId, Theme("needs.housing"), "J’ai froid", minutes: 9, setting: "joint", perspective: "service_user");

        foreach (var (sender, id) in new[] { (other, message), (person.Account.Client(installation), message), ((await installation.AccountAsync()).Client(installation), message), (client, joint), (client, Guid.CreateVersion7()) })
        {
            await (await TakeBackAsync(sender, person, id, Guid.CreateVersion7())).BodyAsync(HttpStatusCode.NotFound);
        }

        Assert.Equal(["J’ai froid", "Il faudrait en reparler"], await client.WordsAsync(person.ServiceUserId, conversation));
    }

    [Theory]
    [InlineData("removed")]
    [InlineData("tabs closed")]
    [InlineData("kept out")]
    [InlineData("closed")]
    [InlineData("frozen")]
    public async Task Another_system_takes_back_what_it_had_said_though_it_sees_nothing_of_it_any_more(string how)
    {
        var person = await installation.PersonAsync();
        var (own, system) = (person.Account.Client(installation), await installation.RoleAsync(Role.Integrator, person.ProjectId));
        var member = await installation.JoinAsync(person, system, Role.Integrator, AccessLevel.Contribute, person.ProjectId);
        var (first, next, reader) = (await KeyAsync(system, person.ProjectId), await KeyAsync(system, person.ProjectId), await KeyAsync(system, person.ProjectId, "coproduction:read"));
        var (conversation, message) = await first.SaidAsync(person.ServiceUserId, Theme("needs.housing"), "Rendez-vous déplacé");
        await CloseAsync(how, own, person, system, member);
        Assert.NotEqual(HttpStatusCode.OK, (await next.WithdrawAsync(person.ServiceUserId, message)).StatusCode);

        await TakeBackAsync(reader, person, message, Guid.CreateVersion7()).RefusesAsync(HttpStatusCode.Forbidden, "access.tab-closed");
        // Keys come and go; whoever holds one now is the system that said it.
        await (await TakeBackAsync(next, person, message, Guid.CreateVersion7())).BodyAsync(HttpStatusCode.OK);

        Assert.Equal([null], await own.WordsAsync(person.ServiceUserId, conversation));
        Assert.Equal(0L, await installation.OneAsync<long>($"SELECT count(*) FROM coproduction.message_fact WHERE service_user_id = '{person.ServiceUserId}' AND words_sealed IS NOT NULL"));
    }

    [Fact]
    public async Task A_key_takes_back_nothing_that_others_said_nor_what_its_system_said_from_another_project()
    {
        var (person, author, _) = await ArrangeAsync();
        var (system, elsewhere) = (await installation.RoleAsync(Role.Integrator, person.ProjectId), await installation.ProjectAsync());
        await installation.ExecuteAsync($"""
            INSERT INTO participation.role_assignment (id, account_id, project_id, role, since) VALUES ('{Guid.CreateVersion7()}', '{system.AccountId}', '{elsewhere}', 'integrator', now())
            """);
        await installation.JoinAsync(person, system, Role.Integrator, AccessLevel.Contribute, person.ProjectId);
        var (key, another) = (await KeyAsync(system, person.ProjectId), await KeyAsync(system, elsewhere));
        var (conversation, practitioners) = await author.Client(installation).SaidAsync(person.ServiceUserId, Theme("needs.housing"), "Il faudrait en reparler");
        var (_, persons) = await person.Account.Client(installation).SaidAsync(person.ServiceUserId, Theme("needs.housing"), "D’accord", minutes: 9);
        var (_, systems) = await key.SaidAsync(person.ServiceUserId, Theme("needs.housing"), "Rendez-vous déplacé", minutes: 8);

        foreach (var (sender, id) in new[] { (key, practitioners), (key, persons), (another, systems), (author.Client(installation), systems) })
        {
            await (await TakeBackAsync(sender, person, id, Guid.CreateVersion7())).BodyAsync(HttpStatusCode.NotFound);
        }

        Assert.Equal(["Rendez-vous déplacé", "D’accord", "Il faudrait en reparler"], await key.WordsAsync(person.ServiceUserId, conversation));
    }

    [Fact]
    public async Task The_database_gives_an_account_its_own_words_while_no_record_is_open_and_nobody_elses()
    {
        var (person, author, _) = await ArrangeAsync();
        await author.Client(installation).SaidAsync(person.ServiceUserId, Theme("needs.housing"), "Il faudrait en reparler");
        await person.Account.Client(installation).SaidAsync(person.ServiceUserId, Theme("needs.housing"), "D’accord", minutes: 9);
        var other = await installation.PersonAsync();

        Assert.Equal(1L, await SeenAsync(author.AccountId, ""));
        Assert.Equal(0L, await SeenAsync(author.AccountId, $"{other.ServiceUserId}"));
        Assert.Equal(0L, await SeenAsync((await installation.AccountAsync()).AccountId, ""));
    }

    [Fact]
    public async Task Taking_back_waits_for_whoever_is_alone_with_the_record()
    {
        var (person, author, _) = await ArrangeAsync();
        var (_, message) = await author.Client(installation).SaidAsync(person.ServiceUserId, Theme("needs.housing"), "Il faudrait en reparler");
        await using var connection = await installation.Owner.OpenConnectionAsync();
        await using var alone = await connection.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand($"SELECT pg_advisory_xact_lock(hashtextextended('{person.ServiceUserId}', 5517042))", connection, alone))
        {
            await hold.ExecuteNonQueryAsync();
        }

        var taking = TakeBackAsync(author.Client(installation), person, message, Guid.CreateVersion7());
        await Jobs.Eventually.HappensAsync(async () => await installation.OneAsync<long>($"""
            SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND ((classid::bigint << 32) | objid::bigint) = hashtextextended('{person.ServiceUserId}', 5517042)
            """) > 0, TimeSpan.FromSeconds(30));
        Assert.False(taking.IsCompleted);
        await alone.RollbackAsync();

        await (await taking).BodyAsync(HttpStatusCode.OK);
    }

    private async Task<(Given.Person Person, Given.SignedIn Author, Guid Member)> ArrangeAsync()
    {
        var person = await installation.PersonAsync();
        var author = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
        return (person, author, await installation.JoinAsync(person, author, Role.Practitioner, AccessLevel.Contribute, person.ProjectId));
    }

    /// <summary>A client of that system with a key of its own.</summary>
    private async Task<HttpClient> KeyAsync(Given.SignedIn system, Guid project, string scope = "coproduction:write")
    {
        var secret = $"brm_{Guid.CreateVersion7():N}";
        await installation.ExecuteAsync($"""
            INSERT INTO participation.integrator_key (id, account_id, project_id, hash, scopes, made_by, made_at, expires_at, version)
                VALUES ('{Guid.CreateVersion7()}', '{system.AccountId}', '{project}', '\x{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(secret)))}',
                    ARRAY['{scope}', 'quality_of_life:read'], '{system.AccountId}', now(), now() + interval '1 day', 1)
            """);
        var client = new HttpClient { BaseAddress = installation.Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", secret);
        return client;
    }

    private static Task CloseAsync(string how, HttpClient own, Given.Person person, Given.SignedIn author, Guid member)
    {
        var at = $"/api/v1/service-users/{person.ServiceUserId}";
        return how switch
        {
            "removed" => own.DeleteAsync($"{at}/circle/{member}").AnswersAsync(HttpStatusCode.NoContent),
            "tabs closed" => own.PutAsync($"{at}/circle/{member}/sharing", Calls.Sharing(AccessLevel.None), version: 1).AnswersAsync(HttpStatusCode.OK),
            "kept out" => own.PutAsync($"{at}/restrictions/{Guid.CreateVersion7()}", new { accountId = author.AccountId }).AnswersAsync(HttpStatusCode.NoContent),
            "closed" => own.SaysNoAsync(person.ServiceUserId, "care"),
            _ => own.PutAsync($"{at}/freezes/{Guid.CreateVersion7()}", new { }).AnswersAsync(HttpStatusCode.NoContent),
        };
    }

    private static Task<HttpResponseMessage> TakeBackAsync(HttpClient client, Given.Person person, Guid message, Guid withdrawal) =>
        client.PutAsJsonAsync($"/api/v1/account/records/{person.ServiceUserId}/messages/{message}/withdrawals/{withdrawal}", new { at = Told.Now });

    /// <summary>How many messages the app's login is given for that account, for whichever record is open.</summary>
    private async Task<long> SeenAsync(Guid account, string person)
    {
        await using var connection = await installation.App.Services.GetRequiredService<Databases>().App.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand($"SELECT set_config('barometre.account', '{account}', true), set_config('barometre.person', '{person}', true)"),
                new NpgsqlBatchCommand("SELECT count(*) FROM coproduction.message_fact"),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        return reader.GetInt64(0);
    }
}
