using Barometre.Application.Participation.Codes;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Records;

/// <summary>A signed-in person makes the record that was opened with them their own.</summary>
public sealed record ClaimRecordCommand(string Code) : ICommand<Guid>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class ClaimRecordValidator : AbstractValidator<ClaimRecordCommand>
{
    public ClaimRecordValidator() => RuleFor(command => command.Code).NotEmpty().MaximumLength(OneTimeCode.LongestTyped);
}

internal sealed class ClaimRecordHandler(IParticipationDb db, IOneTimeCodes codes, Caller caller) : IRequestHandler<ClaimRecordCommand, Guid>
{
    public async Task<Guid> Handle(ClaimRecordCommand command, CancellationToken cancellationToken)
    {
        var account = caller.Account();
        if (await db.ServiceUsers.AnyAsync(known => known.AccountId == account, cancellationToken))
        {
            throw new RuleViolation(ParticipationErrors.AccountHasRecord);
        }

        var code = await codes.RedeemAsync(command.Code, CodePurpose.Claim, cancellationToken) ?? throw new RuleViolation(ParticipationErrors.CodeNotGood);
        var person = await db.ServiceUsers.SingleAsync(known => known.ServiceUserId == code.ServiceUserId, cancellationToken);
        // Whoever made the code, is in the circle, or represents or ever represented the person, is not the person; they learn no more than anybody else.
        if (person.AccountId is not null || code.IssuedBy == account || await IsAnotherAsync(code.ServiceUserId, account, cancellationToken)
            || person.Frozen || await db.TurnedAwayAsync(person, code.IssuedBy, cancellationToken))
        {
            throw new RuleViolation(ParticipationErrors.CodeNotGood);
        }

        person.Claim(account);
        await db.SaveChangesAsync(cancellationToken);
        return person.ServiceUserId;
    }

    private async Task<bool> IsAnotherAsync(Guid serviceUserId, Guid account, CancellationToken cancellationToken) =>
        await db.CircleMembers.AnyAsync(member => member.ServiceUserId == serviceUserId && member.AccountId == account && member.Until == null, cancellationToken)
        || await db.Representatives.AnyAsync(one => one.ServiceUserId == serviceUserId && one.AccountId == account, cancellationToken);
}
