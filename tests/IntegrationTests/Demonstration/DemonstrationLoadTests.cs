using Barometre.Application.Participation.Accounts;
using Barometre.Domain.Participation.Accounts;
using Barometre.WebApi.Demonstration;
using Barometre.WebApi.Verbs;

namespace Barometre.IntegrationTests.Demonstration;

[Collection(LoadedDemonstration.Collection)]
public sealed class DemonstrationLoadTests(LoadedDemonstration demonstration)
{
    // Words that nobody is called by: whoever is added to the content needs one too.
    private static readonly string[] Invented =
    [
        "Fictive", "Inventé", "Imaginaire", "Pour-Rire", "Exemple", "Personnage", "Delalune", "Quinexistepas", "Denullepart", "Conte", "Fable", "Roman", "Légende", "Promenade",
        "Modèle", "Partie", "Coordination", "Recherche", "données ouvertes",
    ];

    private static readonly string[] Facts =
    [
        "participation.account", "participation.service_user", "participation.enrolment", "participation.circle_member", "participation.role_assignment",
        "quality_of_life.assessment", "quality_of_life.answer", "quality_of_life.comment", "quality_of_life.comment_closing", "quality_of_life.star",
        "social_network.fact",
        "accomplishment_plan.goal", "accomplishment_plan.goal_step", "accomplishment_plan.level_rating", "accomplishment_plan.action", "accomplishment_plan.carrying_fact",
    ];

    [Fact]
    public async Task It_is_loaded_once()
    {
        var before = await CountsAsync();

        var again = await demonstration.LoadAsync();

        Assert.False(again);
        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public void Of_two_loads_at_the_same_moment_one_loads_and_the_other_waits_and_says_so()
    {
        Assert.Equal([false, true], demonstration.WasLoaded.Order());
        Assert.Single(demonstration.Said.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => line.StartsWith("Another load", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_load_that_was_interrupted_is_gone_on_with_and_doubles_nothing()
    {
        var before = await CountsAsync();
        await demonstration.Installation.ExecuteAsync("UPDATE participation.demonstration SET finished_at = NULL");

        var completed = await demonstration.LoadAsync();

        Assert.True(completed);
        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public async Task It_leaves_nobody_signed_in() =>
        Assert.Equal(0, await demonstration.CountAsync("participation.account_session WHERE ended_at IS NULL"));

    [Fact]
    public async Task Its_password_opens_nothing_outside_demonstration_projects()
    {
        var outside = await demonstration.CountAsync(
            "participation.role_assignment held LEFT JOIN participation.project ON project.id = held.project_id WHERE held.until IS NULL AND project.demonstration IS NOT TRUE");

        Assert.Equal(0, outside);
        Assert.True(PasswordPolicy.IsLong(DemonstrationContent.Password));
    }

    [Fact]
    public void Everybody_in_it_is_clearly_invented()
    {
        var names = demonstration.Content.Everybody().Select(person => person.CalledName).Concat(demonstration.Content.Staff.Select(staff => staff.Name)).ToList();

        Assert.True(demonstration.Content.People.Count >= 12);
        Assert.All(names, name => Assert.Contains(Invented, word => name.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_account_of_the_same_name_that_is_somebody_elses_stops_the_load()
    {
        var voices = new DemonstrationVoices(demonstration.Installation.App);
        await voices.SignInAsync("quelqu-un-d-autre", null);
        var ticket = await voices.SendAsync(new CountAttemptCommand(AttemptKind.Confirm, null, "ailleurs"));
        await voices.SendAsync("quelqu-un-d-autre", new ChangePasswordCommand(ticket, DemonstrationContent.Password, "une-autre-phrase-bien-longue"));

        await Assert.ThrowsAsync<VerbMisused>(() => new DemonstrationVoices(demonstration.Installation.App).SignInAsync("quelqu-un-d-autre", null));
        await voices.SignOutAsync();
    }

    [Fact]
    public async Task The_walk_through_works_on_it_and_can_be_made_again()
    {
        using var said = new StringWriter();

        await new SmokeWalk(demonstration.Installation.Address, said).RunAsync();
        await new SmokeWalk(demonstration.Installation.Address, said).RunAsync();

        Assert.Equal(2, said.ToString().Split("She signs out").Length - 1);
        await demonstration.Installation.ExecuteAsync("UPDATE participation.account_session SET ended_at = now() WHERE ended_at IS NULL");
    }

    private async Task<Dictionary<string, long>> CountsAsync()
    {
        Dictionary<string, long> counts = [];
        foreach (var table in Facts)
        {
            counts[table] = await demonstration.CountAsync(table);
        }

        return counts;
    }
}
