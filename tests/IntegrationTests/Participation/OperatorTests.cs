using Barometre.Application.Participation.Register;
using Barometre.Application.QualityOfLife.Import;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using Barometre.WebApi.Demonstration;
using Barometre.WebApi.Verbs;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests.Participation;

[Collection(InstallationTests.Name)]
public sealed class OperatorTests(Installation installation)
{
    [Fact]
    public async Task A_name_that_nobody_has_opens_a_record_in_the_demonstration_project_once()
    {
        var id = await LoadAsync("Essai Inventé");
        var (again, opening) = await PersonNamed.FindOrNewAsync(installation.App, "essai invente", null);

        Assert.Equal((id, null), (again, opening));
        Assert.Equal(
            DemonstrationProjects.First(DemonstrationContent.Read()).ToString(),
            await ScalarAsync($"SELECT project_id FROM participation.enrolment WHERE service_user_id = '{id}' AND until IS NULL"));
    }

    [Fact]
    public async Task A_refused_import_for_somebody_new_leaves_no_record()
    {
        var refused = await Assert.ThrowsAsync<ImportRefused>(() => LoadAsync("Refus Inventé", new SelfRatingsLine(3, default, [], "not a line")));
        var (_, opening) = await PersonNamed.FindOrNewAsync(installation.App, "Refus Inventé", null);

        Assert.Equal([3], refused.Faults.Select(fault => fault.Line));
        Assert.NotNull(opening);
    }

    [Fact]
    public async Task An_unknown_id_and_an_unknown_project_are_refused()
    {
        await Assert.ThrowsAsync<VerbMisused>(() => PersonNamed.FindOrNewAsync(installation.App, Guid.CreateVersion7().ToString(), null));
        await Assert.ThrowsAsync<VerbMisused>(() => PersonNamed.FindOrNewAsync(installation.App, "Autre Essai Inventé", "Projet introuvable"));
    }

    [Fact]
    public async Task What_an_operator_does_on_a_record_is_in_its_register_and_what_a_job_does_is_not()
    {
        var person = await installation.PersonAsync();

        await ImportAsync(person, byOperator: true);
        await ImportAsync(person, byOperator: false);

        var entry = Assert.Single(await RegisterAsync(person));
        Assert.Equal((RegisterGround.Operator, Tab.QualityOfLife, true, "ImportSelfRatings"), (entry.Ground, entry.Tab, entry.Wrote, entry.UseCase));
        Assert.Equal("by the installation’s operator, on the command line", entry.Why.En);
        Assert.Null(entry.AccountId);
        Assert.Equal(0, await VerifyRegisterVerb.VerifyAsync(installation.App, person.ServiceUserId));
    }

    private async Task<Guid> LoadAsync(string name, params SelfRatingsLine[] lines)
    {
        var (id, opening) = await PersonNamed.FindOrNewAsync(installation.App, name, null);
        await using var scope = installation.App.InstallationScope();
        await ImportVerb.LoadAsync(scope.ServiceProvider, opening, new ImportSelfRatingsCommand(id, "barometre-qol@1.0.0", lines.ToAsyncEnumerable(), SkipBad: false, Progress: null));
        return id;
    }

    private async Task ImportAsync(Given.Person person, bool byOperator)
    {
        await using var scope = installation.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation(byOperator);
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new ImportSelfRatingsCommand(person.ServiceUserId, "barometre-qol@1.0.0", AsyncEnumerable.Empty<SelfRatingsLine>(), SkipBad: false, Progress: null));
    }

    private async Task<IReadOnlyList<RegisterLineView>> RegisterAsync(Given.Person person)
    {
        await using var scope = installation.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().IsAccount(person.Account.AccountId, person.Account.SessionId);
        return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ReadRegisterQuery(person.ServiceUserId, null, 10))).Items;
    }

    private async Task<string> ScalarAsync(string sql)
    {
        await using var command = installation.Owner.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())!.ToString()!;
    }
}
