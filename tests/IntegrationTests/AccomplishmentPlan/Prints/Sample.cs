using Barometre.Application.AccomplishmentPlan.Prints;
using Barometre.Domain.Shared;

namespace Barometre.IntegrationTests.AccomplishmentPlan.Prints;

/// <summary>Prints of an invented person.</summary>
internal static class Sample
{
    public static readonly DateOnly Day = new(2026, 11, 20);

    /// <summary>As much as a full record holds: 12 assessments, 40 people with 200 ties, 60 strengths, 15 goals with 60 actions.</summary>
    public static PrintContent Full(string language = "fr", bool largeType = false) => new(
        "Zéphyr l’Inventé", language, largeType, Day, Goals(), Stars(), Curves(55, 12), Map(40, 200), Strengths(60));

    public static PrintContent Empty(string language = "fr") => new("Zéphyr l’Inventé", language, false, Day, [], [], [], new PrintedMap([], [], []), []);

    public static PrintContent Of(params string[] words) =>
        Empty() with { Strengths = [.. words.Select(word => new PrintedStrength(word, "Loisirs", "now", false, null, null))] };

    private static List<PrintedGoal> Goals() =>
    [
        .. Enumerable.Range(0, 15).Select(i => new PrintedGoal(
            i % 3 == 0 ? "Finir mon cours de chimie" : i % 3 == 1 ? "Demander les prestations auxquelles j’ai droit, sans que ça me prenne toute mon énergie" : "Nourrir le loup blanc en moi",
            i % 2 == 0 ? "Parce que j’ai commencé ce cours avant d’être malade et que je veux me prouver que je peux le terminer à ma façon." : null,
            new[] { "under_way", "adopted", "reached", "set_aside" }[i % 4],
            i % 2 == 0 ? Day.AddDays(60 + i) : null,
            i % 3 == 0 ? ["Mes études", "Mes passions"] : [],
            i % 5 == 0 ? ["J’abandonne encore", "J’ouvre le manuel", "Je termine un module", "Je réussis un examen", "J’ai mon crédit"] : [],
            [.. Enumerable.Range(0, 4).Select(j => new PrintedAction(
                "Appeler le cégep pour savoir comment reprendre là où j’étais rendu",
                j == 0 ? "Trouver le numéro" : null,
                new[] { "to_do", "under_way", "done", "dropped" }[j],
                new[] { "person", "practitioner", "relative", null }[j],
                j == 1 ? "Inès Exemple" : j == 2 ? "ma sœur" : null,
                j < 2 ? Day.AddDays(7) : null,
                j == 1,
                null))],
            null)),
    ];

    private static List<PrintedStar> Stars() => [new("Mes études", 62, Day.AddDays(-10)), new("Mes revenus", 25, Day.AddDays(-10)), new("Mes passions", null, null)];

    private static List<PrintedCurve> Curves(int themes, int ratings) =>
        [.. Enumerable.Range(0, themes).Select(t => new PrintedCurve(
            $"Comprendre ma médication {t + 1}", [.. Enumerable.Range(0, t % 9 == 8 ? 1 : ratings).Select(i => new PrintedRating(Day.AddDays((i * 30) - 360), (int)(50 + (40 * Math.Sin((t + i) / 2.0)))))]))];

    private static PrintedMap Map(int people, int ties) => new(
        [.. Enumerable.Range(0, people).Select(i => new PrintedNeighbour($"{new[] { "Zaza", "Mme Fictive", "Tonton Jojo", "Rex", "La voisine du 3e" }[i % 5]} {i + 1}", i % 8 == 7 ? null : i * 137.5 % 360, i % 8 == 7 ? null : 0.15 + (i % 6 * 0.16)))],
        [.. Enumerable.Range(0, ties).Select(i => (i % people, ((i * 7) + 1 + (i / people)) % people))],
        ["Il y a 40 personnes autour de moi.", "Les plus proches sont Zaza, Mme Fictive et Tonton Jojo.", "Zaza connaît Mme Fictive."]);

    private static List<PrintedStrength> Strengths(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new PrintedStrength(
            i % 4 == 0 ? "Je répare les vélos de tout l’immeuble" : i % 4 == 1 ? "Ma voisine du troisième garde mes clés" : "Je connais mes limites et je sais me reposer avant d’être à bout",
            new[] { "Maison et vie quotidienne", "Argent", "Travail et apprentissage", "Relations", "Santé et bien-être", "Loisirs", "Spiritualité et culture" }[i / 9],
            new[] { "now", "now", "wishes", "past" }[i % 4],
            i % 15 == 0,
            i % 11 == 10 ? Perspective.Practitioner : null,
            i % 13 == 5 ? "Local communautaire L’Exemple" : null))];
}
