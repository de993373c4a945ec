using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Rights;
using Barometre.Domain.Rights.Erasures;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Erasures;

/// <summary>The person, or whoever represents them in law, asks that their record be erased. Nothing happens yet: it is confirmed by a second request. Sent again, one effect.</summary>
/// <param name="ErasureId">Of the device's making.</param>
public sealed record AskErasureCommand(Guid ServiceUserId, Guid ErasureId) : ICommand<ErasureView>
{
    public Needed Access => Needed.Rights(ServiceUserId);
}

/// <summary>An erasing and where it stands.</summary>
/// <param name="ExecutesAt">When it happens; until then it can be called off. Null until it is confirmed.</param>
/// <param name="ToKnow">What to know before it is confirmed: to be shown whole, in the person's language.</param>
/// <param name="Version">To be sent back, as <c>If-Match</c>, when it is confirmed.</param>
public sealed record ErasureView(
    Guid ErasureId, ErasureState State, ErasureGround Ground, bool KeepsAccount, DateTimeOffset AskedAt, DateTimeOffset? ConfirmedAt, DateTimeOffset? ExecutesAt, DateTimeOffset? CancelledAt,
    IReadOnlyList<Wording> ToKnow, int Version)
    : IVersioned
{
    internal static ErasureView Of(Erasure erasure) => new(
        erasure.Id, erasure.State, erasure.Ground, erasure.KeepsAccount, erasure.AskedAt, erasure.ConfirmedAt, erasure.ExecutesAt, erasure.CancelledAt, ErasureTexts.ToKnow,
        erasure.Version);
}

internal sealed class AskErasureValidator : AbstractValidator<AskErasureCommand>
{
    public AskErasureValidator() => RuleFor(command => command.ErasureId).NotEmpty();
}

internal sealed class AskErasureHandler(IRightsDb db, ICallersRight rights, IRecordEnding ending, Caller caller, TimeProvider time) : IRequestHandler<AskErasureCommand, ErasureView>
{
    public async Task<ErasureView> Handle(AskErasureCommand command, CancellationToken cancellationToken)
    {
        var right = await rights.ToEraseAsync(command.ServiceUserId, cancellationToken);
        if (await db.Erasures.AsNoTracking().SingleOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.ErasureId, cancellationToken) is { } known)
        {
            return ErasureView.Of(known);
        }

        if (await db.Erasures.AnyAsync(one => one.ServiceUserId == command.ServiceUserId && one.State != ErasureState.Cancelled, cancellationToken))
        {
            throw new RuleViolation(RightsErrors.ErasureOpen);
        }

        var erasure = right == CallersRight.Person
            ? Erasure.Ask(command.ServiceUserId, command.ErasureId, caller.Author(), time.GetUtcNow())
            : Erasure.AskRepresented(command.ServiceUserId, command.ErasureId, await ending.AccountOfAsync(command.ServiceUserId, cancellationToken), time.GetUtcNow());
        db.Erasures.Add(erasure);
        await db.SaveChangesAsync(cancellationToken);
        return ErasureView.Of(erasure);
    }
}
