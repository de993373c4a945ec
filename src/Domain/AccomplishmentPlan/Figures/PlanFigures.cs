using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;

namespace Barometre.Domain.AccomplishmentPlan.Figures;

/// <summary>What became of an agreed action, for the figures.</summary>
/// <param name="Carrier">Who said yes to carrying it last; null when nobody.</param>
/// <param name="Due">The day by which it was to be done once; null when none, or when it comes back.</param>
/// <param name="DoneOn">The day it was done, where the person lives; null when it is not.</param>
public sealed record ActionOutcome(CarrierKind? Carrier, DateOnly? Due, DateOnly? DoneOn);

/// <summary>A plan in figures: of the agreed actions of goals taken on, dropped ones left out, how many are done, how many were done after their day, and who carries them.</summary>
/// <remarks>Nothing here depends on the day on which it is computed; what is late today is read from the plan.</remarks>
/// <param name="Goals">Goals that the person took on, whatever became of them.</param>
/// <param name="Reached">Those that are reached.</param>
/// <param name="Actions">Agreed actions of goals taken on, dropped ones left out.</param>
/// <param name="DoneLate">Done once, after the day by which they were to be.</param>
/// <param name="ByPerson">Actions that the person said yes to carrying; the next three, a practitioner, a relative, a partner outside.</param>
public sealed record PlanFigures(int Goals, int Reached, int Actions, int Done, int DoneLate, int ByPerson, int ByPractitioner, int ByRelative, int ByPartner)
{
    /// <summary>The version of these definitions, kept beside the figures.</summary>
    public const string Method = "plan-1";

    public static PlanFigures Of(IReadOnlyCollection<GoalState> goals, IReadOnlyCollection<ActionOutcome> actions)
    {
        int By(CarrierKind kind) => actions.Count(action => action.Carrier == kind);
        return new PlanFigures(
            goals.Count(state => state.IsTakenOn()),
            goals.Count(state => state == GoalState.Reached),
            actions.Count,
            actions.Count(action => action.DoneOn is not null),
            actions.Count(action => action.DoneOn > action.Due),
            By(CarrierKind.Person), By(CarrierKind.Practitioner), By(CarrierKind.Relative), By(CarrierKind.Partner));
    }
}

/// <summary>A plan in figures, as last computed.</summary>
public sealed class PlanSummary
{
    private PlanSummary()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public int Goals { get; private set; }

    public int Reached { get; private set; }

    public int Actions { get; private set; }

    public int Done { get; private set; }

    public int DoneLate { get; private set; }

    public int ByPerson { get; private set; }

    public int ByPractitioner { get; private set; }

    public int ByRelative { get; private set; }

    public int ByPartner { get; private set; }

    /// <summary>The version of the definitions.</summary>
    public string Method { get; private set; } = "";

    /// <summary>Stands for the very set of facts computed from.</summary>
    public long Inputs { get; private set; }

    public DateTimeOffset ComputedAt { get; private set; }

    public static PlanSummary For(Guid serviceUserId) => new() { ServiceUserId = serviceUserId };

    /// <summary>What it says.</summary>
    public PlanFigures Figures => new(Goals, Reached, Actions, Done, DoneLate, ByPerson, ByPractitioner, ByRelative, ByPartner);

    /// <summary>Takes on what was computed; false when it said so already, and then nothing changes.</summary>
    public bool Become(PlanFigures figures, long inputs, DateTimeOffset now)
    {
        if (Method == PlanFigures.Method && Inputs == inputs && Figures == figures)
        {
            return false;
        }

        (Goals, Reached, Actions, Done, DoneLate) = (figures.Goals, figures.Reached, figures.Actions, figures.Done, figures.DoneLate);
        (ByPerson, ByPractitioner, ByRelative, ByPartner) = (figures.ByPerson, figures.ByPractitioner, figures.ByRelative, figures.ByPartner);
        (Method, Inputs, ComputedAt) = (PlanFigures.Method, inputs, FactTime.Microseconds(now));
        return true;
    }
}

/// <summary>GAS T in one voice, as last computed.</summary>
public sealed class AttainmentFigure
{
    private AttainmentFigure()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Perspective Perspective { get; private init; }

    /// <summary>50 = as hoped, all in all.</summary>
    public double T { get; private set; }

    /// <summary>How many goals that hold are rated in that voice.</summary>
    public int Goals { get; private set; }

    /// <summary>The version of the definition.</summary>
    public string Method { get; private set; } = "";

    /// <summary>Stands for the very set of facts computed from.</summary>
    public long Inputs { get; private set; }

    public DateTimeOffset ComputedAt { get; private set; }

    public static AttainmentFigure For(Guid serviceUserId, Perspective perspective) => new() { ServiceUserId = serviceUserId, Perspective = perspective };

    /// <summary>Takes on what was computed; false when it said so already, and then nothing changes.</summary>
    public bool Become(double t, int goals, long inputs, DateTimeOffset now)
    {
        if (Method == GoalAttainment.Method && Inputs == inputs && T.Equals(t) && Goals == goals)
        {
            return false;
        }

        (T, Goals, Method, Inputs, ComputedAt) = (t, goals, GoalAttainment.Method, inputs, FactTime.Microseconds(now));
        return true;
    }
}
