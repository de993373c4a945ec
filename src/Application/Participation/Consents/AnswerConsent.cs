using Barometre.Application.Shared;
using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Consents;

/// <summary>The person says yes to a text that they were shown, or no; it counts at everybody's next request. Sent twice, it is one answer.</summary>
/// <param name="TextHash">The text that was shown; a no needs none.</param>
/// <param name="At">What the device's clock says.</param>
public sealed record AnswerConsentCommand(Guid ServiceUserId, Guid AnswerId, ConsentKind Kind, string Subject, bool Agrees, string? TextHash, DateTimeOffset At)
    : ICommand<AnsweredConsent>
{
    public Needed Access => Needed.Rights(ServiceUserId);
}

/// <summary>The answer that was kept.</summary>
/// <param name="At">The time that counts.</param>
public sealed record AnsweredConsent(Guid AnswerId, ConsentAnswer Answer, DateTimeOffset At)
{
    internal static AnsweredConsent Of(ConsentFact fact) => new(fact.Id, fact.Answer, fact.At);
}

internal sealed class AnswerConsentValidator : AbstractValidator<AnswerConsentCommand>
{
    public AnswerConsentValidator()
    {
        RuleFor(command => command.Kind).IsInEnum();
        RuleFor(command => command.Subject).NotNull().MaximumLength(Purpose.LongestSubject);
        RuleFor(command => command.TextHash).NotEmpty().When(command => command.Agrees);
        RuleFor(command => command.TextHash).MaximumLength(64);
        RuleFor(command => command.At).GreaterThanOrEqualTo(FactTime.Earliest).Because(FactErrors.ClockNotSet);
    }
}

internal sealed class AnswerConsentHandler(IParticipationDb db, AskedPurposes asked, IConsentContent content, ConsentEffects effects, Caller caller, TimeProvider time)
    : IRequestHandler<AnswerConsentCommand, AnsweredConsent>
{
    public async Task<AnsweredConsent> Handle(AnswerConsentCommand command, CancellationToken cancellationToken)
    {
        var person = await db.ServiceUsers.SingleOrDefaultAsync(known => known.ServiceUserId == command.ServiceUserId, cancellationToken) ?? throw new NotFound();
        var act = await caller.InRightAsync(db, person, time.GetUtcNow(), cancellationToken);
        var purpose = new Purpose(command.Kind, command.Subject);
        var known = await db.Consents.Include(one => one.Facts).SingleOrDefaultAsync(
            one => one.ServiceUserId == command.ServiceUserId && one.Kind == command.Kind && one.Subject == command.Subject, cancellationToken);
        var text = await TextAsync(command, purpose, known, cancellationToken);
        if (await db.ConsentFacts.AsNoTracking().SingleOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.AnswerId, cancellationToken) is { } again)
        {
            return again.Is(purpose, command.Agrees, again.TextHash == command.TextHash ? again.Shown : null, act, command.At)
                ? AnsweredConsent.Of(again) : throw new RuleViolation(ConsentErrors.IdReused);
        }

        if (command.Agrees && text is null)
        {
            throw new RuleViolation(ConsentErrors.TextStale);
        }

        var consent = known ?? Consent.About(command.ServiceUserId, purpose);
        if (known is null)
        {
            db.Consents.Add(consent);
        }

        var fact = consent.Say(command.AnswerId, command.Agrees, text?.Shown, act, command.At);
        person.CareIsOpen(purpose.Kind == ConsentKind.Care ? command.Agrees : !person.CareClosed);
        await db.SaveChangesAsync(cancellationToken);
        if (text is not null)
        {
            await content.KeepAsync(text, cancellationToken);
        }

        await effects.OfAsync(fact, cancellationToken);
        return AnsweredConsent.Of(fact);
    }

    /// <summary>The text that was shown, if it is one of today's; null otherwise.</summary>
    private async Task<ConsentText?> TextAsync(AnswerConsentCommand command, Purpose purpose, Consent? known, CancellationToken cancellationToken)
    {
        var found = (await asked.OfAsync(command.ServiceUserId, cancellationToken)).FirstOrDefault(one => one.Purpose == purpose);
        if (found is null)
        {
            // A no to what was answered before is heard, also when nobody asks any more.
            return known is not null && !command.Agrees ? null : throw new RuleViolation(ConsentErrors.PurposeUnknown);
        }

        return ConsentText.InBoth(content.Current, found).FirstOrDefault(text => text.Hash == command.TextHash);
    }
}
