using Barometre.Domain.Shared;

namespace Barometre.Domain.AccomplishmentPlan.Reminders;

/// <summary>What is refused about reminders, each code once.</summary>
public static class ReminderErrors
{
    public static readonly Error UnknownTimeZone = new(
        "accomplishment-plan.reminder-time-zone",
        "Ce fuseau horaire n’est pas connu (exemple : America/Toronto, Europe/Paris). Rien n’a été changé.",
        "This time zone is not known (for example America/Toronto, Europe/Paris). Nothing was changed.");

    public static readonly Error QuietHoursUnclear = new(
        "accomplishment-plan.reminder-quiet-hours",
        "Les heures calmes ont un début et une fin, à la minute, différents l’un de l’autre. Rien n’a été changé.",
        "Quiet hours have a beginning and an end, to the minute, that differ. Nothing was changed.");

    public static readonly Error NoMail = new(
        "accomplishment-plan.reminder-no-mail",
        "Cette installation n’envoie pas de courriels. Rien n’a été changé ; les rappels arrivent ici.",
        "This installation sends no mail. Nothing was changed; reminders arrive here.");

    public static readonly Error NoAddress = new(
        "accomplishment-plan.reminder-no-address",
        "Confirmez d’abord une adresse avec le code qui y est envoyé. Rien n’a été changé.",
        "Confirm an address first, with the code that is sent to it. Nothing was changed.");

    public static readonly Error NotAnAddress = new(
        "accomplishment-plan.reminder-not-an-address",
        "Cela ne ressemble pas à une adresse de courriel. Rien n’a été changé.",
        "This does not look like an e-mail address. Nothing was changed.");

    public static readonly Error CodeJustSent = new(
        "accomplishment-plan.reminder-code-just-sent",
        "Un code vient d’être envoyé. Attendez un peu avant d’en demander un autre. Rien n’a été changé.",
        "A code was sent a moment ago. Wait a little before asking for another. Nothing was changed.");

    public static readonly Error WrongCode = new(
        "accomplishment-plan.reminder-wrong-code",
        "Ce code n’est pas, ou plus, le bon. Vérifiez le dernier courriel, ou demandez un nouveau code.",
        "This is not, or no longer, the right code. Look at the latest mail, or ask for a new code.");
}
