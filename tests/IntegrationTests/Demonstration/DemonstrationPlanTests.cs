using Barometre.Application.AccomplishmentPlan.Actions;
using Barometre.Application.AccomplishmentPlan.Readings;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;

namespace Barometre.IntegrationTests.Demonstration;

/// <summary>The plans that the demonstration's records tell.</summary>
[Collection(LoadedDemonstration.Collection)]
public sealed class DemonstrationPlanTests(LoadedDemonstration demonstration)
{
    [Fact]
    public async Task Not_my_medication_three_goals_of_their_own_and_the_refused_one_holds_nobody()
    {
        var plan = await demonstration.AskAsync("demo-basile", new GetPlanQuery(LoadedDemonstration.Person("basile"), null));
        var attainment = await demonstration.AskAsync("demo-basile", new GetAttainmentQuery(LoadedDemonstration.Person("basile")));
        var mine = await demonstration.AskAsync("demo-ines", new ListMyActionsQuery(null, 50));

        Assert.Equal([GoalState.Declined, GoalState.UnderWay, GoalState.Adopted, GoalState.Adopted], plan.Goals.Select(goal => goal.State));
        Assert.Equal([false, true, true, true], plan.Goals.Select(goal => goal.Holds));
        Assert.Equal([Perspective.ServiceUser, Perspective.Practitioner], attainment.Select(voice => voice.Perspective));
        Assert.All(attainment, voice => Assert.Equal(50, voice.Points[^1].T));
        Assert.Contains(mine.Items, action => action.Shown?.Action.What == "Remplir le formulaire ensemble");
    }

    [Fact]
    public async Task Someone_left_and_what_they_carried_waits_for_somebody_else()
    {
        var plan = await demonstration.AskAsync("demo-flore", new GetPlanQuery(LoadedDemonstration.Person("flore"), null));

        var left = Assert.Single(plan.Goals[0].Actions, action => action.Carrier is { Kind: CarrierKind.Practitioner });
        Assert.Equal((true, Carrying.Accepted, false), (left.Carrier!.Left, left.Carrier.Carrying, left.Holds));
    }
}
