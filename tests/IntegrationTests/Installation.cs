using System.Net.Http.Headers;
using System.Security.Claims;
using Barometre.Infrastructure.Shared;
using Barometre.WebApi;
using Barometre.WebApi.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Barometre.IntegrationTests;

/// <summary>A whole installation for tests: a fresh migrated database on the real PostgreSQL and the host on a real port.</summary>
public class Installation : IAsyncLifetime
{
    private readonly ScratchDatabase _database = new();
    private readonly string _keys = Directory.CreateTempSubdirectory("barometre-keys").FullName;

    public WebApplication App { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public string OwnerString => _database.ConnectionString;

    /// <summary>Who may do everything on the server: only to arrange and to look behind the walls.</summary>
    public NpgsqlDataSource Owner { get; private set; } = null!;

    /// <summary>Whether the database's owner is a role that may only make roles, as a careful operator's would be.</summary>
    protected virtual bool PlainOwner => false;

    public async Task InitializeAsync()
    {
        await _database.CreateAsync(PlainOwner);
        Owner = NpgsqlDataSource.Create(_database.ServerString);
        App = Node();
        await App.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);
        await App.StartAsync();
        Address = new Uri(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    /// <summary>A host on this installation's database; more than one share its work.</summary>
    public WebApplication Node() => Host.Build([], builder =>
    {
        builder.Configuration.AddInMemoryCollection(Settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        Configure(builder);
    });

    /// <summary>What names this installation to a process of its own.</summary>
    public Dictionary<string, string?> Settings => new() { ["BAROMETRE_DATABASE"] = OwnerString, ["BAROMETRE_KEYS"] = _keys };

    /// <summary>What a node has that the host alone does not.</summary>
    protected virtual void Configure(WebApplicationBuilder builder)
    {
    }

    /// <summary>Connections to this installation's database that a test opens and closes itself.</summary>
    public Databases Databases() => new(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build());

    public async Task DisposeAsync()
    {
        // Disposing alone leaves the scheduler running, and the process alive.
        await App.StopAsync();
        await App.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await Owner.DisposeAsync();
        await _database.DropAsync();
        Directory.Delete(_keys, recursive: true);
    }

    /// <summary>A client over real HTTP, signed in as that account with that session, or as nobody.</summary>
    public HttpClient Client(Guid? account = null, Guid? session = null)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (account is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(account.Value, session!.Value));
        }

        return client;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A bearer token of that session.</summary>
    public string Token(Guid account, Guid session)
    {
        var identity = new ClaimsIdentity(
            [new Claim(CallerMiddleware.AccountClaim, account.ToString()), new Claim(CallerMiddleware.SessionClaim, session.ToString())], BearerTokenDefaults.AuthenticationScheme);
        var ticket = new AuthenticationTicket(
            new ClaimsPrincipal(identity), new AuthenticationProperties { ExpiresUtc = TimeProvider.System.GetUtcNow().AddHours(1) }, BearerTokenDefaults.AuthenticationScheme);
        return App.Services.GetRequiredService<IOptionsMonitor<BearerTokenOptions>>().Get(BearerTokenDefaults.AuthenticationScheme).BearerTokenProtector.Protect(ticket);
    }
}

/// <summary>Test classes of this collection share one installation; each arranges people of its own.</summary>
[CollectionDefinition(Name)]
public sealed class InstallationTests : ICollectionFixture<Installation>
{
    public const string Name = "installation";
}
