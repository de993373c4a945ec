using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Barometre.Application.Participation.Accounts;
using Barometre.Application.Participation.Records;
using Barometre.Infrastructure.Shared.Secrets;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests.AccessMatrix;

/// <summary>A record, its project and its circle, made anew for one cell, with a caller who stands to it as the situation says.</summary>
internal sealed class World(Situation situation)
{
    public static readonly string[] Tabs = ["quality_of_life", "network", "strengths", "plan", "coproduction"];
    private readonly string _secret = KeySecret.New();

    public Situation Situation => situation;

    public Guid Person { get; } = Guid.CreateVersion7();

    public Guid Caller { get; } = Guid.CreateVersion7();

    private Guid Session { get; } = Guid.CreateVersion7();

    private Guid Project { get; } = Guid.CreateVersion7();

    private Guid OtherProject { get; } = Guid.CreateVersion7();

    private Guid Organisation { get; } = Guid.CreateVersion7();

    private Guid Relative { get; } = Guid.CreateVersion7();

    /// <summary>What the operation's parameters may name: all of it is there.</summary>
    public Dictionary<string, string> Known => new(StringComparer.Ordinal)
    {
        ["serviceUserId"] = $"{Person}", ["projectId"] = $"{Project}", ["organisationId"] = $"{Organisation}", ["memberId"] = $"{Relative}",
    };

    public static async Task<World> ArrangeAsync(Installation installation, Situation situation, string? tab) => (await ArrangeAsync(installation, [situation], tab))[0];

    /// <summary>A world for each situation, all in one statement: the matrix grows with every operation, and what it costs is the arranging.</summary>
    public static async Task<IReadOnlyList<World>> ArrangeAsync(Installation installation, IEnumerable<Situation> situations, string? tab)
    {
        var vault = installation.App.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("barometre.record-key");
        List<World> worlds = [.. situations.Select(each => new World(each))];
        await installation.ExecuteAsync(string.Concat(worlds.Select(world => world.Sql(tab ?? Tabs[0], vault))));
        return worlds;
    }

