using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.CoProduction.Effects;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Effects;

/// <summary>Makes a project's reading of perceived effects anew, where it may be: over the people of the project who agreed to its statistics. Returns how many families have a new release.</summary>
public sealed record ReleaseProjectEffectsCommand(Guid ProjectId) : ICommand<int>
{
    public Needed Access => Needed.System;
}

internal sealed class ReleaseProjectEffectsHandler(IEffectsDb db, IConsentReader consents, IEnrolmentReader enrolments, IRecordScope records, TimeProvider time)
    : IRequestHandler<ReleaseProjectEffectsCommand, int>
{
    public async Task<int> Handle(ReleaseProjectEffectsCommand command, CancellationToken cancellationToken)
    {
        await db.HoldReleasesAsync(command.ProjectId, cancellationToken);
        records.OpenForEveryone();
        var people = await PeopleAsync(command.ProjectId, cancellationToken);
        var sheets = await db.Sheets.AsNoTracking()
            .Where(sheet => sheet.SubjectKind == EffectsSubjectKind.Service && sheet.SubjectId == command.ProjectId && people.Contains(sheet.ServiceUserId)).ToListAsync(cancellationToken);
        var ids = sheets.ConvertAll(sheet => sheet.Id);
        var answers = (await db.EffectsAnswers.AsNoTracking().Where(answer => people.Contains(answer.ServiceUserId) && ids.Contains(answer.SheetId)).ToListAsync(cancellationToken))
            .ToLookup(answer => answer.SheetId);
        var made = 0;
        foreach (var family in Enum.GetValues<EffectsFamily>())
        {
            var shares = sheets.GroupBy(sheet => sheet.ServiceUserId).Select(person => Share(person, answers, family)).OfType<EffectsShare>().ToList();
            if (EffectsRelease.Make(command.ProjectId, family, shares, await FormerAsync(command.ProjectId, family, cancellationToken), time.GetUtcNow()) is { } release)
            {
                db.Releases.Add(release);
                db.ReleaseParts.AddRange(shares.Select(share => EffectsReleasePart.Of(share, release)));
                made++;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return made;
    }

    private async Task<HashSet<Guid>> PeopleAsync(Guid projectId, CancellationToken cancellationToken)
    {
        var agreed = await consents.AgreedPeopleAsync(ConsentPurpose.Statistics(projectId), cancellationToken);
        var stays = await enrolments.ProjectsOfAsync(agreed, cancellationToken);
        return [.. agreed.Where(person => stays.TryGetValue(person, out var projects) && projects.Contains(projectId))];
    }

    // Of each person the latest sheet in which the family has a mean.
    private static EffectsShare? Share(IEnumerable<EffectsSheet> sheets, ILookup<Guid, EffectsAnswer> answers, EffectsFamily family)
    {
        foreach (var sheet in sheets.InOrder().Reverse())
        {
            var latest = answers[sheet.Id].Where(answer => answer.Family == family).GroupBy(answer => answer.Item).Select(item => item.InOrder().Last()).ToList();
            if (FamilyMean.Of(family, latest).Mean is { } mean)
            {
                return new EffectsShare(sheet.ServiceUserId, mean, FactSet.Mark(latest.Select(answer => answer.Id)));
            }
        }

        return null;
    }

    private async Task<List<ReleasedTo>> FormerAsync(Guid projectId, EffectsFamily family, CancellationToken cancellationToken)
    {
        var former = await db.Releases.AsNoTracking().Where(release => release.ProjectId == projectId && release.Family == family).ToListAsync(cancellationToken);
        var ids = former.ConvertAll(release => release.Id);
        var parts = (await db.ReleaseParts.AsNoTracking().Where(part => ids.Contains(part.ReleaseId)).ToListAsync(cancellationToken)).ToLookup(part => part.ReleaseId);
        return former.ConvertAll(release => new ReleasedTo(release.People, parts[release.Id].ToDictionary(part => part.ServiceUserId, part => part.Mark)));
    }
}
