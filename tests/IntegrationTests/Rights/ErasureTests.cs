using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Npgsql;

namespace Barometre.IntegrationTests.Rights;

public sealed class ErasureTests(RightsInstallation installation) : IClassFixture<RightsInstallation>
{
    [Fact]
    public async Task Asked_confirmed_carried_out_and_certified()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        await own.GoalAsync(person.ServiceUserId, "Finir mon cours de chimie", adopted: true);
        await own.GoalAsync(person.ServiceUserId, "Demander mes prestations", adopted: true);
        var before = await installation.RowsOfAsync(person.ServiceUserId);

        var code = await own.EraseAsync(person.ServiceUserId);
        await installation.RunErasuresAsync();
        var certificate = await installation.CertificateAsync(code);

        Assert.Empty(await installation.RowsOfAsync(person.ServiceUserId));
        Assert.Equal(HttpStatusCode.Unauthorized, (await own.GetAsync(Planned.Path(person.ServiceUserId))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await practitioner.GetAsync(Planned.Path(person.ServiceUserId))).StatusCode);
        var told = certificate.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("table").GetString()!, row => row.GetProperty("count").GetInt64());
        Assert.All(before, table => Assert.True(told[table.Key] >= table.Value, $"{table.Key}: {told[table.Key]} of {table.Value}"));
        Assert.Equal(2, told["accomplishment_plan.goal"]);
        Assert.Equal("erased", certificate.GetProperty("account").GetString());
        Assert.Contains("effacé", certificate.GetProperty("words").GetProperty("fr").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(person.ServiceUserId.ToString(), certificate.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await installation.CountAsync($"SELECT count(*) FROM participation.account WHERE id = '{person.Account.AccountId}'"));
    }

    [Fact]
    public async Task Called_off_in_time_nothing_happens_and_it_may_be_asked_again()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var (id, version) = await own.AskedAsync(person.ServiceUserId);
        await own.ConfirmAsync(person.ServiceUserId, id, version, waitHours: 1).AnswersAsync(HttpStatusCode.OK);

        await installation.RunErasuresAsync();
        await own.PostAsync(Erasing.Path(person.ServiceUserId, $"/{id}/cancellation")).AnswersAsync(HttpStatusCode.OK);
        await own.PostAsync(Erasing.Path(person.ServiceUserId, $"/{id}/cancellation")).AnswersAsync(HttpStatusCode.OK);
        await installation.ExecuteAsync($"UPDATE rights.erasure SET executes_at = now() - interval '1 hour' WHERE id = '{id}'");
        await installation.RunErasuresAsync();

        Assert.NotEmpty(await installation.RowsOfAsync(person.ServiceUserId));
        var (again, _) = await own.AskedAsync(person.ServiceUserId);
        await own.PutAsync(Erasing.Path(person.ServiceUserId, $"/{Guid.CreateVersion7()}"), new { }).RefusesAsync(HttpStatusCode.Conflict, "rights.erasure-open");
        var listed = await own.JsonAsync(Erasing.Path(person.ServiceUserId));
        Assert.Equal([(again, "asked"), (id, "cancelled")], listed.EnumerateArray().Select(one => (one.GetProperty("erasureId").GetGuid(), one.GetProperty("state").GetString()!)));
    }

    [Fact]
    public async Task Once_its_time_has_come_it_is_not_called_off()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);
        var (id, version) = await own.AskedAsync(person.ServiceUserId);
        await own.ConfirmAsync(person.ServiceUserId, id, version).AnswersAsync(HttpStatusCode.OK);

        await own.PostAsync(Erasing.Path(person.ServiceUserId, $"/{id}/cancellation")).RefusesAsync(HttpStatusCode.Conflict, "rights.erasure-begun");
    }

    [Fact]
    public async Task Of_two_confirmations_at_once_one_counts()
    {
        var person = await installation.PersonAsync();
        var (id, version) = await person.Account.Client(installation).AskedAsync(person.ServiceUserId);

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => person.Account.Client(installation).ConfirmAsync(person.ServiceUserId, id, version, waitHours: 5)));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.PreconditionFailed], both.Select(one => one.StatusCode).Order());
    }

    [Fact]
    public async Task Another_member_of_the_circle_can_ask_for_nothing()
    {
        var person = await installation.PersonAsync();
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);

        Assert.Equal(HttpStatusCode.Forbidden, (await practitioner.PutAsync(Erasing.Path(person.ServiceUserId, $"/{Guid.CreateVersion7()}"), new { })).StatusCode);
    }

    [Fact]
    public async Task Who_keeps_the_account_stays_signed_in_and_has_no_record()
    {
        var person = await installation.PersonAsync();
        var own = person.Account.Client(installation);

        var code = await own.EraseAsync(person.ServiceUserId, keepsAccount: true);
        await installation.RunErasuresAsync();

        Assert.Equal("kept", (await installation.CertificateAsync(code)).GetProperty("account").GetString());
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync("/api/v1/account")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await own.GetAsync(Planned.Path(person.ServiceUserId))).StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_account_that_also_accompanies_or_represents_somebody_stays_and_the_certificate_says_so(bool represents)
    {
        var (person, other) = (await installation.PersonAsync(), await installation.PersonAsync());
        if (represents)
        {
            await installation.ExecuteAsync($"""
                INSERT INTO participation.representative (service_user_id, id, project_id, account_id, kind, reads, decides_rights, ground_sealed, starts_on, ends_on, recorded_by, recorded_at, version)
                  VALUES ('{other.ServiceUserId}', gen_random_uuid(), '{other.ProjectId}', '{person.Account.AccountId}', 'parent', ARRAY[]::text[], true, 'x', now() - interval '1 day', now() + interval '1 day', gen_random_uuid(), now(), 1)
                """);
        }
        else
        {
            await installation.JoinAsync(other, person.Account, Role.Relative, AccessLevel.Read, null);
        }

        var code = await person.Account.Client(installation).EraseAsync(person.ServiceUserId);
        await installation.RunErasuresAsync();

        Assert.Equal("used_elsewhere", (await installation.CertificateAsync(code)).GetProperty("account").GetString());
        Assert.NotEmpty(await installation.RowsOfAsync(other.ServiceUserId));
    }

    [Fact]
    public async Task A_wrong_code_gets_nothing()
    {
        using var stranger = installation.Client();

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync("/api/v1/erasure-certificates", new { code = "0000-0000-0000-0000-0000" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync("/api/v1/erasure-certificates", new { code = "quatre" })).StatusCode);
    }

    [Fact]
    public async Task The_database_deletes_rows_only_of_a_record_that_is_being_erased()
    {
        var person = await installation.PersonAsync();
        await using var databases = installation.Databases();
        await using var connection = await databases.Worker.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var open = new NpgsqlCommand($"SELECT set_config('barometre.person', '{person.ServiceUserId}', true)", connection, transaction);
        await open.ExecuteNonQueryAsync();
        await using var delete = new NpgsqlCommand("SELECT rights.delete_rows('participation.enrolment')", connection, transaction);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => delete.ExecuteScalarAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }
}
