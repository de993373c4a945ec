using Barometre.Application.AccomplishmentPlan.Figures;
using Barometre.Application.Participation.Demonstrations;
using Barometre.Application.Participation.Projects;
using Barometre.Application.QualityOfLife.Change;
using Barometre.Application.QualityOfLife.Instruments;
using Barometre.Application.SocialNetwork.Measures;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;

namespace Barometre.WebApi.Demonstration;

/// <summary>Loads the demonstration through the ordinary use cases, each by whoever would do it, so that every rule, the register and the events hold for it too.</summary>
/// <remarks>Ids follow from names and from the moment the first load began: a load that was interrupted is gone on with, what is there already has no second effect.</remarks>
internal sealed class DemonstrationLoad(DemonstrationVoices voices, DemonstrationContent content, OneAtATime oneAtATime)
{
    // Beside the migrations' 5517040 and the persons' 5517041.
    private const int Lock = 5517042;

    private readonly HashSet<string> _departed = new(StringComparer.Ordinal);

    /// <summary>Loads what is missing; false when the demonstration was whole already. A second load at the same moment waits for the first, and then finds it whole.</summary>
    public async Task<bool> RunAsync(TextWriter says)
    {
        await using var held = await oneAtATime.HoldAsync(
            Lock, () => says.WriteLineAsync("Another load of the demonstration is at work: this one waits for it."), CancellationToken.None);
        var status = await voices.BeginAsync(content);
        if (status.FinishedAt is not null)
        {
            return false;
        }

        await SignInAsync();
        await AppointAsync();
        var instrument = await voices.SendAsync(new GetInstrumentQuery(null));
        IReadOnlyList<string> themes = [.. instrument.Spheres.SelectMany(sphere => sphere.Themes).Select(theme => theme.Code)];
        await EachAsync(content.Everybody(), person => new DemonstrationPerson(voices, content, person, _departed).LoadAsync(status.BegunAt, themes));
        await new DemonstrationImport(voices).RunAsync(DemonstrationProjects.IdOf("person", content.RealPerson.Key));
        await EachAsync(content.Everybody(), person => voices.ComputeAsync(new RecomputeChangeCommand(DemonstrationProjects.IdOf("person", person.Key), null)));
        await MapAsync(status.BegunAt);
        await PlanAsync(status.BegunAt);
        await ProposeAsync(status.BegunAt);
        await TalkAsync(status.BegunAt);
        await MeetAsync(status.BegunAt);
        await DepartAsync();
        await voices.SendAsync(new FinishDemonstrationCommand(DemonstrationProjects.Version));
        await voices.SignOutAsync();
        return true;
    }

    private async Task MapAsync(DateTimeOffset begunAt)
    {
        var networks = DemonstrationNetwork.Read();
        await EachAsync(content.Everybody().Where(person => networks.ContainsKey(person.Key)), async person =>
        {
            await new DemonstrationNetwork(voices, content, _departed).LoadAsync(person, networks[person.Key], begunAt);
            await voices.ComputeAsync(new RecomputeNetworkCommand(DemonstrationProjects.IdOf("person", person.Key)));
        });
    }

    private async Task PlanAsync(DateTimeOffset begunAt)
    {
        var plans = DemonstrationPlan.Read();
        await EachAsync(content.Everybody().Where(person => plans.ContainsKey(person.Key)), async person =>
        {
            await new DemonstrationPlan(voices, content, person, begunAt, _departed).LoadAsync(plans[person.Key]);
            await voices.ComputeAsync(new RecomputePlanCommand(DemonstrationProjects.IdOf("person", person.Key)));
        });
    }

    private Task ProposeAsync(DateTimeOffset begunAt)
    {
        var (proposals, plans) = (DemonstrationProposals.Read(), DemonstrationPlan.Read());
        return EachAsync(content.Everybody().Where(person => proposals.ContainsKey(person.Key)), person =>
            new DemonstrationProposals(voices, content, person, begunAt, plans[person.Key]).LoadAsync(proposals[person.Key]));
    }

    private Task TalkAsync(DateTimeOffset begunAt)
    {
        var (dialogues, plans) = (DemonstrationDialogue.Read(), DemonstrationPlan.Read());
        return EachAsync(content.Everybody().Where(person => dialogues.ContainsKey(person.Key)), person =>
            new DemonstrationDialogue(voices, content, person, begunAt, _departed).LoadAsync(dialogues[person.Key], plans.GetValueOrDefault(person.Key) ?? []));
    }

    private Task MeetAsync(DateTimeOffset begunAt)
    {
        var meetings = DemonstrationMeetings.Read();
        return EachAsync(
            content.Everybody().Where(person => meetings.ContainsKey(person.Key)), person => new DemonstrationMeetings(voices, content, person, begunAt).LoadAsync(meetings[person.Key]));
    }

    private Task SignInAsync() => EachAsync(content.Accounts(), account => voices.SignInAsync(account.Name, account.DisplayName));

    // Each account and each record by itself: as many at once as there is somebody to do the work.
    private static Task EachAsync<T>(IEnumerable<T> all, Func<T, Task> load) =>
        Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(Environment.ProcessorCount, 2, 4) }, async (one, _) => await load(one));

    /// <summary>The operator appoints the coordinators, who give everybody else their role.</summary>
    private async Task AppointAsync()
    {
        var coordinator = content.Staff.First(staff => staff.Role == Role.Coordinator);
        foreach (var project in coordinator.Projects)
        {
            await voices.SendAsync(new AppointDemonstrationCoordinatorCommand(
                DemonstrationProjects.IdOf("project", project), DemonstrationProjects.IdOf("role", $"{coordinator.Key}/{project}"), voices.AccountOf(coordinator.Account)));
        }

        foreach (var staff in content.Staff.Where(staff => staff != coordinator))
        {
            foreach (var project in staff.Projects)
            {
                try
                {
                    await voices.SendAsync(coordinator.Account, new GiveRoleCommand(
                        DemonstrationProjects.IdOf("project", project), DemonstrationProjects.IdOf("role", $"{staff.Key}/{project}"), voices.AccountOf(staff.Account), staff.Role));
                }
                catch (RuleViolation over) when (staff.Departs && over.Error.Equals(ParticipationErrors.IdTaken))
                {
                    // An earlier load got as far as their departure: what they did is there.
                    _departed.Add(staff.Key);
                }
            }
        }
    }

    private async Task DepartAsync()
    {
        var coordinator = content.Staff.First(staff => staff.Role == Role.Coordinator);
        foreach (var staff in content.Staff.Where(staff => staff.Departs))
        {
            foreach (var project in staff.Projects)
            {
                await voices.SendAsync(coordinator.Account, new EndRoleCommand(DemonstrationProjects.IdOf("project", project), DemonstrationProjects.IdOf("role", $"{staff.Key}/{project}")));
            }
        }
    }
}
