namespace Barometre.Domain.SocialNetwork.Telling;

/// <summary>What kinds, circles of life, contacts and supports are called in plain words.</summary>
public static class CircleWords
{
    public static InBothLanguages Of(LifeCircle circle) => circle switch
    {
        LifeCircle.Family => new("famille", "family"),
        LifeCircle.Friends => new("amitié", "friends"),
        LifeCircle.Love => new("amour", "love"),
        LifeCircle.Neighbours => new("voisinage", "neighbours"),
        LifeCircle.WorkOrSchool => new("travail ou études", "work or school"),
        LifeCircle.Community => new("communauté", "community"),
        LifeCircle.Services => new("services", "services"),
        LifeCircle.Online => new("en ligne", "online"),
        _ => new("autre", "other"),
    };

    /// <summary>With its article, for one.</summary>
    public static InBothLanguages One(AlterKind kind) => kind switch
    {
        AlterKind.Person => new("une personne", "a person"),
        AlterKind.Animal => new("un animal", "an animal"),
        AlterKind.Group => new("un groupe", "a group"),
        _ => new("un lieu", "a place"),
    };

    /// <summary>With their number; in French none is singular.</summary>
    public static InBothLanguages Many(AlterKind kind, int count) => kind switch
    {
        AlterKind.Person => new(count < 2 ? $"{count} personne" : $"{count} personnes", count == 1 ? $"{count} person" : $"{count} people"),
        AlterKind.Animal => new(count < 2 ? $"{count} animal" : $"{count} animaux", count == 1 ? $"{count} animal" : $"{count} animals"),
        AlterKind.Group => new(count < 2 ? $"{count} groupe" : $"{count} groupes", count == 1 ? $"{count} group" : $"{count} groups"),
        _ => new(count < 2 ? $"{count} lieu" : $"{count} lieux", count == 1 ? $"{count} place" : $"{count} places"),
    };

    public static InBothLanguages Of(ContactFrequency frequency) => frequency switch
    {
        ContactFrequency.Daily => new("contact chaque jour", "contact every day"),
        ContactFrequency.Weekly => new("contact chaque semaine", "contact every week"),
        ContactFrequency.Monthly => new("contact chaque mois", "contact every month"),
        ContactFrequency.FewTimesAYear => new("contact quelques fois par année", "contact a few times a year"),
        ContactFrequency.Rarely => new("contact rare", "rare contact"),
        _ => new("pas de contact", "no contact"),
    };

    public static InBothLanguages Of(SupportKind support) => support switch
    {
        SupportKind.Emotional => new("écoute", "being listened to"),
        SupportKind.Practical => new("coups de main", "a hand with things"),
        SupportKind.Information => new("conseils", "advice"),
        SupportKind.Company => new("compagnie", "company"),
        _ => new("argent", "money"),
    };

    /// <summary>In four steps: near or far.</summary>
    public static InBothLanguages OfCloseness(int points) => points switch
    {
        >= 75 => new("très proche", "very close"),
        >= 50 => new("proche", "close"),
        >= 25 => new("plutôt loin", "rather far"),
        _ => new("loin", "far"),
    };

    /// <summary>In three steps, with the bounds of the measures.</summary>
    public static InBothLanguages OfQuality(int points) => points switch
    {
        >= Measures.MapMeasures.Supportive => new("lien soutenant", "a supportive tie"),
        <= Measures.MapMeasures.Hard => new("lien difficile", "a hard tie"),
        _ => new("lien entre les deux", "a tie in between"),
    };
}
