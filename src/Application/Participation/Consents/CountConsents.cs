using Barometre.Application.Shared;
using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Consents;

/// <summary>How many of a project's people answered what, for one purpose.</summary>
/// <param name="Agreed">Null, like the others, when any of the three is so small (1 to 4) that somebody might be recognised.</param>
/// <param name="Unanswered">People who have not answered: silence is no.</param>
public sealed record ConsentCount(ConsentKind Kind, string Subject, int? Agreed, int? Declined, int? Unanswered)
{
    /// <summary>The smallest number that is shown, besides none.</summary>
    public const int Smallest = 5;

    internal static ConsentCount Of(Purpose purpose, int agreed, int declined, int people)
    {
        var unanswered = people - agreed - declined;
        return new[] { agreed, declined, unanswered }.Any(count => count is > 0 and < Smallest)
            ? new ConsentCount(purpose.Kind, purpose.Subject, null, null, null)
            : new ConsentCount(purpose.Kind, purpose.Subject, agreed, declined, unanswered);
    }
}

/// <summary>How many people of a project agree to its statistics and to the studies that ask there: numbers, never names.</summary>
public sealed record CountConsentsQuery(Guid ProjectId) : IQuery<IReadOnlyList<ConsentCount>>
{
    public Needed Access => Needed.Project(ProjectId, Role.Coordinator);
}

internal sealed class CountConsentsHandler(IParticipationDb db) : IRequestHandler<CountConsentsQuery, IReadOnlyList<ConsentCount>>
{
    public async Task<IReadOnlyList<ConsentCount>> Handle(CountConsentsQuery query, CancellationToken cancellationToken)
    {
        var stays = db.Enrolments.AsNoTracking().Where(stay => stay.ProjectId == query.ProjectId && stay.Until == null);
        var people = await stays.CountAsync(cancellationToken);
        var studies = await db.ResearchStudies.AsNoTracking().Where(study => study.ProjectIds.Contains(query.ProjectId)).OrderBy(study => study.Id).Select(study => study.Id)
            .ToListAsync(cancellationToken);
        Purpose[] purposes = [new(ConsentKind.ProjectStatistics, query.ProjectId.ToString()), .. studies.Select(id => new Purpose(ConsentKind.ResearchStudy, id.ToString()))];
        var subjects = purposes.Select(purpose => purpose.Subject).ToArray();
        var counted = (await db.Consents.AsNoTracking()
                .Where(one => (one.Kind == ConsentKind.ProjectStatistics || one.Kind == ConsentKind.ResearchStudy) && subjects.Contains(one.Subject))
                .Where(one => stays.Any(stay => stay.ServiceUserId == one.ServiceUserId))
                .GroupBy(one => new { one.Kind, one.Subject, Agrees = one.Answer == ConsentAnswer.Given })
                .Select(group => new { group.Key.Kind, group.Key.Subject, group.Key.Agrees, People = group.Count() }).ToListAsync(cancellationToken))
            .ToDictionary(one => (new Purpose(one.Kind, one.Subject), one.Agrees), one => one.People);
        return [.. purposes.Select(purpose => ConsentCount.Of(purpose, counted.GetValueOrDefault((purpose, true)), counted.GetValueOrDefault((purpose, false)), people))];
    }
}
