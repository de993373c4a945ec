using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan.Figures;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Figures;

/// <summary>The plan in figures, as last computed: for the person and whoever accompanies them, never to rank anybody.</summary>
public sealed record GetPlanFiguresQuery(Guid ServiceUserId) : IQuery<PlanFiguresView>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Read);
}

/// <summary>The plan in figures.</summary>
/// <param name="Summary">Null until there is a goal.</param>
/// <param name="Attainment">GAS T of each voice that has rated a goal that holds; never merged.</param>
public sealed record PlanFiguresView(PlanSummaryView? Summary, IReadOnlyList<AttainmentView> Attainment);

/// <summary>Goals and actions in figures.</summary>
/// <param name="Figures">The counts.</param>
/// <param name="ShareDone">0 to 1 of the actions; null when there are none.</param>
/// <param name="ShareDoneLate">0 to 1 of those that are done; null when none is.</param>
/// <param name="Method">The version of the definitions.</param>
/// <param name="Inputs">Stands for the very set of facts computed from.</param>
/// <param name="Definition">What the figures say, in plain words.</param>
public sealed record PlanSummaryView(PlanFigures Figures, double? ShareDone, double? ShareDoneLate, string Method, long Inputs, DateTimeOffset ComputedAt, PlanWording Definition);

/// <summary>GAS T in one voice.</summary>
/// <param name="T">50 = as hoped, all in all.</param>
/// <param name="Goals">How many goals it is made from.</param>
/// <param name="Method">The version of the definition.</param>
/// <param name="Inputs">Stands for the very set of facts computed from.</param>
/// <param name="Definition">What the figure says, in plain words.</param>
public sealed record AttainmentView(Perspective Perspective, double T, int Goals, string Method, long Inputs, DateTimeOffset ComputedAt, PlanWording Definition);

/// <summary>Plain words in both languages.</summary>
public sealed record PlanWording(string Fr, string En);

internal sealed class GetPlanFiguresHandler(IAccomplishmentPlanDb db) : IRequestHandler<GetPlanFiguresQuery, PlanFiguresView>
{
    private static readonly PlanWording Counts = new(
        "Parmi les actions que la personne a acceptées et que rien n’a fait abandonner : combien sont faites, combien l’ont été après leur jour, et qui a dit oui pour les porter. Ce n’est la note de personne.",
        "Of the actions that the person agreed to and that were not dropped: how many are done, how many were done after their day, and who said yes to carrying them. It is nobody’s mark.");

    private static readonly PlanWording Attainment = new(
        "Un seul nombre pour tous les objectifs dont les niveaux ont été notés par cette voix, chacun selon son poids : 50 veut dire « comme espéré » dans l’ensemble, plus haut veut dire mieux qu’espéré.",
        "One number for all the goals whose levels this voice has noted, each by its weight: 50 means “as hoped” all in all, higher means better than hoped.");

    public async Task<PlanFiguresView> Handle(GetPlanFiguresQuery query, CancellationToken cancellationToken)
    {
        var summary = await db.Summaries.AsNoTracking().FirstOrDefaultAsync(row => row.ServiceUserId == query.ServiceUserId, cancellationToken);
        var voices = await db.Attainments.AsNoTracking().Where(row => row.ServiceUserId == query.ServiceUserId).ToListAsync(cancellationToken);
        return new PlanFiguresView(
            summary is null ? null : View(summary),
            [.. voices.OrderBy(voice => voice.Perspective).Select(voice => new AttainmentView(voice.Perspective, voice.T, voice.Goals, voice.Method, voice.Inputs, voice.ComputedAt, Attainment))]);
    }

    private static PlanSummaryView View(PlanSummary row) => new(
        row.Figures, Share(row.Done, row.Actions), Share(row.DoneLate, row.Done), row.Method, row.Inputs, row.ComputedAt, Counts);

    private static double? Share(int some, int all) => all == 0 ? null : (double)some / all;
}
