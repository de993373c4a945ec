using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Barometre.Domain.Strengths;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Strengths.Items;

/// <summary>Sets a strength aside, or takes it up again; it is never lost. Sent again, one effect.</summary>
/// <param name="FactId">The change's id, of the device's making.</param>
/// <param name="Retired">False takes it up again.</param>
/// <param name="Reason">Why, if the person wants to say.</param>
/// <param name="At">What the device's clock said.</param>
public sealed record RetireStrengthCommand(
    Guid ServiceUserId, Guid StrengthId, Guid FactId, bool Retired, string? Reason, DateTimeOffset At, Setting Setting) : ICommand<NotedStrength>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Strengths, AccessLevel.Contribute);
}

internal sealed class RetireStrengthValidator : AbstractValidator<RetireStrengthCommand>
{
    public RetireStrengthValidator()
    {
        RuleFor(command => command.FactId).NotEmpty();
        RuleFor(command => command.Reason).MaximumLength(Strength.LongestWords);
        RuleFor(command => command.At).GreaterThanOrEqualTo(FactTime.Earliest).Because(FactErrors.ClockNotSet);
    }
}

internal sealed class RetireStrengthHandler(IStrengthsDb db, StrengthWriting writing) : IRequestHandler<RetireStrengthCommand, NotedStrength>
{
    public async Task<NotedStrength> Handle(RetireStrengthCommand command, CancellationToken cancellationToken)
    {
        var noting = writing.Deciding(command.At, command.Setting);
        var strength = await db.HoldAsync(command.ServiceUserId, command.StrengthId, cancellationToken) ?? throw new NotFound();
        var key = await writing.KeyAsync(command.ServiceUserId, cancellationToken);
        var kind = command.Retired ? StrengthFactKind.Retired : StrengthFactKind.TakenUp;
        if (StrengthWriting.Again(strength, command.FactId, new Sent([kind], null, command.Reason), noting, key) is { } again)
        {
            return again;
        }

        strength.Retire(command.FactId, command.Retired, key.SealIfAny(StrengthColumns.Reason, command.Reason), noting);
        await db.SaveChangesAsync(cancellationToken);
        return StrengthWriting.Noted(strength, command.FactId);
    }
}
