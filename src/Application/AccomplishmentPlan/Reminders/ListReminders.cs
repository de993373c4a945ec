using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan.Reminders;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Reminders;

/// <summary>The caller's inbox, newest first: of plans that are open to them now, and of nothing else.</summary>
public sealed record ListRemindersQuery(bool Unread, string? Cursor, int Limit) : IQuery<Page<InboxReminder>>
{
    public const int LargestLimit = 100;

    public Needed Access => Needed.SignedIn;
}

/// <summary>A reminder, by ids: what it is about is read from the plan, under the reader's own access.</summary>
/// <param name="SubjectId">The action; for a review the review that set the day; for what the law wants told (<c>record_closes</c>, <c>record_erases</c>), the record; for <c>record_opened</c> its opening in an emergency;
/// for <c>represented</c> the representation, for <c>contested</c> what the person's contesting is known by: who may read what, and until when, stands in the lists of representatives.</param>
/// <param name="GoalId">The action's goal.</param>
/// <param name="Day">The day it is about; for something asked, taken on or contested, the day of that; for <c>represented</c>, the day from which it holds no more.</param>
public sealed record InboxReminder(
    Guid ReminderId, Guid ServiceUserId, ReminderKind Kind, Guid SubjectId, Guid? GoalId, DateOnly Day, DateTimeOffset MadeAt, DateTimeOffset? ReadAt);

internal sealed class ListRemindersValidator : AbstractValidator<ListRemindersQuery>
{
    public ListRemindersValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, ListRemindersQuery.LargestLimit);
        RuleFor(query => query.Cursor).Must(Place.IsCursor);
    }
}

internal sealed class ListRemindersHandler(Inbox inbox, Caller caller) : IRequestHandler<ListRemindersQuery, Page<InboxReminder>>
{
    public async Task<Page<InboxReminder>> Handle(ListRemindersQuery query, CancellationToken cancellationToken)
    {
        var from = Place.Of(query.Cursor);
        var open = await inbox.OfAsync(caller.Author(), cancellationToken);
        var rows = await open.Where(one => !query.Unread || one.ReadAt == null)
            .Where(one => one.MadeAt < from.At || (one.MadeAt == from.At && one.Id < from.Id))
            .OrderByDescending(one => one.MadeAt).ThenByDescending(one => one.Id).Take(query.Limit + 1)
            .Select(one => new InboxReminder(one.Id, one.ServiceUserId, one.Kind, one.SubjectId, one.GoalId, one.Day, one.MadeAt, one.ReadAt))
            .ToListAsync(cancellationToken);
        return Place.Page(rows, query.Limit, row => new Place(row.MadeAt, row.ReminderId));
    }
}

/// <summary>What stands in an account's inbox: reminders with a reason still, of plans open to it at this moment; and what the law wants it told, whatever it chose.</summary>
internal sealed class Inbox(IRemindersDb db, IOpenRecordsReader records, IConsentReader consents)
{
    public async Task<IQueryable<Reminder>> OfAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var open = (await records.OfAsync(accountId, Tab.Plan, cancellationToken)).Select(record => record.ServiceUserId).ToArray();
        // Whoever said no to reminders here finds none, whatever was made before.
        var refused = (await consents.RefusedRemindersAsync(accountId, cancellationToken)).Inbox;
        return db.Reminders.AsNoTracking().Where(one => one.AccountId == accountId && one.WithdrawnAt == null
            && (ReminderKinds.OfTheLaw.Contains(one.Kind) || (!refused && open.Contains(one.ServiceUserId))));
    }
}
