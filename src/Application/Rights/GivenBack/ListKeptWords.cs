using Barometre.Application.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.GivenBack;

/// <summary>What the caller said in dialogues whose records were erased, the latest day first, page by page.</summary>
public sealed record ListKeptWordsQuery(string? Cursor, int Limit) : IQuery<Page<KeptWordsView>>
{
    public Needed Access => Needed.SignedIn;
}

/// <summary>Something that the caller said in a record that was erased since.</summary>
/// <param name="SaidOn">The day on which it was said.</param>
/// <param name="Words">As it last stood; <c>[…]</c> where a name of the person, or of somebody around them, stood.</param>
public sealed record KeptWordsView(Guid KeptWordsId, DateOnly SaidOn, string Words);

internal sealed class ListKeptWordsValidator : AbstractValidator<ListKeptWordsQuery>
{
    public ListKeptWordsValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
        RuleFor(query => query.Cursor).Must(Place.IsCursor);
    }
}

internal sealed class ListKeptWordsHandler(IRightsDb db, IRecordKeys keys, Caller caller) : IRequestHandler<ListKeptWordsQuery, Page<KeptWordsView>>
{
    public async Task<Page<KeptWordsView>> Handle(ListKeptWordsQuery query, CancellationToken cancellationToken)
    {
        var (account, after) = (caller.Author(), Place.Of(query.Cursor));
        var day = DateOnly.FromDateTime(after.At.UtcDateTime);
        var found = await db.KeptWords.AsNoTracking()
            .Where(words => words.AccountId == account && words.SaidOn <= day && (words.SaidOn < day || words.Id < after.Id))
            .OrderByDescending(words => words.SaidOn).ThenByDescending(words => words.Id)
            .Take(query.Limit + 1)
            .ToListAsync(cancellationToken);
        var page = Place.Page(found, query.Limit, words => new Place(new DateTimeOffset(words.SaidOn, TimeOnly.MinValue, TimeSpan.Zero), words.Id));
        if (page.Items.Count == 0)
        {
            // Who has nothing here needs no key.
            return new Page<KeptWordsView>([], null);
        }

        var key = await keys.ForAsync(account, cancellationToken);
        return new Page<KeptWordsView>([.. page.Items.Select(words => new KeptWordsView(words.Id, words.SaidOn, key.Open(OthersWords.Column, words.WordsSealed)))], page.Next);
    }
}
