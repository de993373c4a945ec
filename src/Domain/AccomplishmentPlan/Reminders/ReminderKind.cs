namespace Barometre.Domain.AccomplishmentPlan.Reminders;

/// <summary>What somebody is told of: most of it as they chose, some because the law wants it.</summary>
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

    /// <summary>Their record, or one whose person they act for, accompany or coordinate, will be closed to everybody but the person, because nobody was there for long; never chosen.</summary>
    RecordCloses,

    /// <summary>Their record, or such a one, will be erased; never chosen.</summary>
    RecordErases,

    /// <summary>Their record, or one of the project that they coordinate, was opened in an emergency; never chosen.</summary>
    RecordOpened,

    /// <summary>Somebody is recorded as representing them, until the day that the notice says; never chosen.</summary>
    Represented,

    /// <summary>A person of the project that they coordinate contests that somebody represents them; never chosen.</summary>
    Contested,
}

/// <summary>Which kinds are not for anybody to choose.</summary>
public static class ReminderKinds
{
    public static readonly IReadOnlyList<ReminderKind> OfTheLaw =
    [
        ReminderKind.RecordCloses, ReminderKind.RecordErases, ReminderKind.RecordOpened, ReminderKind.Represented, ReminderKind.Contested,
    ];
}
