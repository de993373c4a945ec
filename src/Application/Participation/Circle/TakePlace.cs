using Barometre.Application.Participation.Codes;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Circle;

/// <summary>A place taken in somebody's circle.</summary>
public sealed record TakenPlace(Guid ServiceUserId, Guid MemberId);

/// <summary>A relative takes, with the code that the person gave them, the place offered; their signed-in account is the one that has it.</summary>
public sealed record TakePlaceCommand(string Code) : ICommand<TakenPlace>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class TakePlaceValidator : AbstractValidator<TakePlaceCommand>
{
    public TakePlaceValidator() => RuleFor(command => command.Code).NotEmpty().MaximumLength(OneTimeCode.LongestTyped);
}

internal sealed class TakePlaceHandler(IParticipationDb db, IOneTimeCodes codes, ICircleRegister register, Caller caller, TimeProvider time) : IRequestHandler<TakePlaceCommand, TakenPlace>
{
    public async Task<TakenPlace> Handle(TakePlaceCommand command, CancellationToken cancellationToken)
    {
        var account = caller.Account();
        var code = await codes.RedeemAsync(command.Code, CodePurpose.Invitation, cancellationToken) ?? throw new RuleViolation(ParticipationErrors.CodeNotGood);
        var person = await db.PersonAsync(code.ServiceUserId, cancellationToken);
        var member = await db.MemberAsync(code.ServiceUserId, code.MemberId!.Value, cancellationToken);
        if (member.State != CircleState.Invited)
        {
            // The invitation was taken back meanwhile: its code is no better than any other.
            throw new RuleViolation(ParticipationErrors.CodeNotGood);
        }

        await db.RequireNoPlaceAsync(person, account, member.Role, member.ProjectId, cancellationToken);
        member.Accept(new Act(account, Setting.Alone, time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        await register.EnterAsync<TakePlaceCommand>(member, cancellationToken);
        return new TakenPlace(code.ServiceUserId, member.Id);
    }
}
