using System.Net;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Participation.Accounts;
using Barometre.Infrastructure.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests.Participation.Accounts;

/// <summary>The name that an account is shown by stands nowhere in clear, and everybody whom it is shown to reads it.</summary>
[Collection(InstallationTests.Name)]
public sealed class SealedNamesTests(Installation installation)
{
    [Fact]
    public async Task A_name_that_is_chosen_is_sealed_and_shown_to_the_people_one_accompanies()
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read);

        await practitioner.Client(installation).PutAsync("/api/v1/account/display-name", new { displayName = " Inès Scellée " }).AnswersAsync(HttpStatusCode.NoContent);

        var circle = await person.Account.Client(installation).JsonAsync($"/api/v1/service-users/{person.ServiceUserId}/circle");
        Assert.Contains(circle.EnumerateArray(), member => member.GetProperty("displayName").GetString() == "Inès Scellée");
        Assert.Equal("", await ClearAsync(practitioner.AccountId));
        Assert.Equal("Inès Scellée", (await practitioner.Client(installation).JsonAsync("/api/v1/account/standing")).GetProperty("displayName").GetString());
    }

    [Fact]
    public async Task Whom_one_can_invite_are_in_the_order_of_their_names()
    {
        var person = await installation.PersonAsync();
        foreach (var name in new[] { "Zoé Inventée", "élise Inventée", "Anne Inventée" })
        {
            var practitioner = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
            await installation.ExecuteAsync($"UPDATE participation.account SET display_name_sealed = {installation.SealedName(name)} WHERE id = '{practitioner.AccountId}'");
        }

        var candidates = await person.Account.Client(installation).JsonAsync($"/api/v1/service-users/{person.ServiceUserId}/circle/candidates");

        Assert.Equal(["Anne Inventée", "élise Inventée", "Zoé Inventée"], candidates.EnumerateArray().Select(one => one.GetProperty("displayName").GetString()));
    }

    [Fact]
    public async Task Names_from_before_are_sealed_when_the_installation_is_upgraded()
    {
        var account = await installation.AccountAsync();
        await installation.ExecuteAsync($"UPDATE participation.account SET display_name = 'Compte d’avant', display_name_sealed = NULL WHERE id = '{account.AccountId}'");

        await installation.App.Services.GetRequiredService<Migrator>().MigrateAsync(CancellationToken.None);

        Assert.Equal(0L, await installation.OneAsync<long>("SELECT count(*) FROM participation.account WHERE display_name <> ''"));
        Assert.Equal("Compte d’avant", (await account.Client(installation).JsonAsync("/api/v1/account/standing")).GetProperty("displayName").GetString());
    }

    [Fact]
    public async Task With_keys_that_are_not_the_installations_no_name_is_sealed()
    {
        var account = await installation.AccountAsync();
        var known = installation.App.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector(AccountStore.NamePurpose).Protect([1, 2, 3]);
        await installation.ExecuteAsync($"UPDATE participation.account SET display_name = 'Compte d’avant', name_sealed = decode('{Convert.ToHexString(known)}', 'hex') WHERE id = '{account.AccountId}'");
        await using var connection = await installation.Owner.OpenConnectionAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => new SealDisplayNames(new EphemeralDataProtectionProvider(), installation.App.Services.GetRequiredService<IAccountSeal>()).RunAsync(connection, default));

        Assert.Equal("Compte d’avant", await ClearAsync(account.AccountId));
        await installation.ExecuteAsync($"UPDATE participation.account SET display_name = '', name_sealed = NULL WHERE id = '{account.AccountId}'");
    }

    private Task<string> ClearAsync(Guid account) => installation.OneAsync<string>($"SELECT display_name FROM participation.account WHERE id = '{account}'");
}
