using Barometre.Application.Participation.Accounts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.Participation.Consents;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Consents;

/// <summary>One answer that was given.</summary>
/// <param name="TextHash">The text that was shown, to be read under <c>/consent-texts</c>; null for a no said without reading.</param>
/// <param name="By">The name of the account that answered.</param>
/// <param name="Ground">In whose right.</param>
public sealed record ConsentAnswerView(
    Guid AnswerId, ConsentKind Kind, string Subject, ConsentAnswer Answer, string? TextVersion, string? TextLanguage, string? TextHash, string? By, RightsGround Ground, DateTimeOffset At,
    DateTimeOffset RecordedAt);

/// <summary>Every answer that the person gave, newest first.</summary>
public sealed record ListConsentAnswersQuery(Guid ServiceUserId, string? Cursor, int Limit) : IQuery<Page<ConsentAnswerView>>
{
    public Needed Access => Needed.Rights(ServiceUserId);
}

internal sealed class ListConsentAnswersValidator : AbstractValidator<ListConsentAnswersQuery>
{
    public ListConsentAnswersValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestPage);
        RuleFor(query => query.Cursor).Must(Place.IsCursor);
    }
}

internal sealed class ListConsentAnswersHandler(IParticipationDb db, IAccountSeal seal) : IRequestHandler<ListConsentAnswersQuery, Page<ConsentAnswerView>>
{
    public async Task<Page<ConsentAnswerView>> Handle(ListConsentAnswersQuery query, CancellationToken cancellationToken)
    {
        var place = Place.Of(query.Cursor);
        var rows = await (
            from fact in db.ConsentFacts.AsNoTracking()
            join known in db.AccountNames on fact.By equals known.Id into accounts
            from account in accounts.DefaultIfEmpty()
            where fact.ServiceUserId == query.ServiceUserId && (fact.RecordedAt < place.At || (fact.RecordedAt == place.At && fact.Id < place.Id))
            orderby fact.RecordedAt descending, fact.Id descending
            select new { Fact = fact, By = account == null ? null : account.DisplayNameSealed }).Take(query.Limit + 1).ToListAsync(cancellationToken);
        return Place.Page(rows.ConvertAll(row => View(row.Fact, seal.NameIn(row.By))), query.Limit, row => new Place(row.RecordedAt, row.AnswerId));
    }

    private static ConsentAnswerView View(ConsentFact fact, string? by) => new(
        fact.Id, fact.Kind, fact.Subject, fact.Answer, fact.TextVersion, fact.TextLanguage, fact.TextHash, by, fact.Ground, fact.At, fact.RecordedAt);
}
