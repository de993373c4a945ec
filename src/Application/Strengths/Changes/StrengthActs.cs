using Barometre.Application.Shared.Acts;
using Barometre.Domain.Strengths;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Strengths.Changes;

/// <summary>Who did what with a person's strengths.</summary>
public sealed class StrengthActs(IStrengthsDb db) : IActsReader
{
    public async Task<RecordedActs> ActsAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var facts = await db.Facts.AsNoTracking().Where(fact => fact.ServiceUserId == serviceUserId).ToListAsync(cancellationToken);
        return new RecordedActs(
            facts.ConvertAll(fact => new RecordedAct(fact.Id, Kind(fact.Kind), fact.Perspective, fact.Setting, fact.At)),
            [.. facts.GroupBy(fact => fact.StrengthId).Select(Offer).OfType<RecordedOffer>()]);
    }

    public async Task<IReadOnlyList<Guid>> PeopleAsync(CancellationToken cancellationToken) =>
        await db.Strengths.AsNoTracking().Select(strength => strength.ServiceUserId).Distinct().ToListAsync(cancellationToken);

    private static ActKind Kind(StrengthFactKind kind) => kind is StrengthFactKind.Named or StrengthFactKind.Proposed or StrengthFactKind.Revised ? ActKind.StrengthNamed : ActKind.StrengthAnswered;

    private static RecordedOffer? Offer(IEnumerable<StrengthFact> facts)
    {
        var (proposed, answer) = (facts.FirstOrDefault(fact => fact.Kind == StrengthFactKind.Proposed), facts.FirstOrDefault(fact => Answer(fact.Kind) is not null));
        return proposed is null ? null : new RecordedOffer(proposed.Id, proposed.At, answer is null ? null : Answer(answer.Kind), answer?.At);
    }

    private static OfferAnswer? Answer(StrengthFactKind kind) => kind switch
    {
        StrengthFactKind.Accepted => OfferAnswer.Accepted,
        StrengthFactKind.Amended => OfferAnswer.Amended,
        StrengthFactKind.Declined => OfferAnswer.Declined,
        _ => null,
    };
}
