namespace Barometre.Application.Shared.Mail;

/// <summary>Sends mail, when the operator said through whom.</summary>
public interface IMailer
{
    /// <summary>False when this installation sends no mail.</summary>
    bool Available { get; }

    /// <summary>Where people find the application; where a mail leads.</summary>
    Uri? Address { get; }

    /// <summary>Hands a mail over; returns when the operator's server has taken it.</summary>
    Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

/// <summary>A mail in plain text.</summary>
/// <param name="Id">The same for the same mail sent again: mail servers and readers drop the second.</param>
/// <param name="To">One address.</param>
public sealed record OutgoingMail(Guid Id, string To, string Subject, string Text);

/// <summary>Seals what belongs to an account rather than to a record, by the installation's key ring, as sign-in names are.</summary>
public interface IAccountSeal
{
    byte[] Seal(string purpose, string text);

    string Open(string purpose, byte[] sealedText);
}
