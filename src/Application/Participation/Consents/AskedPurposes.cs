using Barometre.Application.Participation.Accounts;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Participation.Consents;

/// <summary>Finds what a person is asked about today: it follows from the projects they are in, the systems in their circle and the studies that ask there.</summary>
internal sealed class AskedPurposes(IParticipationDb db, IConsentContent content, IAccountSeal seal, TimeProvider time)
{
    private static readonly AskingProject Nobody = new(null, null, null, Country.Quebec, null, null, null);

    public async Task<IReadOnlyList<AskedPurpose>> OfAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var projects = await ProjectsAsync(serviceUserId, cancellationToken);
        var first = projects.Count == 0 ? Nobody : projects[0];
        return
        [
            new(Purpose.Care, first),
            .. projects.Select(project => new AskedPurpose(new Purpose(ConsentKind.ProjectStatistics, project.ProjectId.ToString()!), project)),
            .. await StudiesAsync(projects, cancellationToken),
            .. content.Current.Themes.Select(theme => new AskedPurpose(Purpose.ResearchTheme(theme.Code), first, Themes: [theme])),
            .. await SystemsAsync(serviceUserId, projects, cancellationToken),
            new(new Purpose(ConsentKind.Community, ""), first),
            new(new Purpose(ConsentKind.Reminders, "inbox"), first),
            new(new Purpose(ConsentKind.Reminders, "mail"), first),
        ];
    }

    private async Task<List<AskingProject>> ProjectsAsync(Guid serviceUserId, CancellationToken cancellationToken) => await (
        from stay in db.Enrolments.AsNoTracking()
        join project in db.Projects on stay.ProjectId equals project.Id
        join organisation in db.Organisations on project.OrganisationId equals organisation.Id
        where stay.ServiceUserId == serviceUserId && stay.Until == null
        orderby stay.Since, stay.Id
        select new AskingProject(
            project.Id, project.Name, organisation.Name, project.Country, project.RetentionMonths,
            organisation.ResponsibleForPrivacy == null ? null : new PrivacyContact(organisation.ResponsibleForPrivacy, organisation.PrivacyReach!), project.DataRegion)).ToListAsync(cancellationToken);

    private async Task<IEnumerable<AskedPurpose>> StudiesAsync(List<AskingProject> projects, CancellationToken cancellationToken)
    {
        var ids = projects.ConvertAll(project => project.ProjectId!.Value).ToArray();
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var studies = await (
            from study in db.ResearchStudies.AsNoTracking()
            join organisation in db.Organisations on study.OrganisationId equals organisation.Id
            where study.EndsOn >= today && study.ProjectIds.Any(id => ids.Contains(id))
            orderby study.Id
            select new { Study = study, organisation.Name, organisation.Country, organisation.ResponsibleForPrivacy, organisation.PrivacyReach }).ToListAsync(cancellationToken);
        // What the person notes stays where their project keeps it.
        return studies.Select(found => new AskedPurpose(
            new Purpose(ConsentKind.ResearchStudy, found.Study.Id.ToString()),
            new AskingProject(null, null, found.Name, found.Country, null, PrivacyContact.Of(found.ResponsibleForPrivacy, found.PrivacyReach), projects[0].Region), found.Study.Description,
            Themes: [.. content.Current.Themes.Where(theme => found.Study.Themes.Contains(theme.Code))]));
    }

    private async Task<IEnumerable<AskedPurpose>> SystemsAsync(Guid serviceUserId, List<AskingProject> projects, CancellationToken cancellationToken)
    {
        var systems = await (
            from member in db.CircleMembers.AsNoTracking()
            join account in db.AccountNames on member.AccountId equals (Guid?)account.Id
            where member.ServiceUserId == serviceUserId && member.Role == Role.Integrator && member.State == CircleState.Active
            orderby member.Since, member.Id
            select new { account.Id, account.DisplayNameSealed, member.ProjectId }).ToListAsync(cancellationToken);
        return systems.DistinctBy(system => system.Id).Select(system => new AskedPurpose(
            Purpose.Integrator(system.Id), projects.Find(project => project.ProjectId == system.ProjectId) ?? Nobody, System: seal.NameIn(system.DisplayNameSealed)));
    }
}
