using Barometre.Domain.SocialNetwork.Measures;

namespace Barometre.Domain.SocialNetwork.Telling;

/// <summary>What each measure is called and what it says, in plain words; none is a score of anybody.</summary>
public static class MeasureWords
{
    /// <summary>In a few words, for a label.</summary>
    public static InBothLanguages Label(MeasureCode code) => code switch
    {
        MeasureCode.Alters => new("Taille du réseau", "Size of the network"),
        MeasureCode.Ties => new("Liens entre les entrées", "Ties among the entries"),
        MeasureCode.Isolates => new("Entrées sans autre lien", "Entries without another tie"),
        MeasureCode.Density => new("Densité", "Density"),
        MeasureCode.EffectiveSize => new("Taille effective", "Effective size"),
        MeasureCode.Efficiency => new("Part non redondante", "Share without overlap"),
        MeasureCode.Constraint => new("Contrainte", "Constraint"),
        MeasureCode.ConstraintWeighted => new("Contrainte, selon la force des liens", "Constraint, by the strength of ties"),
        MeasureCode.CircleShare => new("Part d’un cercle de vie", "Share of a circle of life"),
        MeasureCode.CircleDiversity => new("Diversité des cercles (Blau)", "Diversity of circles (Blau)"),
        MeasureCode.CircleVariation => new("Diversité des cercles, de 0 à 1", "Diversity of circles, 0 to 1"),
        MeasureCode.FamilyEi => new("Hors famille ou famille", "Outside the family or inside"),
        MeasureCode.ServicesEi => new("Services ou entourage", "Services or natural network"),
        MeasureCode.MeanCloseness => new("Proximité moyenne", "Mean closeness"),
        MeasureCode.MeanQuality => new("Qualité moyenne des liens", "Mean quality of ties"),
        MeasureCode.SupportiveShare => new("Part de liens soutenants", "Share of supportive ties"),
        MeasureCode.HardShare => new("Part de liens difficiles", "Share of hard ties"),
        MeasureCode.Multiplexity => new("Liens à plusieurs soutiens", "Ties with several kinds of support"),
        MeasureCode.Reciprocity => new("Liens où l’on donne et reçoit", "Ties of giving and receiving"),
        MeasureCode.Kept => new("Toujours là", "Still there"),
        MeasureCode.New => new("Arrivées", "New"),
        MeasureCode.Gone => new("Départs", "Gone"),
        MeasureCode.Back => new("Retours", "Back"),
        MeasureCode.Jaccard => new("Stabilité (Jaccard)", "Stability (Jaccard)"),
        MeasureCode.ClosenessChange => new("Changement moyen de proximité", "Mean change of closeness"),
        MeasureCode.QualityChange => new("Changement moyen de qualité", "Mean change of quality"),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not a measure."),
    };

    /// <summary>What the number says and how it is had, in a sentence or two.</summary>
    public static InBothLanguages Definition(MeasureCode code) => code <= MeasureCode.CircleVariation ? OfStructure(code) : OfTies(code);

    /// <summary>Why there is no number.</summary>
    public static InBothLanguages Of(Undefined why) => why switch
    {
        Undefined.NoAlters => new("Ne se calcule pas : le réseau est vide.", "Cannot be computed: the network is empty."),
        Undefined.FewerThanTwo => new("Ne se calcule pas : il faut au moins deux entrées.", "Cannot be computed: it takes at least two entries."),
        Undefined.NothingSaid => new("Ne se calcule pas : rien n’a encore été noté là-dessus.", "Cannot be computed: nothing was noted about it yet."),
        _ => new("Ne se calcule pas : la force n’a pas été notée pour chaque lien.", "Cannot be computed: the strength was not noted for every tie."),
    };

