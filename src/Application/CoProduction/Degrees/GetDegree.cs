using Barometre.Application.CoProduction.Voices;
using Barometre.Application.Shared;
using Barometre.Domain.CoProduction.Degrees;
using Barometre.Domain.CoProduction.Voices;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Degrees;

/// <summary>The degree of coproduction in one record, over all and quarter by quarter, as last computed: for the person and the practitioners beside them, and for nobody else.</summary>
public sealed record GetDegreeQuery(Guid ServiceUserId) : IQuery<DegreeView>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Read);
}

/// <summary>The degree of coproduction and its definition.</summary>
/// <param name="Method">The version of the definition.</param>
/// <param name="Definition">What it says, in plain words.</param>
/// <param name="Periods">All of the time first, then the quarters, latest first; none before anything was done.</param>
public sealed record DegreeView(string Method, Wording Definition, IReadOnlyList<DegreeOfPeriod> Periods);

/// <summary>One stretch of time.</summary>
/// <param name="Period"><c>all</c>, or a quarter in UTC: <c>2026-Q1</c>.</param>
/// <param name="Degree">0 to 5: in how many stages the person's share is a half or more; null without any act.</param>
/// <param name="Stages">Of how many stages anything can be said; a stage without any act is not among them.</param>
/// <param name="Shares">Each stage of which something can be said.</param>
/// <param name="Proposals">What was proposed to the person in that time, and how they answered since.</param>
/// <param name="Gaps">What became of the gaps between the two voices that began or were settled in that time, as the caller may see them; null when the quality of life is closed to them.</param>
/// <param name="Alone">Acts by somebody on their own.</param>
/// <param name="Joint">Acts by the person and somebody beside them, on one screen.</param>
public sealed record DegreeOfPeriod(
    string Period, int? Degree, int Stages, IReadOnlyList<StageView> Shares, ProposalFigures Proposals, GapFigures? Gaps, int Alone, int Joint, long Inputs, DateTimeOffset ComputedAt);

/// <summary>One stage.</summary>
/// <param name="Share">The person's, 0 to 1.</param>
/// <param name="Initiated">Who began things, in acts.</param>
/// <param name="Decided">Who decided.</param>
/// <param name="Done">Who did.</param>
public sealed record StageView(CoproductionStage Stage, double Share, ActsByActor Initiated, ActsByActor Decided, ActsByActor Done);

/// <summary>Acts counted by whose they were.</summary>
/// <param name="Both">The person and somebody beside them, on one screen.</param>
/// <param name="Other">A relative, or somebody outside the circle.</param>
public sealed record ActsByActor(int Person, int Practitioner, int Both, int Other)
{
    internal static ActsByActor Of(int[] counts) =>
        new(counts[(int)Actor.Person], counts[(int)Actor.Practitioner], counts[(int)Actor.Both], counts[(int)Actor.Other]);
}

internal sealed class GetDegreeHandler(IDegreesDb db, GapTalks gaps, Caller caller) : IRequestHandler<GetDegreeQuery, DegreeView>
{
    private static readonly Wording Definition = new(
        "Dans ce qui a été noté, qui a lancé, décidé et fait les choses, à cinq étapes : dire les besoins, se donner des objectifs, prévoir, faire, revoir. La part de la personne dans une étape est la moyenne de sa part dans ce qui a été lancé, décidé et fait ; ce qui est fait ensemble compte pour moitié. Le degré dit dans combien d’étapes, de 0 à 5, cette part est d’au moins la moitié. D’une étape où rien n’est noté, on ne dit rien. À côté : les propositions et leurs réponses ; les écarts entre les deux voix, combien se sont ouverts, de combien on a parlé, sur combien on s’est entendu, y compris à rester en désaccord. Ce n’est la note de personne, et rien ne s’y compare d’une personne à l’autre.",
        "In what was noted, who began, decided and did things, at five stages: saying the needs, setting goals, planning, doing, reviewing. The person’s share in a stage is the mean of their share in what was begun, decided and done; what is done together counts half. The degree says in how many stages, from 0 to 5, that share is a half or more. Of a stage where nothing is noted, nothing is said. Beside it: proposals and how they were answered; gaps between the two voices, how many opened, how many were talked about, on how many you agreed, be it to differ. It is nobody’s mark, and nothing in it compares one person with another.");

    public async Task<DegreeView> Handle(GetDegreeQuery query, CancellationToken cancellationToken)
    {
        // For the two people first: the tab alone does not open it to relatives, other systems or whoever else.
        if (caller.Grant!.As is not (Role.ServiceUser or Role.Practitioner))
        {
            throw new Forbidden(SharedErrors.RoleNeeded);
        }

        var degrees = await db.Degrees.AsNoTracking().Where(row => row.ServiceUserId == query.ServiceUserId).ToListAsync(cancellationToken);
        var stages = (await db.DegreeStages.AsNoTracking().Where(row => row.ServiceUserId == query.ServiceUserId).ToListAsync(cancellationToken)).ToLookup(row => row.Period, StringComparer.Ordinal);
        var talked = degrees.Count == 0 ? null : await gaps.ReadAsync(query.ServiceUserId, cancellationToken);
        return new DegreeView(
            StageFigures.Method, Definition,
            [.. degrees.OrderByDescending(row => row.Period == Period.All).ThenByDescending(row => row.Period, StringComparer.Ordinal).Select(row => new DegreeOfPeriod(
                row.Period, row.Degree, row.Stages, [.. stages[row.Period].OrderBy(stage => stage.Stage).Select(View)], row.Proposals,
                talked is null ? null : GapFigures.Of(talked, at => Period.IsIn(at, row.Period)), row.Alone, row.Joint, row.Inputs, row.ComputedAt))]);
    }

    private static StageView View(StageRow row) => new(row.Stage, row.Share, ActsByActor.Of(row.Initiated), ActsByActor.Of(row.Decided), ActsByActor.Of(row.Done));
}
