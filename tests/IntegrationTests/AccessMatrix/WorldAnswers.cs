using Barometre.Application.Participation.Emergencies;
using Barometre.Application.Participation.Representatives;

namespace Barometre.IntegrationTests.AccessMatrix;

/// <summary>What the person of a world answered, who represents them, and what was opened in an emergency, straight in the database.</summary>
internal sealed class WorldAnswers(Situation situation, Guid person, Guid caller, Guid project, Guid organisation, Func<string, string> sealedIn)
{
    private static string Id => $"'{Guid.CreateVersion7()}'";

    public string Sql(string tab) => string.Concat(
        situation.KeptOut is { } how ? Restriction(how, tab) : "",
        situation.SystemRefused ? $"INSERT INTO participation.consent VALUES ('{person}', 'integrator', '{caller}', 'withdrawn', now(), NULL, 1);" : "",
        situation.Represents is { } represents ? Representative(represents, tab) : "",
        situation.Emergency is { } state ? Emergency(state, tab) : "");

    private string Restriction(string how, string tab) => $"""
        INSERT INTO participation.restriction (service_user_id, id, account_id, organisation_id, project_id, role, tabs, by, ground, since)
            VALUES ('{person}', {Id}, {(how is "account" or "tab" ? $"'{caller}'" : "NULL")}, {Only("organisation", organisation)}, {Only("project", project)},
                {(how == "role" ? "'practitioner'" : "NULL")}, {(how == "tab" ? $"ARRAY['{tab}']" : "NULL")},
                '{caller}', 'person', now());
        """;

    private string Only(string how, Guid id) => situation.KeptOut == how ? $"'{id}'" : "NULL";

    private string Representative(Represents represents, string tab)
    {
        var id = Id;
        var (from, until) = represents.When switch { "past" => (-20, -0), "future" => (2, 20), _ => (-20, 20) };
        return $"""
            INSERT INTO participation.representative
                (service_user_id, id, project_id, account_id, kind, reads, decides_rights, ground_sealed, starts_on, ends_on, recorded_by, recorded_at, ended_at, version)
                VALUES ('{person}', {id}, '{project}', '{caller}', 'tutor', ARRAY[{Named(represents.Reads, tab)}]::text[], {represents.Rights}, '\x{sealedIn(NameRepresentativeCommand.GroundColumn)}', (now() AT TIME ZONE 'UTC')::date + {from},
                (now() AT TIME ZONE 'UTC')::date + {until}, '{caller}', now(), {(represents.When == "ended" ? "now()" : "NULL")}, 1);
            {(represents.Contested ? $"INSERT INTO participation.representation_contest (service_user_id, id, representative_id, since, version) VALUES ('{person}', {Id}, {id}, now(), 1);" : "")}
            """;
    }

    private string Emergency(string state, string tab) => $"""
        INSERT INTO participation.emergency_access (service_user_id, id, project_id, account_id, tabs, reason_sealed, opened_at, expires_at, justified, version)
            VALUES ('{person}', {Id}, '{project}', '{caller}', ARRAY[{Named(true, tab)}]::text[], '\x{sealedIn(OpenInEmergencyCommand.ReasonColumn)}', now() - interval '2 hours', now() + interval '{(state == "over" ? -1 : 1)} hour',
            {(state == "unjustified" ? "false" : "NULL")}, 1);
        """;

    // The operation's tab, or all the others: a decision that looks at the wrong one shows.
    private static string Named(bool itself, string tab) => string.Join(", ", World.Tabs.Where(each => (each == tab) == itself).Select(each => $"'{each}'"));
}
