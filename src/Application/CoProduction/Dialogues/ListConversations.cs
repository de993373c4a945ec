using Barometre.Application.Shared;
using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Dialogues;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Dialogues;

/// <summary>The conversations of a record, the one in which something arrived last first, page by page; what hangs on a closed tab is left out.</summary>
/// <param name="Kind">Only on things of this kind: <c>theme</c>, <c>rating</c>, <c>star</c>, <c>tie</c>, <c>strength</c>, <c>goal</c>, <c>action</c> or <c>follow_up</c>.</param>
/// <param name="Theme">Only on this theme or star.</param>
/// <param name="ThingId">Only on this thing.</param>
/// <param name="Since">Only those in which something arrived after this.</param>
public sealed record ListConversationsQuery(Guid ServiceUserId, string? Kind, string? Theme, Guid? ThingId, DateTimeOffset? Since, string? Cursor, int Limit) : IQuery<Page<ConversationRow>>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Read);

    internal ThingKind? KindAsked => Kind is null ? null : Enum.Parse<ThingKind>(Kind.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}

/// <summary>A conversation at a glance, without its words.</summary>
/// <param name="Messages">How many were said, withdrawn ones too.</param>
/// <param name="Unread">How many of others the caller has not read; none that were withdrawn.</param>
/// <param name="LastArrivedAt">When the server received the last message, edit or withdrawal.</param>
public sealed record ConversationRow(Guid ConversationId, ThingState Thing, int Messages, int Unread, DateTimeOffset LastArrivedAt);

internal sealed class ListConversationsValidator : AbstractValidator<ListConversationsQuery>
{
    public ListConversationsValidator()
    {
        RuleFor(query => query.Kind).Matches(@"\A(theme|rating|star|tie|strength|goal|action|follow_up)\z");
        RuleFor(query => query.Theme).MaximumLength(Thing.LongestTheme);
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
        RuleFor(query => query.Cursor).Must(Place.IsCursor);
    }
}

internal sealed class ListConversationsHandler(ICoProductionDb db, OpenThings open, Things things, Caller caller) : IRequestHandler<ListConversationsQuery, Page<ConversationRow>>
{
    public async Task<Page<ConversationRow>> Handle(ListConversationsQuery query, CancellationToken cancellationToken)
    {
        var (after, kind) = (Place.Of(query.Cursor), query.KindAsked);
        var (kinds, kept) = (open.Kinds, await open.KeptThemesAsync(query.ServiceUserId, cancellationToken));
        var found = await db.Conversations.AsNoTracking()
            .Where(one => one.ServiceUserId == query.ServiceUserId && kinds.Contains(one.Kind) && (one.AboutTheme == null || !kept.Contains(one.AboutTheme)))
            .Where(one => (kind == null || one.Kind == kind) && (query.Theme == null || one.Theme == query.Theme) && (query.ThingId == null || one.ThingId == query.ThingId))
            .Where(one => query.Since == null || one.LastArrivedAt > query.Since)
            .Where(one => one.LastArrivedAt <= after.At && (one.LastArrivedAt < after.At || one.Id < after.Id))
            .OrderByDescending(one => one.LastArrivedAt).ThenByDescending(one => one.Id)
            .Take(query.Limit + 1)
            .ToListAsync(cancellationToken);
        var page = Place.Page(found, query.Limit, one => new Place(one.LastArrivedAt, one.Id));
        return new Page<ConversationRow>(await RowsAsync(query.ServiceUserId, page.Items, cancellationToken), page.Next);
    }

    // One that hangs on a proposal that is not the caller's to see is left out here: its page is that much shorter.
    private async Task<IReadOnlyList<ConversationRow>> RowsAsync(Guid serviceUserId, IReadOnlyList<Conversation> conversations, CancellationToken cancellationToken)
    {
        var shown = await things.ShownAsync(serviceUserId, conversations.Select(one => one.Thing), cancellationToken);
        Guid[] ids = [.. conversations.Select(one => one.Id)];
        var said = await db.MessageFacts.AsNoTracking().Where(fact => fact.ServiceUserId == serviceUserId && ids.Contains(fact.ConversationId) && fact.Kind == MessageFactKind.Said)
            .GroupBy(fact => fact.ConversationId).Select(facts => new { facts.Key, Count = facts.Count() }).ToDictionaryAsync(facts => facts.Key, facts => facts.Count, cancellationToken);
        var reader = caller.Author();
        var unread = await db.MessageFacts.AsNoTracking().Where(fact => fact.ServiceUserId == serviceUserId && ids.Contains(fact.ConversationId))
            .With(new OthersMessages(caller))
            .Where(fact => !db.ReadMarks.Any(mark =>
                mark.ServiceUserId == serviceUserId && mark.ConversationId == fact.ConversationId && mark.AccountId == reader && mark.Through >= fact.Number))
            .GroupBy(fact => fact.ConversationId).Select(facts => new { facts.Key, Count = facts.Count() }).ToDictionaryAsync(facts => facts.Key, facts => facts.Count, cancellationToken);
        return [.. conversations.Select(one => new ConversationRow(one.Id, shown(one.Thing), said.GetValueOrDefault(one.Id), unread.GetValueOrDefault(one.Id), one.LastArrivedAt))
            .Where(row => row.Thing.State != LinkState.Closed)];
    }
}
