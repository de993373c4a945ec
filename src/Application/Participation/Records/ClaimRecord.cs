using Barometre.Application.Participation.Codes;
using Barometre.Application.Rights.Contracts;
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

internal sealed class ClaimRecordHandler(IParticipationDb db, IOneTimeCodes codes, ICarriedRows carried, IWaitingErasure erasure, Caller caller) : IRequestHandler<ClaimRecordCommand, Guid>
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
        if (person.AccountId is not null || await IsAnotherAsync(code.ServiceUserId, account, cancellationToken) || !await IsGoodAsync(code.IssuedBy, account, person, cancellationToken))
        {
            throw new RuleViolation(ParticipationErrors.CodeNotGood);
        }

        person.Claim(account);
        await db.SaveChangesAsync(cancellationToken);
        await carried.GiveAsync(person.ServiceUserId, cancellationToken);
        await erasure.ClaimedAsync(person.ServiceUserId, account, cancellationToken);
        return person.ServiceUserId;
    }

    // The installation's own code came with a record that had been the person's already: a freeze is theirs, and theirs to lift once they are in.
    private async Task<bool> IsGoodAsync(Guid? maker, Guid account, ServiceUser person, CancellationToken cancellationToken) =>
        maker is not { } by || (by != account && !person.Frozen && !await db.TurnedAwayAsync(person, by, cancellationToken));

    private async Task<bool> IsAnotherAsync(Guid serviceUserId, Guid account, CancellationToken cancellationToken) =>
        await db.CircleMembers.AnyAsync(member => member.ServiceUserId == serviceUserId && member.AccountId == account && member.Until == null, cancellationToken)
        || await db.Representatives.AnyAsync(one => one.ServiceUserId == serviceUserId && one.AccountId == account, cancellationToken);
}
