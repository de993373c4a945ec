using System.Net;
using Barometre.Application.CoProduction.Degrees;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccomplishmentPlan;
using Barometre.IntegrationTests.Jobs;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.IntegrationTests.Strengths;
using Microsoft.Extensions.DependencyInjection;
using static Barometre.IntegrationTests.CoProduction.Proposed;

namespace Barometre.IntegrationTests.CoProduction;

/// <summary>What jobs keep up event by event must be what a full recomputation finds.</summary>
public sealed class DegreeJobsTests(Installation installation) : IClassFixture<Installation>
{
    [Fact]
    public async Task Whatever_it_is_computed_from_changes_jobs_follow_and_a_full_recomputation_finds_nothing_that_differs()
    {
        var project = await installation.ProjectAsync();
        List<Given.Person> people = [];
        foreach (var act in Acts)
        {
            var person = await installation.PersonAsync(project);
            people.Add(person);
            await act(installation, person, person.Account.Client(installation), (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation));
        }

        await Eventually.HappensAsync(
            async () => await installation.App.Services.GetRequiredService<IBackgroundJobs>().CountAsync(CancellationToken.None) is { Outbox: 0, Waiting: 0, Running: 0 }, TimeSpan.FromSeconds(60));
        foreach (var person in people)
        {
            Assert.Equal(0, await installation.SendAsync(new RecomputeDegreeCommand(person.ServiceUserId)));
            Assert.Equal(2L, await installation.OneAsync<long>($"SELECT count(*) FROM coproduction.degree WHERE service_user_id = '{person.ServiceUserId}'"));
        }
    }

    /// <summary>One act of each module that tells of acts, the only one in its record.</summary>
    private static IEnumerable<Func<Installation, Given.Person, HttpClient, HttpClient, Task>> Acts =>
    [
        (_, person, own, _) => own.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [Rated.Answer("needs.housing", 40)]).AnswersAsync(HttpStatusCode.Created),
        (installation, person, _, _) => installation.StarsAsync(person, "needs.housing"),
        (_, person, _, practitioner) => practitioner.NameAsync(person.ServiceUserId, Guid.CreateVersion7(), Strong.Said("Tu dessines"), setting: "joint").AnswersAsync(HttpStatusCode.OK),
        (_, person, own, _) => own.GoalAsync(person.ServiceUserId, "Marcher", adopted: true),
        (_, person, _, practitioner) => practitioner.ProposeAsync(person.ServiceUserId, Stars("needs.income")),
    ];
}
