using Barometre.Application.Shared;
using Barometre.Domain.CoProduction.Degrees;
using Barometre.Domain.CoProduction.Proposals;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Degrees;

/// <summary>Recomputes one person's degree of coproduction from the facts, quarter by quarter and over all; done twice, or by two nodes at once, it leaves the same rows. Returns how many rows differed.</summary>
public sealed record RecomputeDegreeCommand(Guid ServiceUserId) : ICommand<int>
{
    public Needed Access => Needed.SystemFor(ServiceUserId, Tab.Coproduction);
}

internal sealed class RecomputeDegreeHandler(IDegreesDb db, CoproductionActs reader, TimeProvider time) : IRequestHandler<RecomputeDegreeCommand, int>
{
    public async Task<int> Handle(RecomputeDegreeCommand command, CancellationToken cancellationToken)
    {
        var person = command.ServiceUserId;
        await db.HoldDegreesAsync(person, cancellationToken);
        var (acts, proposals) = await reader.ReadAsync(person, cancellationToken);
        var degrees = await db.Degrees.Where(row => row.ServiceUserId == person).ToDictionaryAsync(row => row.Period, StringComparer.Ordinal, cancellationToken);
        var stages = await db.DegreeStages.Where(row => row.ServiceUserId == person).ToDictionaryAsync(row => (row.Period, row.Stage), cancellationToken);
        var moments = acts.Select(act => act.At).Concat(proposals.Select(one => one.At)).ToList();
        var differing = 0;
        foreach (var period in moments.Select(Period.Of).Distinct().Concat(moments.Count == 0 ? [] : [Period.All]))
        {
            List<StageAct> within = [.. acts.Where(act => Period.IsIn(act.At, period))];
            var figures = StageFigures.Of(within);
            degrees.Remove(period, out var degree);
            differing += Weigh(degree ?? db.Degrees.Add(DegreeRow.For(person, period)).Entity, figures, within, [.. proposals.Where(one => Period.IsIn(one.At, period))]);
            foreach (var stage in figures.Where(each => each.Share is not null))
            {
                stages.Remove((period, stage.Stage), out var row);
                row ??= db.DegreeStages.Add(StageRow.For(person, period, stage.Stage)).Entity;
                differing += row.Become(stage, FactSet.Mark(within.Where(act => act.Stage == stage.Stage).Select(act => act.FactId)), time.GetUtcNow()) ? 1 : 0;
            }
        }

        // What is left has no facts any more.
        db.Degrees.RemoveRange(degrees.Values);
        db.DegreeStages.RemoveRange(stages.Values);
        await db.SaveChangesAsync(cancellationToken);
        return differing + degrees.Count + stages.Count;
    }

    private int Weigh(DegreeRow row, IReadOnlyList<StageFigures> figures, List<StageAct> acts, List<(Guid Id, DateTimeOffset At, ProposalState Answer, TimeSpan? After)> proposals)
    {
        var joint = acts.Count(act => act.By == Actor.Both);
        var inputs = FactSet.Mark(acts.Select(act => act.FactId).Concat(proposals.Select(one => one.Id)));
        return row.Become(figures, ProposalFigures.Of(proposals.ConvertAll(one => (one.Answer, one.After))), (acts.Count - joint, joint), inputs, time.GetUtcNow()) ? 1 : 0;
    }
}
