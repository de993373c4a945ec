using System.Net.Mail;
using System.Security.Cryptography;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Jobs;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.AccomplishmentPlan.Reminders;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>Gives the address to which the caller wants to be told that something waits; a code is sent there, and the address counts once the code came back.</summary>
public sealed record SetReminderAddressCommand(string Address) : ICommand<ReminderAddressView>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class SetReminderAddressValidator : AbstractValidator<SetReminderAddressCommand>
{
    // RFC 5321: 64 for who, 255 for where, less the brackets.
    private const int Longest = 254;

    public SetReminderAddressValidator() => RuleFor(command => command.Address).Must(IsAddress).Because(ReminderErrors.NotAnAddress);

    private static bool IsAddress(string address) => address.Length <= Longest && address.All(sign => sign is > ' ' and not ',' and not ';' and not '<' and not '>')
        && MailAddress.TryCreate(address, out var parsed) && parsed.Address == address;
}

internal sealed class SetReminderAddressHandler(IRemindersDb db, IMailer mailer, IAccountSeal seal, IJobRequests jobs, Caller caller, TimeProvider time)
    : IRequestHandler<SetReminderAddressCommand, ReminderAddressView>
{
    public async Task<ReminderAddressView> Handle(SetReminderAddressCommand command, CancellationToken cancellationToken)
    {
        if (!mailer.Available)
        {
            throw new RuleViolation(ReminderErrors.NoMail);
        }

        var account = caller.Author();
        var known = await db.ReminderAddresses.FirstOrDefaultAsync(one => one.AccountId == account, cancellationToken);
        // Sent again, it is the same wish: no second code.
        if (known is not null && seal.OpenAddress(known) == command.Address && (known.ConfirmedAt is not null || known.Waits(time.GetUtcNow())))
        {
            return ReminderAddressView.Of(known, seal);
        }

        if (known is null)
        {
            known = ReminderAddress.Of(account);
            db.ReminderAddresses.Add(known);
        }

        var code = RandomNumberGenerator.GetString("0123456789", ReminderSeals.CodeLength);
        known.Ask(seal.SealAddress(command.Address), seal.SealCode(code), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await jobs.AddressGivenAsync(account, cancellationToken);
        return ReminderAddressView.Of(known, seal);
    }
}

/// <summary>The caller's own address for reminders.</summary>
/// <param name="Address">Null when none was given.</param>
/// <param name="Confirmed">True once the code came back.</param>
public sealed record ReminderAddressView(string? Address, bool Confirmed)
{
    internal static ReminderAddressView Of(ReminderAddress? address, IAccountSeal seal) => new(address is null ? null : seal.OpenAddress(address), address?.ConfirmedAt is not null);
}

/// <summary>What of an address is sealed, each for one purpose.</summary>
internal static class ReminderSeals
{
    public const int CodeLength = 8;

    private const string Address = "barometre.reminder-address";
    private const string Code = "barometre.reminder-code";

    public static byte[] SealAddress(this IAccountSeal seal, string address) => seal.Seal(Address, address);

    public static byte[] SealCode(this IAccountSeal seal, string code) => seal.Seal(Code, code);

    /// <summary>Null when it was forgotten.</summary>
    public static string? OpenAddress(this IAccountSeal seal, ReminderAddress address) => address.AddressSealed.Length == 0 ? null : seal.Open(Address, address.AddressSealed);

    public static string? OpenCode(this IAccountSeal seal, ReminderAddress address) => address.CodeSealed is { } code ? seal.Open(Code, code) : null;
}
