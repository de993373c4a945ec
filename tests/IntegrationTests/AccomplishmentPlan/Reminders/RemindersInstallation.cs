using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Barometre.Application.AccomplishmentPlan.Reminders;
using Barometre.Application.Shared;
using Barometre.IntegrationTests.Jobs;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests.AccomplishmentPlan.Reminders;

/// <summary>An installation whose operator configured mail, by a little server of the tests' own.</summary>
public sealed partial class RemindersInstallation : Installation
{
    public const string Where = "https://barometre.example/rappels";
    public const string Api = "/api/v1/account/reminders";

    internal static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);

    internal LittleMailServer Mail { get; } = new();

    /// <summary>The day it is in Toronto, where the tests' people live.</summary>
    internal static DateOnly Today { get; } = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("America/Toronto")).DateTime);

    internal static object Choices(string[] kinds, int daysBefore = 3, bool byMail = false) =>
        new { kinds, daysBefore, timeZone = "America/Toronto", at = "09:00:00", byMail };

    /// <summary>Chooses for the first time.</summary>
    internal static Task<HttpResponseMessage> ChooseAsync(HttpClient client, string[] kinds, int daysBefore = 3, bool byMail = false) =>
        client.PutAsync($"{Api}/choices", Choices(kinds, daysBefore, byMail), 0);

    /// <summary>Gives an address and confirms it with the code from the mail.</summary>
    internal async Task<string> ConfirmedAddressAsync(HttpClient client)
    {
        var address = $"{Guid.CreateVersion7():n}@exemple.example";
        await client.PutAsync($"{Api}/address", new { address }).AnswersAsync(HttpStatusCode.OK);
        await Eventually.HappensAsync(() => Mail.To(address).Count == 1, Soon);
        await client.PostAsync($"{Api}/address/confirmation", new { code = CodeIn(Mail.To(address)[0]) }).AnswersAsync(HttpStatusCode.NoContent);
        return address;
    }

    internal static string CodeIn(LittleMailServer.TakenMail mail) => Digits().Match(mail.Words).Value;

    /// <summary>The minute's look, as if the moment of these accounts had come.</summary>
    internal async Task<RemindReport> LookAsync(params Guid[] accounts)
    {
        foreach (var account in accounts)
        {
            await ExecuteAsync($"UPDATE accomplishment_plan.reminder_choices SET next_at = now() - interval '1 second' WHERE account_id = '{account}'");
        }

        return await this.SendAsync(new RemindCommand());
    }

    internal static async Task<IReadOnlyList<JsonElement>> InboxAsync(HttpClient client, string query = "") =>
        [.. (await client.JsonAsync($"{Api}{query}")).GetProperty("items").EnumerateArray()];

    /// <summary>An action of the person's plan that is under way, carried by an account, or by the person themself.</summary>
    internal async Task<Guid> ActionAsync(Given.Person person, Guid? carrier, DateOnly? due, string carrying = "accepted")
    {
        var (goal, action) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (account, kind) = carrier is null ? ("NULL", "person") : ($"'{carrier}'", "practitioner");
        var key = await App.Services.GetRequiredService<IRecordKeys>().ForAsync(person.ServiceUserId, CancellationToken.None);
        var words = Convert.ToHexString(key.Seal("accomplishment_plan.action_wording.what", "Nourrir le loup blanc"));
        var (id, by) = (person.ServiceUserId, person.Account.AccountId);
        await ExecuteAsync($"""
            INSERT INTO accomplishment_plan.goal (service_user_id, id, written_by, perspective, setting, at, state, state_since, version)
                VALUES ('{id}', '{goal}', '{by}', 'service_user', 'alone', now(), 'under_way', now(), 1);
            INSERT INTO accomplishment_plan.action (service_user_id, id, goal_id, written_by, perspective, setting, at, state, state_since, carrying, carrier_kind, version)
                VALUES ('{id}', '{action}', '{goal}', '{by}', 'service_user', 'alone', now(), 'to_do', now(), '{carrying}', '{kind}', 1);
            INSERT INTO accomplishment_plan.carried_action (service_user_id, action_id, account_id, carrying, since) VALUES ('{id}', '{action}', {account}, '{carrying}', now());
            INSERT INTO accomplishment_plan.action_wording
                (service_user_id, id, action_id, what_sealed, due, days, author_id, perspective, setting, at, device_at, recorded_at)
                VALUES ('{id}', '{Guid.CreateVersion7()}', '{action}', '\x{words}', {Day(due)}, '{"{}"}', '{by}', 'service_user', 'alone', now(), now(), now());
            """);
        return action;
    }

    /// <summary>An event of the plan, as the command that it tells of would leave it.</summary>
    internal Task HappenAsync(string happened, Given.Person person, Guid action) => ExecuteAsync($$"""
        INSERT INTO accomplishment_plan.outbox (service_user_id, id, event, payload) VALUES ('{{person.ServiceUserId}}', '{{Guid.CreateVersion7()}}', '{{happened}}',
            '{"ServiceUserId":"{{person.ServiceUserId}}","GoalId":"{{Guid.CreateVersion7()}}","ActionId":"{{action}}"}')
        """);

    protected override void Configure(WebApplicationBuilder builder) => builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["BAROMETRE_SMTP_HOST"] = "127.0.0.1", ["BAROMETRE_SMTP_PORT"] = Mail.Port.ToString(CultureInfo.InvariantCulture), ["BAROMETRE_SMTP_TLS"] = "false",
        ["BAROMETRE_SMTP_FROM"] = "rappels@barometre.example", ["BAROMETRE_PUBLIC_URL"] = Where, ["BAROMETRE_JOBS_PAUSES"] = "00:00:00.2,00:00:00.2,00:00:00.4",
    });

    private static string Day(DateOnly? day) => day is { } known ? $"'{known:yyyy-MM-dd}'" : "NULL";

    [GeneratedRegex(@"\b\d{8}\b", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}
