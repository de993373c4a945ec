using System.Net;
using Barometre.IntegrationTests.Participation.Accounts;
using Barometre.WebApi.Verbs;

namespace Barometre.IntegrationTests.Participation;

[Collection(InstallationTests.Name)]
public sealed class FirstAdministratorTests(Installation installation)
{
    [Fact]
    public async Task An_operator_appoints_an_account_and_saying_it_twice_appoints_it_once()
    {
        using var front = new Front(installation);
        var name = Front.NewName();
        var account = await front.RegisterAsync(name);

        await AdministratorVerb.AppointAsync(installation.App, name);
        await AdministratorVerb.AppointAsync(installation.App, name);

        await using var held = installation.Owner.CreateCommand(
            $"SELECT count(*) FROM participation.role_assignment WHERE account_id = '{account}' AND role = 'administrator' AND project_id IS NULL AND until IS NULL");
        Assert.Equal(1L, await held.ExecuteScalarAsync());
    }

    [Fact]
    public async Task An_administrator_just_appointed_still_needs_a_second_factor()
    {
        using var front = new Front(installation);
        var name = Front.NewName();
        await front.RegisterAsync(name);
        await AdministratorVerb.AppointAsync(installation.App, name);
        await front.SignInAsync(name);

        using var answer = await front.SendAsync(HttpMethod.Get, "organisations");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_name_that_nobody_signs_in_with_is_refused() =>
        await Assert.ThrowsAsync<VerbMisused>(() => AdministratorVerb.AppointAsync(installation.App, Front.NewName()));
}
