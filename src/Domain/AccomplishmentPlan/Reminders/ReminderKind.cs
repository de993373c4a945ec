namespace Barometre.Domain.AccomplishmentPlan.Reminders;

/// <summary>What somebody may choose to be reminded of.</summary>
public enum ReminderKind
{
    /// <summary>An action they carry falls due soon, or today.</summary>
    DueSoon,

    /// <summary>The day of an action they carry has gone by; said once, not every day.</summary>
    Late,

    /// <summary>An action they carry comes back today.</summary>
    Today,

    /// <summary>The day on which the plan is to be looked at together is near.</summary>
    ReviewNear,

    /// <summary>Somebody asks them to carry an action.</summary>
    Asked,

    /// <summary>Somebody took on an action that they wrote, or of their own plan.</summary>
    Accepted,
}
