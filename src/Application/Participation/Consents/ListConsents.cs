using Barometre.Application.Shared;
using Barometre.Domain.Participation.Consents;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Consents;

/// <summary>One thing that the person is asked about, what they said, and the text as it is today.</summary>
/// <param name="Answer">The last one; null while there is none.</param>
/// <param name="Agreed">What holds now: no answer is no, except where letting somebody in was the yes; a no to a theme outweighs a yes to a study of it.</param>
/// <param name="AskAgain">The yes was to a text that is no longer today's.</param>
public sealed record ConsentView(ConsentKind Kind, string Subject, ConsentAnswer? Answer, DateTimeOffset? Since, bool Agreed, bool AskAgain, ConsentText Text);

/// <summary>All that the person is asked about today, with its text, in one language.</summary>
/// <param name="Language"><c>fr</c> or <c>en</c>; the person's own when not said.</param>
public sealed record ListConsentsQuery(Guid ServiceUserId, string? Language) : IQuery<IReadOnlyList<ConsentView>>
{
    public Needed Access => Needed.Rights(ServiceUserId);
}

internal sealed class ListConsentsValidator : AbstractValidator<ListConsentsQuery>
{
    public ListConsentsValidator() => RuleFor(query => query.Language).Must(language => language is null or "fr" or "en");
}

internal sealed class ListConsentsHandler(IParticipationDb db, AskedPurposes asked, IConsentContent content) : IRequestHandler<ListConsentsQuery, IReadOnlyList<ConsentView>>
{
    public async Task<IReadOnlyList<ConsentView>> Handle(ListConsentsQuery query, CancellationToken cancellationToken)
    {
        var own = await db.ServiceUsers.AsNoTracking().Where(person => person.ServiceUserId == query.ServiceUserId).Select(person => person.Language)
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
        var answers = (await db.Consents.AsNoTracking().Where(one => one.ServiceUserId == query.ServiceUserId).ToListAsync(cancellationToken)).ToDictionary(one => one.Purpose);
        var refused = answers.Values.Where(one => one.Kind == ConsentKind.ResearchTheme && one.Answer != ConsentAnswer.Given).Select(one => one.Subject).ToHashSet(StringComparer.Ordinal);
        return [.. (await asked.OfAsync(query.ServiceUserId, cancellationToken)).Select(one => View(one, answers.GetValueOrDefault(one.Purpose), refused, query.Language ?? own))];
    }

    private ConsentView View(AskedPurpose asked, Consent? consent, HashSet<string> refusedThemes, string language)
    {
        var texts = ConsentText.InBoth(content.Current, asked);
        var agreed = asked.Purpose.IsAgreed(consent?.Answer, asked.Study?.Themes ?? [], refusedThemes);
        var askAgain = consent?.Answer == ConsentAnswer.Given && texts.All(text => text.Hash != consent.TextHash);
        return new ConsentView(asked.Purpose.Kind, asked.Purpose.Subject, consent?.Answer, consent?.Since, agreed, askAgain, texts.Single(text => text.Language == language));
    }
}
