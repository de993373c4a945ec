using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Barometre.Domain.Strengths;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Strengths.Items;

/// <summary>The person's yes or no to a strength that somebody proposed, alone or with whoever holds the device. Sent again, one effect.</summary>
/// <param name="FactId">The answer's id, of the device's making.</param>
/// <param name="Yes">No is kept and respected.</param>
/// <param name="Amended">With a yes: the strength in the person's own words; as proposed when not said.</param>
/// <param name="Reason">Why, if the person wants to say.</param>
/// <param name="At">What the device's clock said.</param>
public sealed record AnswerStrengthCommand(
    Guid ServiceUserId, Guid StrengthId, Guid FactId, bool Yes, SaidStrength? Amended, string? Reason, DateTimeOffset At, Setting Setting) : ICommand<NotedStrength>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Strengths, AccessLevel.Contribute);
}

internal sealed class AnswerStrengthValidator : AbstractValidator<AnswerStrengthCommand>
{
    public AnswerStrengthValidator()
    {
        RuleFor(command => command.FactId).NotEmpty();
        RuleFor(command => command.Amended!).SetValidator(new SaidStrengthValidator()).When(command => command.Amended is not null);
        RuleFor(command => command.Amended).Null().When(command => !command.Yes);
        RuleFor(command => command.Reason).MaximumLength(Strength.LongestWords);
        RuleFor(command => command.At).GreaterThanOrEqualTo(FactTime.Earliest).Because(FactErrors.ClockNotSet);
    }
}

internal sealed class AnswerStrengthHandler(IStrengthsDb db, StrengthWriting writing) : IRequestHandler<AnswerStrengthCommand, NotedStrength>
{
    public async Task<NotedStrength> Handle(AnswerStrengthCommand command, CancellationToken cancellationToken)
    {
        var noting = writing.Deciding(command.At, command.Setting);
        var strength = await db.HoldAsync(command.ServiceUserId, command.StrengthId, cancellationToken) ?? throw new NotFound();
        var key = await writing.KeyAsync(command.ServiceUserId, cancellationToken);
        var kind = !command.Yes ? StrengthFactKind.Declined : command.Amended is null ? StrengthFactKind.Accepted : StrengthFactKind.Amended;
        if (StrengthWriting.Again(strength, command.FactId, new Sent([kind], command.Amended, command.Reason), noting, key) is { } again)
        {
            return again;
        }

        if (command.Amended is { } amended)
        {
            await writing.CheckAsync(
                command.ServiceUserId, amended, nameof(command.Amended), strength.Facts.First(fact => fact.Id == strength.ContentId), cancellationToken);
        }

        strength.Answer(
            command.FactId, command.Yes, command.Amended is null ? null : StrengthWriting.Sealed(command.Amended, key),
            key.SealIfAny(StrengthColumns.Reason, command.Reason), noting);
        await db.SaveChangesAsync(cancellationToken);
        return StrengthWriting.Noted(strength, command.FactId);
    }
}
