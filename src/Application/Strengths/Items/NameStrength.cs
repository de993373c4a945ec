using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Barometre.Domain.Shared.Texts;
using Barometre.Domain.Strengths;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Strengths.Items;

/// <summary>Names a strength: the person's at once when they take part, a proposal that waits for their yes otherwise. Sent again, one effect.</summary>
/// <param name="At">What the device's clock said.</param>
/// <param name="Perspective">Whose view it tells; the caller's own when not said.</param>
public sealed record NameStrengthCommand(
    Guid ServiceUserId, Guid StrengthId, SaidStrength Strength, DateTimeOffset At, Setting Setting, Perspective? Perspective) : ICommand<NotedStrength>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Strengths, AccessLevel.Contribute);
}

internal sealed class NameStrengthValidator : AbstractValidator<NameStrengthCommand>
{
    public NameStrengthValidator()
    {
        RuleFor(command => command.StrengthId).NotEmpty();
        RuleFor(command => command.Strength).SetValidator(new SaidStrengthValidator());
        RuleFor(command => command.At).GreaterThanOrEqualTo(FactTime.Earliest).Because(FactErrors.ClockNotSet);
    }
}

internal sealed class NameStrengthHandler(IStrengthsDb db, StrengthWriting writing) : IRequestHandler<NameStrengthCommand, NotedStrength>
{
    public async Task<NotedStrength> Handle(NameStrengthCommand command, CancellationToken cancellationToken)
    {
        var noting = writing.Noting(command.At, command.Setting, command.Perspective);
        var key = await writing.KeyAsync(command.ServiceUserId, cancellationToken);
        if (await db.HoldAsync(command.ServiceUserId, command.StrengthId, cancellationToken) is { } known)
        {
            return StrengthWriting.Again(known, command.StrengthId, new Sent([StrengthFactKind.Named, StrengthFactKind.Proposed], command.Strength, null), noting, key)!;
        }

        await writing.CheckAsync(command.ServiceUserId, command.Strength, nameof(command.Strength), null, cancellationToken);
        if (!noting.WithThePerson && await WasDeclinedAsync(command, key, cancellationToken))
        {
            throw new RuleViolation(StrengthsErrors.DeclinedBefore);
        }

        var strength = Strength.Name(command.ServiceUserId, command.StrengthId, StrengthWriting.Sealed(command.Strength, key), noting);
        db.Strengths.Add(strength);
        await db.SaveChangesAsync(cancellationToken);
        return StrengthWriting.Noted(strength, strength.Id);
    }

    // The words are sealed: they are compared here, not by the database. A suggestion says the same whatever the language.
    private async Task<bool> WasDeclinedAsync(NameStrengthCommand command, IRecordKey key, CancellationToken cancellationToken)
    {
        var declined = await db.Strengths.AsNoTracking()
            .Where(strength => strength.ServiceUserId == command.ServiceUserId && strength.Standing == StrengthStanding.Declined)
            .Join(
                db.Facts.AsNoTracking(),
                strength => new { strength.ServiceUserId, Id = strength.ContentId },
                fact => new { fact.ServiceUserId, fact.Id },
                (strength, fact) => new { fact.WordsSealed, fact.Suggestion })
            .ToListAsync(cancellationToken);
        return declined.Any(one =>
            one.Suggestion is not null && one.Suggestion == command.Strength.Suggestion
            || SameWords.Are(key.Open(StrengthColumns.Words, one.WordsSealed!), command.Strength.Words));
    }
}
