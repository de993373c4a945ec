using Barometre.Application.Participation.Accounts;
using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Participation.Communications;

/// <summary>Something that left the record.</summary>
/// <param name="Tabs">Of which parts.</param>
/// <param name="Recipient">The name of the account or organisation that received it; null for the person, a study and an authority, and when the account is no more.</param>
/// <param name="Organisation">On whose behalf the account was around the person then; null for a relative.</param>
/// <param name="Study">The title of the study that received it.</param>
public sealed record CommunicationView(
    Guid CommunicationId, DateTimeOffset At, CommunicationForm Form, IReadOnlyList<string> Tabs, RecipientKind RecipientKind, Guid? RecipientId, string? Recipient, string? Organisation,
    Wording? Study, CommunicationPurpose Purpose, CommunicationGround Ground);

/// <summary>Who the recipients are: the person and an authority read the same.</summary>
internal static class NamedCommunications
{
    public static async Task<List<CommunicationView>> NamedAsync(this IQueryable<CommunicationEntry> entries, IParticipationDb db, IAccountSeal seal, CancellationToken cancellationToken)
    {
        var rows = await (
            from entry in entries
            join known in db.AccountNames on entry.RecipientId equals (Guid?)known.Id into accounts
            from account in accounts.DefaultIfEmpty()
            join known in db.Organisations on entry.RecipientId equals (Guid?)known.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            join known in db.ResearchStudies on entry.RecipientId equals (Guid?)known.Id into studies
            from study in studies.DefaultIfEmpty()
            select new
            {
                Entry = entry,
                Account = account == null ? null : account.DisplayNameSealed,
                Organisation = organisation == null ? null : organisation.Name,
                // The latest place that the account had by then: it may be over, and another have begun since.
                Behind = (from place in db.CircleMembers
                          join project in db.Projects on place.ProjectId equals project.Id
                          join behind in db.Organisations on project.OrganisationId equals behind.Id
                          where place.ServiceUserId == entry.ServiceUserId && place.AccountId == entry.RecipientId && place.Since <= entry.At
                          orderby place.Since descending, place.Id descending
                          select behind.Name).FirstOrDefault(),
                Study = study == null ? null : new Wording(study.TitleFr, study.TitleEn),
            }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new CommunicationView(
            row.Entry.Id, row.Entry.At, row.Entry.Form, row.Entry.Tabs, row.Entry.RecipientKind, row.Entry.RecipientId, seal.NameIn(row.Account) ?? row.Organisation, row.Behind,
            row.Study, row.Entry.Purpose, row.Entry.Ground));
    }
}