    private static InBothLanguages OfStructure(MeasureCode code) => code switch
    {
        MeasureCode.Alters => new("Combien de personnes, d’animaux, de groupes et de lieux sont sur la carte.", "How many people, animals, groups and places are on the map."),
        MeasureCode.Ties => new("Combien de fois deux entrées de la carte se connaissent.", "How many times two entries of the map know each other."),
        MeasureCode.Isolates => new("Combien d’entrées ne connaissent aucune autre entrée de la carte.", "How many entries know no other entry of the map."),
        MeasureCode.Density => new(
            "De tous les liens possibles entre les entrées, la part qui existe. 0 : personne ne se connaît ; 1 : tout le monde se connaît.",
            "Of all the ties possible among the entries, the share that is there. 0: nobody knows anybody; 1: everybody knows everybody."),
        MeasureCode.EffectiveSize => new(
            "La taille du réseau, moins ce qui se recoupe parce que les entrées se connaissent : n − 2t/n.",
            "The size of the network, less what overlaps because entries know each other: n − 2t/n."),
        MeasureCode.Efficiency => new("La taille effective divisée par la taille.", "Effective size divided by size."),
        MeasureCode.Constraint => new(
            "À quel point tout passe par les mêmes entrées, qui se connaissent entre elles (Burt). Plus c’est haut, plus le réseau est serré.",
            "How far everything goes through the same entries, who know each other (Burt). The higher, the tighter the network."),
        MeasureCode.ConstraintWeighted => new(
            "La contrainte, où un lien compte selon sa force : la proximité avec la personne, la force notée entre les entrées.",
            "Constraint, where a tie counts by its strength: closeness to the person, noted strength among entries."),
        MeasureCode.CircleShare => new("La part des entrées qui sont dans ce cercle de vie.", "The share of entries in this circle of life."),
        MeasureCode.CircleDiversity => new(
            "La chance que deux entrées prises au hasard soient de cercles de vie différents : 1 − Σp².",
            "The chance that two entries taken at random are of different circles of life: 1 − Σp²."),
        _ => new(
            "La diversité des cercles, ramenée à 1 quand les neuf cercles sont égaux.",
            "The diversity of circles, brought to 1 when all nine circles are equal."),
    };

    private static InBothLanguages OfTies(MeasureCode code) => code switch
    {
        MeasureCode.FamilyEi => new(
            "De −1 (seulement la famille) à 1 (personne de la famille) : (hors − dans) / (hors + dans).",
            "From −1 (family only) to 1 (nobody of the family): (outside − inside) / (outside + inside)."),
        MeasureCode.ServicesEi => new(
            "De −1 (aucun service) à 1 (seulement des services) : (services − entourage) / (services + entourage).",
            "From −1 (no services) to 1 (services only): (services − natural) / (services + natural)."),
        MeasureCode.MeanCloseness => new("La moyenne des proximités notées, de 0 (loin) à 100 (tout proche).", "The mean of the closeness noted, 0 (far) to 100 (as near as can be)."),
        MeasureCode.MeanQuality => new("La moyenne des qualités notées, de 0 (difficile) à 100 (soutenant).", "The mean of the quality noted, 0 (hard) to 100 (supportive)."),
        MeasureCode.SupportiveShare => new("Des liens dont la qualité est notée, la part à 60 ou plus.", "Of the ties whose quality is noted, the share at 60 or above."),
        MeasureCode.HardShare => new("Des liens dont la qualité est notée, la part à 40 ou moins.", "Of the ties whose quality is noted, the share at 40 or below."),
        MeasureCode.Multiplexity => new(
            "Des liens dont le soutien est noté, la part qui en a au moins deux sortes, données ou reçues.",
            "Of the ties whose support is noted, the share with at least two kinds, given or received."),
        MeasureCode.Reciprocity => new(
            "Des liens dont le soutien est noté, la part où l’on en donne et en reçoit.",
            "Of the ties whose support is noted, the share where it is both given and received."),
        MeasureCode.Kept => new("Combien d’entrées étaient là aux deux moments.", "How many entries were there at both moments."),
        MeasureCode.New => new("Combien d’entrées n’étaient pas là avant.", "How many entries were not there before."),
        MeasureCode.Gone => new("Combien d’entrées ont quitté la carte entre les deux moments.", "How many entries left the map between the two moments."),
        MeasureCode.Back => new("Combien d’entrées étaient parties et sont revenues.", "How many entries had left and came back."),
        MeasureCode.Jaccard => new(
            "De toutes les entrées présentes à l’un ou l’autre moment, la part présente aux deux : de 0 à 1.",
            "Of all entries there at either moment, the share there at both: 0 to 1."),
        MeasureCode.ClosenessChange => new(
            "De combien de points la proximité a bougé en moyenne, pour les liens notés aux deux moments.",
            "By how many points closeness moved on average, for the ties noted at both moments."),
        _ => new(
            "De combien de points la qualité a bougé en moyenne, pour les liens notés aux deux moments.",
            "By how many points quality moved on average, for the ties noted at both moments."),
    };
}
