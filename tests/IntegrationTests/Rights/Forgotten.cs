using System.Globalization;
using Barometre.Application.Rights.Retention;
using Barometre.Domain.Rights.Retention;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;

namespace Barometre.IntegrationTests.Rights;

/// <summary>Records that nobody came back to, and the nights that pass over them.</summary>
internal static class Forgotten
{
    /// <summary>A record of which nothing was seen for so many months.</summary>
    /// <param name="months">How long the project keeps records.</param>
    public static async Task<Given.Person> ForgottenAsync(this Installation installation, int? months, int monthsAgo)
    {
        var person = await installation.PersonAsync();
        await installation.ExecuteAsync($"""
            UPDATE participation.project SET retention_months = {months?.ToString(CultureInfo.InvariantCulture) ?? "NULL"} WHERE id = '{person.ProjectId}';
            UPDATE participation.service_user SET opened_at = now() - interval '{monthsAgo} months' WHERE service_user_id = '{person.ServiceUserId}';
            UPDATE participation.account_session SET started_at = now() - interval '{monthsAgo} months' WHERE account_id = '{person.Account.AccountId}';
            """);
        return person;
    }

    /// <summary>The night's look, and what it did about that record.</summary>
    public static async Task<RetentionStep> StepAsync(this Installation installation, Given.Person person) =>
        (await installation.SendAsync(new RunRetentionCommand(DryRun: false))).SingleOrDefault(act => act.ServiceUserId == person.ServiceUserId)?.Step ?? RetentionStep.None;

    /// <summary>What was announced for later, and told with its day, is for now.</summary>
    /// <param name="column"><c>closes_at</c> or <c>erases_at</c>.</param>
    public static Task PassAsync(this Installation installation, Given.Person person, string column) => installation.ExecuteAsync($"""
        UPDATE rights.keeping SET {column} = now() - interval '1 hour' WHERE service_user_id = '{person.ServiceUserId}';
        UPDATE accomplishment_plan.reminder SET day = ((now() - interval '1 hour') AT TIME ZONE 'UTC')::date
         WHERE service_user_id = '{person.ServiceUserId}' AND kind = 'record_{column.Replace("_at", "", StringComparison.Ordinal)}';
        """);

    /// <summary>Somebody whom the law lets act for the person, recorded as long ago as the record was forgotten; with their account.</summary>
    public static async Task<Given.SignedIn> RepresentedLongAgoAsync(this Installation installation, Given.Person person, bool decidesRights)
    {
        var representative = await installation.AccountAsync();
        await installation.ExecuteAsync($"""
            INSERT INTO participation.representative (service_user_id, id, project_id, account_id, kind, reads, decides_rights, ground_sealed, starts_on, ends_on, recorded_by, recorded_at, version)
                VALUES ('{person.ServiceUserId}', '{Guid.CreateVersion7()}', '{person.ProjectId}', '{representative.AccountId}', 'tutor', ARRAY['plan'], {decidesRights}, '\x00',
                    current_date - 900, current_date + 300, '{representative.AccountId}', now() - interval '30 months', 1);
            """);
        return representative;
    }

    /// <summary>What stands in an account's inbox about that record, as kinds.</summary>
    public static async Task<string[]> ToldAsync(this Installation installation, Given.SignedIn account, Given.Person person) =>
    [
        .. (await account.Client(installation).JsonAsync("/api/v1/account/reminders")).GetProperty("items").EnumerateArray()
            .Where(one => one.GetProperty("serviceUserId").GetGuid() == person.ServiceUserId).Select(one => one.GetProperty("kind").GetString()!).Order(StringComparer.Ordinal),
    ];
}
