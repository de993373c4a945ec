using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Barometre.Domain.Strengths;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Strengths.Items;

/// <summary>Says a strength otherwise: words, kind, domain, time, links, whole. What it said before stays readable; of two devices the later clock counts. Sent again, one effect.</summary>
/// <param name="FactId">The edit's id, of the device's making.</param>
/// <param name="At">What the device's clock said.</param>
public sealed record ReviseStrengthCommand(
    Guid ServiceUserId, Guid StrengthId, Guid FactId, SaidStrength Strength, DateTimeOffset At, Setting Setting) : ICommand<NotedStrength>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Strengths, AccessLevel.Contribute);
}

internal sealed class ReviseStrengthValidator : AbstractValidator<ReviseStrengthCommand>
{
    public ReviseStrengthValidator()
    {
        RuleFor(command => command.FactId).NotEmpty();
        RuleFor(command => command.Strength).SetValidator(new SaidStrengthValidator());
        RuleFor(command => command.At).GreaterThanOrEqualTo(FactTime.Earliest).Because(FactErrors.ClockNotSet);
    }
}

internal sealed class ReviseStrengthHandler(IStrengthsDb db, StrengthWriting writing) : IRequestHandler<ReviseStrengthCommand, NotedStrength>
{
    public async Task<NotedStrength> Handle(ReviseStrengthCommand command, CancellationToken cancellationToken)
    {
        var noting = writing.Deciding(command.At, command.Setting);
        var strength = await db.HoldAsync(command.ServiceUserId, command.StrengthId, cancellationToken) ?? throw new NotFound();
        var key = await writing.KeyAsync(command.ServiceUserId, cancellationToken);
        if (StrengthWriting.Again(strength, command.FactId, new Sent([StrengthFactKind.Revised], command.Strength, null), noting, key) is { } again)
        {
            return again;
        }

        var before = strength.Facts.First(fact => fact.Id == strength.ContentId);
        await writing.CheckAsync(command.ServiceUserId, command.Strength, nameof(command.Strength), before, cancellationToken);
        strength.Revise(command.FactId, StrengthWriting.Sealed(command.Strength, key), noting);
        await db.SaveChangesAsync(cancellationToken);
        return StrengthWriting.Noted(strength, command.FactId);
    }
}
