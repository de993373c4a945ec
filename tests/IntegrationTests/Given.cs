using Barometre.Application.Participation.Accounts;
using Barometre.Application.Participation.Records;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests;

/// <summary>Arranges projects, accounts, people and circles straight in the database, behind the walls; every name is obviously invented.</summary>
internal static class Given
{
    /// <summary>An account with a live session.</summary>
    public sealed record SignedIn(Guid AccountId, Guid SessionId)
    {
        public HttpClient Client(Installation installation) => installation.Client(AccountId, SessionId);
    }

    /// <summary>A record whose person has an account.</summary>
    public sealed record Person(Guid ServiceUserId, Guid ProjectId, SignedIn Account);

    /// <summary>A project in an organisation of its own; a demonstration, unless said otherwise, so that no second factor is asked.</summary>
    public static async Task<Guid> ProjectAsync(this Installation installation, bool demonstration = true, string country = "quebec")
    {
        var (organisation, project) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await installation.ExecuteAsync($"""
            INSERT INTO participation.organisation (id, name, country, responsible_for_privacy, privacy_reach)
                VALUES ('{organisation}', 'Organisme inventé', '{country}', 'Personne inventée', 'vie-privee@invente.invalid');
            INSERT INTO participation.project (id, organisation_id, name, site, country, data_region, languages, demonstration, version)
                VALUES ('{project}', '{organisation}', 'Projet inventé', 'Ailleurs', '{country}', 'ca', ARRAY['fr', 'en'], {demonstration}, 1);
            """);
        return project;
    }

    /// <summary>The name that an account is shown by, sealed, as SQL.</summary>
    public static string SealedName(this Installation installation, string name) =>
        $"decode('{Convert.ToHexString(installation.App.Services.GetRequiredService<IAccountSeal>().SealName(name)!)}', 'hex')";

    /// <summary>An account with a session; <paramref name="strong"/>: signed in with a second factor.</summary>
    public static async Task<SignedIn> AccountAsync(this Installation installation, bool strong = false)
    {
        var account = new SignedIn(Guid.CreateVersion7(), Guid.CreateVersion7());
        await installation.ExecuteAsync($"""
            INSERT INTO participation.account (id, display_name_sealed) VALUES ('{account.AccountId}', {installation.SealedName("Compte inventé")});
            INSERT INTO participation.account_session (id, account_id, strong, started_at, expires_at)
                VALUES ('{account.SessionId}', '{account.AccountId}', {strong}, now(), now() + interval '1 hour');
            """);
        return account;
    }

    /// <summary>An account that holds <paramref name="role"/> in <paramref name="projectId"/> (none for an administrator).</summary>
    public static async Task<SignedIn> RoleAsync(this Installation installation, Role role, Guid? projectId, bool strong = false)
    {
        var account = await installation.AccountAsync(strong);
        var project = projectId is null ? "NULL" : $"'{projectId}'";
        await installation.ExecuteAsync($"""
            INSERT INTO participation.role_assignment (id, account_id, project_id, role, since)
                VALUES ('{Guid.CreateVersion7()}', '{account.AccountId}', {project}, '{Words.Of(role)}', now());
            """);
        return account;
    }

    /// <summary>A person enrolled in <paramref name="projectId"/>, with their record claimed by an account of their own.</summary>
    public static async Task<Person> PersonAsync(this Installation installation, Guid? projectId = null, string calledName = "Zéphyr l’Inventé")
    {
        var project = projectId ?? await installation.ProjectAsync();
        var person = Guid.CreateVersion7();
        var account = await installation.AccountAsync();
        var key = await installation.App.Services.GetRequiredService<IRecordKeys>().ForAsync(person, CancellationToken.None);
        var name = Convert.ToHexString(key.Seal(OpenRecordCommand.NameColumn, calledName));
        await installation.ExecuteAsync($"""
            INSERT INTO participation.service_user (service_user_id, account_id, called_name_sealed, language, opened_by, opened_at, version)
                VALUES ('{person}', '{account.AccountId}', '\x{name}', 'fr', '{account.AccountId}', now(), 1);
            INSERT INTO participation.enrolment (service_user_id, id, project_id, since) VALUES ('{person}', '{Guid.CreateVersion7()}', '{project}', now());
            """);
        return new Person(person, project, account);
    }

    /// <summary>Somebody in the person's circle, every tab open to them at <paramref name="level"/>; a practitioner of <paramref name="projectId"/>, or of the person's project.</summary>
    public static async Task<SignedIn> MemberAsync(this Installation installation, Person person, Role role, AccessLevel level, Guid? projectId = null, bool strong = false)
    {
        var project = projectId ?? person.ProjectId;
        var account = role == Role.Relative ? await installation.AccountAsync(strong) : await installation.RoleAsync(role, project, strong);
        await installation.JoinAsync(person, account, role, level, role == Role.Relative ? null : project);
        return account;
    }

    /// <summary>Puts an existing account into the person's circle, with the person's yes, and returns the membership's id; a practitioner may note together with them.</summary>
    public static async Task<Guid> JoinAsync(this Installation installation, Person person, SignedIn account, Role role, AccessLevel level, Guid? projectId)
    {
        var member = Guid.CreateVersion7();
        var open = $"'{Words.Of(level)}'";
        var project = projectId is null ? "NULL" : $"'{projectId}'";
        await installation.ExecuteAsync($"""
            INSERT INTO participation.circle_member
                (service_user_id, id, account_id, role, project_id, state, since, confirmed_at, together_until, quality_of_life, network, strengths, plan, coproduction, version)
                VALUES ('{person.ServiceUserId}', '{member}', '{account.AccountId}', '{Words.Of(role)}', {project}, 'active', now(), now(), {(role == Role.Practitioner ? "now() + interval '30 days'" : "NULL")},
                    {open}, {open}, {open}, {open}, {open}, 1);
            """);
        return member;
    }
}