    /// <summary>Says who is calling, as this caller would.</summary>
    public void Identify(HttpRequestMessage request, Installation installation)
    {
        if (situation.Key is not null)
        {
            request.Headers.Add("X-Api-Key", _secret);
        }

        if (situation.Session != "none" && situation.Key is null or { Beside: true })
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", installation.Token(Caller, Session));
        }
    }

    private string Sql(string tab, IDataProtector vault)
    {
        var (owner, stranger) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var key = RandomNumberGenerator.GetBytes(32);
        var name = Convert.ToHexString(new RecordKey(Person, key).Seal(OpenRecordCommand.NameColumn, "Zéphyr l’Inventé"));
        return $"""
            INSERT INTO vault.record_key (service_user_id, wrapped) VALUES ('{Person}', '\x{Convert.ToHexString(vault.Protect(key))}');
            INSERT INTO participation.organisation (id, name, country) VALUES ('{Organisation}', 'Organisme inventé', 'quebec'), ('{OtherProject}', 'Autre organisme inventé', 'france');
            INSERT INTO participation.project (id, organisation_id, name, site, country, data_region, languages, demonstration, emergency_hours, version) VALUES
                ('{Project}', '{Organisation}', 'Projet inventé', 'Ailleurs', 'quebec', 'ca', ARRAY['fr'], {situation.Demonstration}, {(situation.Emergency is null or "off" ? "NULL" : "8")}, 1),
                ('{OtherProject}', '{OtherProject}', 'Autre projet inventé', 'Là-bas', 'france', 'fr', ARRAY['fr'], {situation.Demonstration}, NULL, 1);
            INSERT INTO participation.account (id) VALUES ('{owner}'), ('{stranger}'), ('{Caller}');
            INSERT INTO participation.account_session (id, account_id, strong, started_at, expires_at, ended_at) VALUES ('{Session}', '{Caller}', {situation.Strong}, now() - interval '2 hours',
                now() + interval '{(situation.Session == "expired" ? -1 : 1)} hour', {(situation.Session == "ended" ? "now()" : "NULL")});
            INSERT INTO participation.service_user (service_user_id, account_id, called_name_sealed, language, opened_by, opened_at, care_closed, frozen, version)
                VALUES ('{Person}', {(situation.Unclaimed ? "NULL" : $"'{(situation.Self ? Caller : owner)}'")}, '\x{name}', 'fr', '{Caller}', now(), {situation.Closed}, {situation.Frozen}, 1);
            {Member(Relative, stranger, "relative", null, "active", "read", tab)}
            {Enrolment(Project, situation.Place is not { From: "own", Enrolled: false })}
            {Enrolment(OtherProject, situation.Place is { From: "other", Enrolled: true })}
            {string.Concat(situation.Roles.Select(Role))}
            {(situation.Place is { } place ? Member(Guid.CreateVersion7(), Caller, place.Role, place.Role == "relative" ? null : In(place.From), place.State, place.Level, tab) : "")}
            {new WorldAnswers(situation, Person, Caller, Project, Organisation, column => Convert.ToHexString(new RecordKey(Person, key).Seal(column, "Acte inventé."))).Sql(tab)}
            {(situation.Key is { } held and not { State: "unknown" } ? KeyRow(held, tab) : "")}
            """;
    }

    private Guid In(string which) => which == "own" ? Project : OtherProject;

    private string Role((string Role, string? In) held) => $"""
        INSERT INTO participation.role_assignment (id, account_id, project_id, role, since)
            VALUES ('{Guid.CreateVersion7()}', '{Caller}', {(held.In is null ? "NULL" : $"'{In(held.In)}'")}, '{held.Role}', now());
        """;

    // A rotated key is one that ends with the overlap.
    private string KeyRow(Key key, string tab)
    {
        var scopes = Tabs.Select(each => each == tab ? Scope(each, key.Scope) : Scope(each, key.Scope == "none" ? "contribute" : "none")).OfType<string>();
        return $"""
            INSERT INTO participation.integrator_key (id, account_id, project_id, hash, scopes, made_by, made_at, expires_at, revoked_at, version)
                VALUES ('{Guid.CreateVersion7()}', '{Caller}', '{In(key.In)}', '\x{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(_secret)))}', ARRAY[{string.Join(", ", scopes)}]::text[],
                '{Caller}', now() - interval '2 days', now() + interval '{(key.State == "rotated out" ? -1 : key.State == "rotated" ? 1 : 2000)} hour', {(key.State == "revoked" ? "now()" : "NULL")}, 1);
            """;
    }

    private static string? Scope(string tab, string level) => level switch { "none" => null, "read" => $"'{tab}:read'", _ => $"'{tab}:write'" };

    private string Enrolment(Guid project, bool lasting) => $"""
        INSERT INTO participation.enrolment (service_user_id, id, project_id, since, until)
            VALUES ('{Person}', '{Guid.CreateVersion7()}', '{project}', now() - interval '1 day', {(lasting ? "NULL" : "now()")});
        """;

    private string Member(Guid id, Guid account, string role, Guid? project, string state, string level, string tab)
    {
        // The other tabs are open the other way: a decision that looks at the wrong one shows.
        var contrary = level == "none" ? "contribute" : "none";
        level = level == "closed" ? "none" : level;
        return $"""
            INSERT INTO participation.circle_member (service_user_id, id, account_id, role, project_id, state, since, confirmed_at, until, {string.Join(", ", Tabs)}, version)
                VALUES ('{Person}', '{id}', '{account}', '{role}', {(project is null ? "NULL" : $"'{project}'")}, '{state}', now(), now(), {(state == "ended" ? "now()" : "NULL")},
                {string.Join(", ", Tabs.Select(each => $"'{(each == tab ? level : contrary)}'"))}, 1);
            """;
    }
}
