using System.Net;
using System.Net.Http.Json;
using Barometre.Domain.Shared;
using Npgsql;

namespace Barometre.IntegrationTests.Schema;

/// <summary>The database's owner need not be a superuser, nor stand above row-level security: migrating and serving work without.</summary>
public sealed class PlainOwnerTests(PlainOwnerTests.Plain installation) : IClassFixture<PlainOwnerTests.Plain>
{
    [Fact]
    public async Task The_owner_is_no_superuser_and_sees_no_rows()
    {
        await installation.PersonAsync();
        await using var databases = installation.Databases();
        await using var powers = databases.Owner.CreateCommand("SELECT rolsuper OR rolbypassrls OR rolcreatedb FROM pg_roles WHERE rolname = current_user");
        await using var rows = databases.Owner.CreateCommand("SELECT count(*) FROM participation.service_user");

        Assert.False((bool)(await powers.ExecuteScalarAsync())!);
        Assert.Equal(0L, await rows.ExecuteScalarAsync());
    }

    [Fact]
    public async Task A_record_is_opened_and_read_by_those_in_its_circle_only()
    {
        var project = await installation.ProjectAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, project);
        var stranger = await installation.RoleAsync(Role.Practitioner, project);
        var record = new Uri($"/api/v1/service-users/{Guid.CreateVersion7()}", UriKind.Relative);

        using var opened = await practitioner.Client(installation).PutAsJsonAsync(record, new { projectId = project, calledName = "Zéphyr l’Inventé", language = "fr" });
        using var read = await practitioner.Client(installation).GetAsync(record);
        using var refused = await stranger.Client(installation).GetAsync(record);

        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        await using var entries = installation.Owner.CreateCommand("SELECT count(*) FROM participation.register_entry WHERE account_id = $1");
        entries.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = practitioner.AccountId });
        Assert.True((long)(await entries.ExecuteScalarAsync())! > 0);
    }

    public sealed class Plain : Installation
    {
        protected override bool PlainOwner => true;
    }
}
