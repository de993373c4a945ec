using Barometre.Application.CoProduction.Proposals;
using Barometre.Application.Shared.Acts;
using Barometre.Domain.CoProduction.Degrees;
using Barometre.Domain.CoProduction.Proposals;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.CoProduction.Degrees;

/// <summary>Everything that was done in a record, by stage; read from every module that tells of acts, and from the proposals here.</summary>
public sealed class CoproductionActs(IEnumerable<IActsReader> readers, IProposalsDb db)
{
    internal async Task<(IReadOnlyList<StageAct> Acts, IReadOnlyList<(Guid Id, DateTimeOffset At, ProposalState Answer, TimeSpan? After)> Proposals)> ReadAsync(
        Guid serviceUserId, CancellationToken cancellationToken)
    {
        List<RecordedAct> acts = [];
        List<RecordedOffer> offers = [];
        foreach (var reader in readers)
        {
            var read = await reader.ActsAsync(serviceUserId, cancellationToken);
            acts.AddRange(read.Acts);
            offers.AddRange(read.Offers);
        }

        var proposals = await db.Proposals.AsNoTracking().Where(one => one.ServiceUserId == serviceUserId).ToListAsync(cancellationToken);
        return (
            [
                .. acts.Select(act => new StageAct(act.FactId, Of(act.Kind).Stage, Of(act.Kind).Part, By(act.By, act.Setting), act.At)),
                // The person's yes is in the facts of the module that owns the thing; that somebody else began it is here only.
                .. proposals.Select(one => new StageAct(one.Id, Of(one.Kind), StagePart.Initiated, By(one.Perspective, Setting.Alone), one.At)),
            ],
            [
                .. offers.Select(offer => (offer.FactId, offer.At, State(offer.Answer), offer.AnsweredAt - offer.At)),
                .. proposals.Select(one => (one.Id, one.At, one.State, one.State == ProposalState.Open ? null : (TimeSpan?)(one.StateSince - one.At))),
            ]);
    }

    /// <summary>Everybody about whom something was done; with every record open.</summary>
    internal async Task<IReadOnlyCollection<Guid>> PeopleAsync(CancellationToken cancellationToken)
    {
        HashSet<Guid> people = [.. await db.Proposals.AsNoTracking().Select(one => one.ServiceUserId).Distinct().ToListAsync(cancellationToken)];
        foreach (var reader in readers)
        {
            people.UnionWith(await reader.PeopleAsync(cancellationToken));
        }

        return people;
    }

    private static (CoproductionStage Stage, StagePart Part) Of(ActKind kind) => kind switch
    {
        ActKind.AssessmentOpened => (CoproductionStage.DefiningNeeds, StagePart.Initiated),
        ActKind.StarsChosen or ActKind.StrengthAnswered => (CoproductionStage.DefiningNeeds, StagePart.Decided),
        ActKind.StrengthNamed => (CoproductionStage.DefiningNeeds, StagePart.Done),
        ActKind.GoalWritten => (CoproductionStage.SettingGoals, StagePart.Initiated),
        ActKind.GoalDecided => (CoproductionStage.SettingGoals, StagePart.Decided),
        ActKind.GoalWorded => (CoproductionStage.SettingGoals, StagePart.Done),
        ActKind.ActionWritten => (CoproductionStage.Planning, StagePart.Initiated),
        ActKind.ActionDecided => (CoproductionStage.Planning, StagePart.Decided),
        ActKind.ActionWorded => (CoproductionStage.Planning, StagePart.Done),
        ActKind.CarrierAsked => (CoproductionStage.Doing, StagePart.Initiated),
        ActKind.CarrierAnswered => (CoproductionStage.Doing, StagePart.Decided),
        ActKind.ActionDone => (CoproductionStage.Doing, StagePart.Done),
        ActKind.Reviewed => (CoproductionStage.Reviewing, StagePart.Initiated),
        ActKind.GoalMoved => (CoproductionStage.Reviewing, StagePart.Decided),
        _ => (CoproductionStage.Reviewing, StagePart.Done),
    };

    private static CoproductionStage Of(ProposalKind kind) => kind switch
    {
        ProposalKind.RewordGoal or ProposalKind.WriteLevels => CoproductionStage.SettingGoals,
        ProposalKind.StepGoal => CoproductionStage.Reviewing,
        ProposalKind.RewordAction or ProposalKind.StepAction => CoproductionStage.Planning,
        ProposalKind.AskCarrier => CoproductionStage.Doing,
        _ => CoproductionStage.DefiningNeeds,
    };

    private static Actor By(Perspective? by, Setting setting) => setting == Setting.Joint ? Actor.Both : by switch
    {
        Perspective.ServiceUser => Actor.Person,
        Perspective.Practitioner => Actor.Practitioner,
        _ => Actor.Other,
    };

    private static ProposalState State(OfferAnswer? answer) => answer switch
    {
        OfferAnswer.Accepted => ProposalState.Accepted,
        OfferAnswer.Amended => ProposalState.Amended,
        OfferAnswer.Declined => ProposalState.Declined,
        OfferAnswer.Withdrawn => ProposalState.Withdrawn,
        _ => ProposalState.Open,
    };
}
