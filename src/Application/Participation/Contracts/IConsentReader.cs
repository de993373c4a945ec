namespace Barometre.Application.Participation.Contracts;

/// <summary>Tells other modules what a person agreed to, as it is at this moment; what nobody answered is no.</summary>
public interface IConsentReader
{
    /// <summary>Whether the person agrees to that; their rows must be open to the request, or the answer is no.</summary>
    /// <remarks>A study is agreed to when the person said yes to it and no to none of its themes. Care, and another system, are agreed to by letting somebody in, until the person says no.</remarks>
    Task<bool> HasAgreedAsync(Guid serviceUserId, ConsentPurpose purpose, CancellationToken cancellationToken);

    /// <summary>Everybody who agrees to that, by the same rule, in the order of their ids; for the installation's own jobs, with every record open.</summary>
    Task<IReadOnlyList<Guid>> AgreedPeopleAsync(ConsentPurpose purpose, CancellationToken cancellationToken);

    /// <summary>The channels by which the person whose account this is wants no reminders, whatever they chose; asked for the caller's own account, or by the installation with every record open.</summary>
    Task<ReminderRefusals> RefusedRemindersAsync(Guid accountId, CancellationToken cancellationToken);
}

/// <summary>What a yes or a no is about.</summary>
/// <param name="Kind">As the API says it, for example <c>project_statistics</c>.</param>
/// <param name="Subject">Which project, study, theme of research, system or channel: an id or a code; empty when the kind has one only.</param>
public sealed record ConsentPurpose(string Kind, string Subject)
{
    /// <summary>That the circle accompanies the person with this record.</summary>
    public static ConsentPurpose Care { get; } = new("care", "");

    /// <summary>That the person may meet others in the community.</summary>
    public static ConsentPurpose Community { get; } = new("community", "");

    /// <summary>That reminders wait in the person's inbox.</summary>
    public static ConsentPurpose RemindersInInbox { get; } = new("reminders", "inbox");

    /// <summary>That a mail says to the person that something waits.</summary>
    public static ConsentPurpose RemindersByMail { get; } = new("reminders", "mail");

    /// <summary>That the person counts in a project's statistics.</summary>
    public static ConsentPurpose Statistics(Guid projectId) => new("project_statistics", projectId.ToString());

    /// <summary>That a study uses what the person noted, without their name.</summary>
    public static ConsentPurpose Study(Guid studyId) => new("research_study", studyId.ToString());

    /// <summary>That research on a theme does; a no outweighs the yes to any study of that theme.</summary>
    public static ConsentPurpose ResearchTheme(string theme) => new("research_theme", theme);

    /// <summary>That another system reads and writes what the person opened to it.</summary>
    public static ConsentPurpose Integrator(Guid accountId) => new("integrator", accountId.ToString());
}

/// <summary>By which channels a person wants no reminders.</summary>
public sealed record ReminderRefusals(bool Inbox, bool Mail);
