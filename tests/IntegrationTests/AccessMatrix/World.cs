using Barometre.Application.Participation.Records;
using Barometre.Application.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests.AccessMatrix;

/// <summary>A record, its project and its circle, made anew for one cell, with a caller who stands to it as the situation says.</summary>
internal sealed class World
{
    public static readonly string[] Tabs = ["quality_of_life", "network", "strengths", "plan", "coproduction"];

    public Guid Person { get; } = Guid.CreateVersion7();

    public Guid Caller { get; } = Guid.CreateVersion7();

    public Guid Session { get; } = Guid.CreateVersion7();

    private Guid Project { get; } = Guid.CreateVersion7();

    private Guid OtherProject { get; } = Guid.CreateVersion7();

    private Guid Organisation { get; } = Guid.CreateVersion7();

    private Guid Relative { get; } = Guid.CreateVersion7();

    /// <summary>What the operation's parameters may name: all of it is there.</summary>
    public Dictionary<string, string> Known => new(StringComparer.Ordinal)
    {
        ["serviceUserId"] = $"{Person}", ["projectId"] = $"{Project}", ["organisationId"] = $"{Organisation}", ["memberId"] = $"{Relative}",
    };

    public static async Task<World> ArrangeAsync(Installation installation, Situation situation, string? tab)
    {
        var world = new World();
        var key = await installation.App.Services.GetRequiredService<IRecordKeys>().ForAsync(world.Person, CancellationToken.None);
        await installation.ExecuteAsync(world.Sql(situation, tab ?? Tabs[0], Convert.ToHexString(key.Seal(OpenRecordCommand.NameColumn, "Zéphyr l’Inventé"))));
        return world;
    }

    private string Sql(Situation situation, string tab, string name)
    {
        var (owner, stranger) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        return $"""
            -- All cells come from one address: what some of them tried must not throttle the others.
            DELETE FROM participation.attempt_bucket WHERE key IN (SELECT key FROM participation.attempt_bucket FOR UPDATE SKIP LOCKED);
            INSERT INTO participation.organisation (id, name, country) VALUES ('{Organisation}', 'Organisme inventé', 'quebec'), ('{OtherProject}', 'Autre organisme inventé', 'france');
            INSERT INTO participation.project (id, organisation_id, name, site, country, data_region, languages, demonstration, version) VALUES
                ('{Project}', '{Organisation}', 'Projet inventé', 'Ailleurs', 'quebec', 'ca', ARRAY['fr'], {situation.Demonstration}, 1),
                ('{OtherProject}', '{OtherProject}', 'Autre projet inventé', 'Là-bas', 'france', 'fr', ARRAY['fr'], {situation.Demonstration}, 1);
            INSERT INTO participation.account (id, display_name) VALUES ('{owner}', 'Compte inventé'), ('{stranger}', 'Compte inventé'), ('{Caller}', 'Compte inventé');
            INSERT INTO participation.account_session (id, account_id, strong, started_at, expires_at, ended_at) VALUES ('{Session}', '{Caller}', {situation.Strong}, now() - interval '2 hours',
                now() + interval '{(situation.Session == "expired" ? -1 : 1)} hour', {(situation.Session == "ended" ? "now()" : "NULL")});
            INSERT INTO participation.service_user (service_user_id, account_id, called_name_sealed, language, opened_by, opened_at, version)
                VALUES ('{Person}', '{(situation.Self ? Caller : owner)}', '\x{name}', 'fr', '{owner}', now(), 1);
            {Member(Relative, stranger, "relative", null, "active", "read", tab)}
            {Enrolment(Project, situation.Place is not { From: "own", Enrolled: false })}
            {Enrolment(OtherProject, situation.Place is { From: "other", Enrolled: true })}
            {string.Concat(situation.Roles.Select(Role))}
            {(situation.Place is { } place ? Member(Guid.CreateVersion7(), Caller, place.Role, place.Role == "relative" ? null : In(place.From), place.State, place.Level, tab) : "")}
            """;
    }

    private Guid In(string which) => which == "own" ? Project : OtherProject;

    private string Role((string Role, string? In) held) => $"""
        INSERT INTO participation.role_assignment (id, account_id, project_id, role, since)
            VALUES ('{Guid.CreateVersion7()}', '{Caller}', {(held.In is null ? "NULL" : $"'{In(held.In)}'")}, '{held.Role}', now());
        """;

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
            INSERT INTO participation.circle_member (service_user_id, id, account_id, role, project_id, state, since, until, {string.Join(", ", Tabs)}, version)
                VALUES ('{Person}', '{id}', '{account}', '{role}', {(project is null ? "NULL" : $"'{project}'")}, '{state}', now(), {(state == "ended" ? "now()" : "NULL")},
                {string.Join(", ", Tabs.Select(each => $"'{(each == tab ? level : contrary)}'"))}, 1);
            """;
    }
}
