using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Dialogues;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Dialogues;

/// <summary>What was said in a conversation, newest first, page by page: by time, then in the order of arrival.</summary>
/// <param name="WithHistory">The earlier words of edited messages too.</param>
/// <param name="Since">Only messages of which something (the message, an edit, a withdrawal) arrived after this.</param>
public sealed record GetConversationQuery(Guid ServiceUserId, Guid ConversationId, bool WithHistory, DateTimeOffset? Since, string? Cursor, int Limit) : IQuery<ConversationView>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Read);
}

/// <summary>A conversation.</summary>
/// <param name="Through">How far it goes, in the order of arrival; to be sent back once it was shown.</param>
/// <param name="ReadThrough">How far the caller had read it.</param>
/// <param name="Readers">Who else read it, and how far; for the person alone, null for anybody else.</param>
public sealed record ConversationView(Guid ConversationId, ThingState Thing, int Through, int ReadThrough, IReadOnlyList<ReaderView>? Readers, Page<MessageRow> Messages);

/// <summary>How far somebody has read a conversation.</summary>
/// <param name="Through">The <c>number</c> of the last message, edit or withdrawal that was there.</param>
public sealed record ReaderView(Guid AccountId, int Through, DateTimeOffset At);

/// <summary>A message as it stands.</summary>
/// <param name="Number">Its place in the order of arrival, from 1.</param>
/// <param name="Words">Null once it was withdrawn: the place stays, the words are gone.</param>
/// <param name="At">The time that counts.</param>
/// <param name="EditedAt">Since when it says this; null when it was never edited.</param>
/// <param name="Earlier">What it said before, oldest first; empty unless asked for.</param>
public sealed record MessageRow(
    Guid MessageId, int Number, Guid AuthorId, Perspective Perspective, Setting Setting, Guid? PresentMemberId, string? Words, DateTimeOffset At, DateTimeOffset RecordedAt,
    DateTimeOffset? EditedAt, DateTimeOffset? WithdrawnAt, IReadOnlyList<EarlierWords> Earlier);

/// <summary>What a message said from a time on.</summary>
public sealed record EarlierWords(string Words, DateTimeOffset At);

internal sealed class GetConversationValidator : AbstractValidator<GetConversationQuery>
{
    public GetConversationValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
        RuleFor(query => query.Cursor).Must(Place.IsCursor);
    }
}

internal sealed class GetConversationHandler(ICoProductionDb db, OpenThings open, IRecordKeys keys, Caller caller) : IRequestHandler<GetConversationQuery, ConversationView>
{
    public async Task<ConversationView> Handle(GetConversationQuery query, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.AsNoTracking().FirstOrDefaultAsync(one => one.ServiceUserId == query.ServiceUserId && one.Id == query.ConversationId, cancellationToken)
            ?? throw new NotFound();
        var thing = await open.RequireStillAsync(query.ServiceUserId, conversation.Thing, conversation.AboutTheme, cancellationToken);
        var marks = await db.ReadMarks.AsNoTracking().Where(mark => mark.ServiceUserId == query.ServiceUserId && mark.ConversationId == query.ConversationId).ToListAsync(cancellationToken);
        var (reader, self) = (caller.Author(), caller.Grant!.IsSelf);
        return new ConversationView(
            conversation.Id,
            thing,
            conversation.LastNumber,
            marks.Find(mark => mark.AccountId == reader)?.Through ?? 0,
            self ? [.. marks.Where(mark => mark.AccountId != reader).OrderBy(mark => mark.At).Select(mark => new ReaderView(mark.AccountId, mark.Through, mark.At))] : null,
            await MessagesAsync(query, cancellationToken));
    }

    private async Task<Page<MessageRow>> MessagesAsync(GetConversationQuery query, CancellationToken cancellationToken)
    {
        var after = Place.Of(query.Cursor);
        var facts = db.MessageFacts.AsNoTracking().Where(fact => fact.ServiceUserId == query.ServiceUserId && fact.ConversationId == query.ConversationId);
        // Of messages of one instant, the number says which come after the last one of the page before.
        var number = query.Cursor is null ? int.MaxValue : await facts.Where(fact => fact.Id == after.Id).Select(fact => fact.Number).FirstOrDefaultAsync(cancellationToken);
        var said = await facts.Where(fact => fact.Kind == MessageFactKind.Said)
            .Where(fact => query.Since == null || facts.Any(one => one.MessageId == fact.Id && one.RecordedAt > query.Since))
            .Where(fact => fact.At <= after.At && (fact.At < after.At || fact.Number < number))
            .OrderByDescending(fact => fact.At).ThenByDescending(fact => fact.Number)
            .Take(query.Limit + 1)
            .Select(fact => new { fact.Id, fact.At })
            .ToListAsync(cancellationToken);
        var page = Place.Page(said, query.Limit, fact => new Place(fact.At, fact.Id));
        Guid[] ids = [.. page.Items.Select(fact => fact.Id)];
        var all = (await facts.Where(fact => ids.Contains(fact.MessageId)).ToListAsync(cancellationToken)).ToLookup(fact => fact.MessageId);
        var key = await keys.ForAsync(query.ServiceUserId, cancellationToken);
        return new Page<MessageRow>([.. ids.Select(id => Row(Message.Of(all[id]), key, query.WithHistory))], page.Next);
    }

    private static MessageRow Row(Message message, IRecordKey key, bool withHistory) => new(
        message.Said.Id,
        message.Said.Number,
        message.Said.AuthorId,
        message.Said.Perspective,
        message.Said.Setting,
        message.Said.PresentMemberId,
        key.OpenAny(CoProductionColumns.Message, message.Latest.WordsSealed),
        message.Said.At,
        message.Said.RecordedAt,
        message.Earlier.Count == 0 ? null : message.Latest.At,
        message.Withdrawal?.At,
        withHistory && message.Withdrawal is null ? [.. message.Earlier.Select(fact => new EarlierWords(key.Open(CoProductionColumns.Message, fact.WordsSealed!), fact.At))] : []);
}
