using Barometre.Application.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Circle;

/// <summary>The person allows, from their account, that what a practitioner notes together with them on one screen counts as said by them, until a day of theirs; without one they take it back.
/// It counts at the practitioner's next request.</summary>
/// <remarks>A yes is the person's. On somebody else's device nothing shows that they are there but what they said themself beforehand.</remarks>
/// <param name="Until">At most half a year ahead; null takes it back.</param>
public sealed record AllowTogetherCommand(Guid ServiceUserId, Guid MemberId, DateTimeOffset? Until) : ICommand<Unit>
{
    public Needed Access => Needed.OwnRecord(ServiceUserId) with { Alone = true };
}

internal sealed class AllowTogetherValidator : AbstractValidator<AllowTogetherCommand>
{
    public AllowTogetherValidator() => RuleFor(command => command.MemberId).NotEmpty();
}

internal sealed class AllowTogetherHandler(IParticipationDb db, Caller caller, TimeProvider time) : IRequestHandler<AllowTogetherCommand, Unit>
{
    public async Task<Unit> Handle(AllowTogetherCommand command, CancellationToken cancellationToken)
    {
        var person = await db.PersonAsync(command.ServiceUserId, cancellationToken);
        var member = await db.MemberAsync(command.ServiceUserId, command.MemberId, cancellationToken);
        member.AllowTogether(command.Until, await caller.DecidesAsync(db, person, time.GetUtcNow(), cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
