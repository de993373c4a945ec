using Barometre.Application.Participation.Accounts;
using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Communications;

/// <summary>Something that left the record.</summary>
/// <param name="Tabs">Of which parts.</param>
/// <param name="Recipient">The name of the account, organisation or study that received it; null for the person and for an authority.</param>
public sealed record CommunicationView(
    Guid CommunicationId, DateTimeOffset At, CommunicationForm Form, IReadOnlyList<string> Tabs, RecipientKind RecipientKind, Guid? RecipientId, string? Recipient,
    CommunicationPurpose Purpose, CommunicationGround Ground);

/// <summary>What left the person's record, to whom, why and when, newest first; also what other systems read with their keys.</summary>
public sealed record ListCommunicationsQuery(Guid ServiceUserId, string? Cursor, int Limit) : IQuery<Page<CommunicationView>>
{
    public Needed Access => Needed.Rights(ServiceUserId);
}

internal sealed class ListCommunicationsValidator : AbstractValidator<ListCommunicationsQuery>
{
    public ListCommunicationsValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestPage);
        RuleFor(query => query.Cursor).Must(Place.IsCursor);
    }
}

internal sealed class ListCommunicationsHandler(IParticipationDb db, IAccountSeal seal) : IRequestHandler<ListCommunicationsQuery, Page<CommunicationView>>
{
    public async Task<Page<CommunicationView>> Handle(ListCommunicationsQuery query, CancellationToken cancellationToken)
    {
        var place = Place.Of(query.Cursor);
        var rows = await (
            from entry in db.Communications.AsNoTracking()
            join known in db.AccountNames on entry.RecipientId equals (Guid?)known.Id into accounts
            from account in accounts.DefaultIfEmpty()
            join known in db.Organisations on entry.RecipientId equals (Guid?)known.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            join known in db.ResearchStudies on entry.RecipientId equals (Guid?)known.Id into studies
            from study in studies.DefaultIfEmpty()
            where entry.ServiceUserId == query.ServiceUserId && (entry.At < place.At || (entry.At == place.At && entry.Id < place.Id))
            orderby entry.At descending, entry.Id descending
            select new
            {
                Entry = entry, Account = account == null ? null : account.DisplayNameSealed, Other = organisation != null ? organisation.Name : study != null ? study.TitleFr : null,
            }).Take(query.Limit + 1).ToListAsync(cancellationToken);
        return Place.Page(rows.ConvertAll(row => View(row.Entry, seal.NameIn(row.Account) ?? row.Other)), query.Limit, row => new Place(row.At, row.CommunicationId));
    }

    private static CommunicationView View(CommunicationEntry entry, string? recipient) =>
        new(entry.Id, entry.At, entry.Form, entry.Tabs, entry.RecipientKind, entry.RecipientId, recipient, entry.Purpose, entry.Ground);
}
