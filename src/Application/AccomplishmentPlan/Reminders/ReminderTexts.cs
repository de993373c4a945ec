using Barometre.Application.Shared.Mail;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>The words of the mails, in both languages: they name nobody, nothing of a record, and no reason.</summary>
internal static class ReminderTexts
{
    public static OutgoingMail SomethingWaits(Guid id, string to, Uri where) => new(
        id, to, "Quelque chose vous attend · Something waits for you",
        $"""
        Quelque chose vous attend ici :
        {where}

        Something waits for you here:
        {where}

        Vous avez choisi de recevoir ce message ; vous pouvez l’arrêter au même endroit.
        You chose to receive this message; you can stop it in the same place.
        """);

    public static OutgoingMail Code(Guid id, string to, string code) => new(
        id, to, "Votre code · Your code",
        $"""
        Votre code, valable 30 minutes : {code}
        Si vous n’avez rien demandé, ne faites rien : cette adresse ne sera pas utilisée.

        Your code, valid for 30 minutes: {code}
        If you asked for nothing, do nothing: this address will not be used.
        """);
}
