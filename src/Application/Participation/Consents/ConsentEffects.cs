using Barometre.Application.Participation.Contracts;
using Barometre.Domain.Participation.Consents;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Participation.Consents;

/// <summary>What a no does beyond the access decision, which looks for itself: whoever received data is told to remove it.</summary>
internal sealed class ConsentEffects(IParticipationDb db, ITombstones tombstones)
{
    public async Task OfAsync(ConsentFact fact, CancellationToken cancellationToken)
    {
        if (fact.Agrees)
        {
            return;
        }

        foreach (var purpose in await ToldAsync(fact, cancellationToken))
        {
            await tombstones.AddAsync(fact.ServiceUserId, TombstoneReason.Withdrawn, purpose, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<ConsentPurpose>> ToldAsync(ConsentFact fact, CancellationToken cancellationToken) => fact.Kind switch
    {
        // A no where there never was a yes: nobody received anything.
        ConsentKind.ProjectStatistics when fact.Answer == ConsentAnswer.Withdrawn => [ConsentPurpose.Statistics(Guid.Parse(fact.Subject))],
        ConsentKind.ResearchStudy when fact.Answer == ConsentAnswer.Withdrawn => [ConsentPurpose.Study(Guid.Parse(fact.Subject))],
        ConsentKind.ResearchTheme => [ConsentPurpose.ResearchTheme(fact.Subject), .. await StudiesTouchingAsync(fact, cancellationToken)],
        ConsentKind.Integrator => [ConsentPurpose.Integrator(Guid.Parse(fact.Subject))],
        ConsentKind.Care => await SystemsAsync(fact.ServiceUserId, cancellationToken),
        _ => [],
    };

    private async Task<IEnumerable<ConsentPurpose>> StudiesTouchingAsync(ConsentFact fact, CancellationToken cancellationToken)
    {
        var agreed = await db.Consents.AsNoTracking()
            .Where(one => one.ServiceUserId == fact.ServiceUserId && one.Kind == ConsentKind.ResearchStudy && one.Answer == ConsentAnswer.Given)
            .Select(one => one.Subject).ToListAsync(cancellationToken);
        var ids = agreed.ConvertAll(Guid.Parse);
        return (await db.ResearchStudies.AsNoTracking().Where(study => ids.Contains(study.Id) && study.Themes.Contains(fact.Subject)).Select(study => study.Id).ToListAsync(cancellationToken))
            .Select(ConsentPurpose.Study);
    }

    private async Task<IReadOnlyList<ConsentPurpose>> SystemsAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        [.. (await db.CircleMembers.AsNoTracking()
                .Where(member => member.ServiceUserId == serviceUserId && member.Role == Domain.Shared.Role.Integrator && member.AccountId != null)
                .Select(member => member.AccountId!.Value).Distinct().ToListAsync(cancellationToken))
            .Select(ConsentPurpose.Integrator)];
}
