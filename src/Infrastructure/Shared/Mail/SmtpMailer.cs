using System.Globalization;
using System.Net;
using System.Net.Mail;
using Barometre.Application.Shared.Mail;
using Microsoft.Extensions.Configuration;

namespace Barometre.Infrastructure.Shared.Mail;

/// <summary>Mail through the operator's SMTP server.</summary>
/// <remarks>Settings: <c>BAROMETRE_SMTP_HOST</c>, <c>_PORT</c>, <c>_FROM</c>, <c>_USER</c>, <c>_PASSWORD</c>, <c>_TLS</c>; <c>BAROMETRE_PUBLIC_URL</c>, where the mails lead.
/// The platform's own client: MailKit cannot be had here (docs/decisions/0002). It speaks STARTTLS, not TLS from the first byte; a relay of the operator's does the rest.</remarks>
internal sealed class SmtpMailer(IConfiguration configuration) : IMailer
{
    private const int Submission = 587;

    // A server that takes longer is as good as down: the job tries again later.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string? _host = configuration["BAROMETRE_SMTP_HOST"];
    private readonly string? _from = configuration["BAROMETRE_SMTP_FROM"];

    public bool Available => !string.IsNullOrEmpty(_host) && !string.IsNullOrEmpty(_from) && Address is not null;

    public Uri? Address { get; } = Uri.TryCreate(configuration["BAROMETRE_PUBLIC_URL"], UriKind.Absolute, out var address) ? address : null;

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var from = new MailAddress(_from!);
        using var message = new MailMessage(from, new MailAddress(mail.To)) { Subject = mail.Subject, Body = mail.Text };
        message.Headers.Add("Message-ID", string.Create(CultureInfo.InvariantCulture, $"<{mail.Id:n}@{from.Host}>"));
        // Nobody's holiday answer is of use to a reminder.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        using var client = new SmtpClient(_host, configuration.GetValue("BAROMETRE_SMTP_PORT", Submission)) { EnableSsl = configuration.GetValue("BAROMETRE_SMTP_TLS", true) };
        if (configuration["BAROMETRE_SMTP_USER"] is { Length: > 0 } user)
        {
            client.Credentials = new NetworkCredential(user, configuration["BAROMETRE_SMTP_PASSWORD"]);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, patience.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The mail server did not answer in time.", late);
        }
    }
}
