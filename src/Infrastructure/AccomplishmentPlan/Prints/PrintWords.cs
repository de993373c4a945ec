using System.Globalization;
using Barometre.Domain.Shared;

namespace Barometre.Infrastructure.AccomplishmentPlan.Prints;

/// <summary>What a print says of its own, in the language of the print.</summary>
internal sealed class PrintWords
{
    private readonly CultureInfo _culture;
    private readonly bool _english;

    public PrintWords(string language) => (_english, _culture) = (language == "en", CultureInfo.GetCultureInfo(language == "en" ? "en-CA" : "fr-CA"));

    public string Plan => Say("Mon plan", "My plan");

    public string Stars => Say("Ce qui compte le plus pour moi", "What matters most to me");

    public string Curves => Say("Comment je vois ma vie, au fil du temps", "How I see my life, over time");

    public string Map => Say("Les gens autour de moi", "The people around me");

    public string Strengths => Say("Mes forces", "My strengths");

    public string Proud => Say("Celles dont je suis le plus fier ou fière", "Those I am proudest of");

    public string Me => Say("Moi", "Me");

    public string Why => Say("Pourquoi c’est important : ", "Why it matters: ");

    public string FirstStep => Say("Premier petit pas : ", "First small step: ");

    public string From => Say("Vient de : ", "Comes from: ");

    public string Levels => Say("Comment on verra le chemin fait", "How we will see the way made");

    public string NoGoals => Say("Aucun but n’est écrit pour le moment.", "No goal is written for now.");

    public string NoStars => Say("Aucune étoile n’est choisie pour le moment.", "No star is chosen for now.");

    public string NoCurves => Say("Aucune réponse n’est notée pour le moment.", "No answer is noted for now.");

    public string NoMap => Say("Personne n’est sur la carte pour le moment.", "Nobody is on the map for now.");

    public string NoStrengths => Say("Aucune force n’est écrite pour le moment.", "No strength is written for now.");

    public string Scale => Say(
        "De 0, en bas, à 100, en haut : c’est ma façon à moi de voir chaque chose. Il n’y a pas de bonne ou de mauvaise réponse.",
        "From 0, at the bottom, to 100, at the top: my own way of seeing each thing. There is no right or wrong answer.");

    public string Near => Say(
        "Au milieu, c’est moi. Plus quelqu’un est près du milieu, plus cette personne est proche de moi. Un trait relie des gens qui se connaissent.",
        "I am in the middle. The nearer somebody is to the middle, the closer they are to me. A line joins people who know each other.");

    public string MissingSigns => Say(
        "Un carré vide (□) remplace un signe qui ne peut pas être imprimé ici. Il est entier dans mon dossier.",
        "An empty square (□) stands for a sign that cannot be printed here. It is whole in my record.");

    public string Between => Say(" ; ", "; ");

    public string Once => Say("Noté une seule fois", "Noted once");

    public string Title(string name) => Say($"Le plan de {name}", $"{name}’s plan");

    public string Made(DateOnly on) => Say($"Imprimé le {Day(on)}", $"Printed on {Day(on)}");

    public string Own => Say("Ce sont mes mots et ma façon de voir les choses.", "These are my words and my way of seeing things.");

    public string Day(DateOnly day) => _english
        ? day.ToString("MMMM d, yyyy", _culture)
        : day.ToString(day.Day == 1 ? "1'er' MMMM yyyy" : "d MMMM yyyy", _culture);

    public string ShortDay(DateOnly day) => day.ToString("MMM yyyy", _culture);

    public string By(DateOnly day) => Say($"pour le {Day(day)}", $"by {Day(day)}");

    public string Next(DateOnly day) => Say($"revient ; la prochaine fois le {Day(day)}", $"comes back; next on {Day(day)}");

    public string ComesBack => Say("revient", "comes back");

    public string GoalState(string state) => state switch
    {
        "reached" => Say("atteint", "reached"),
        "set_aside" => Say("mis de côté", "set aside"),
        "under_way" => Say("en route", "under way"),
        _ => Say("choisi", "chosen"),
    };

    public string ActionState(string state) => state switch
    {
        "done" => Say("fait", "done"),
        "dropped" => Say("laissé", "dropped"),
        "under_way" => Say("en route", "under way"),
        _ => Say("à faire", "to do"),
    };

    public string Carrier(string? carrier, string? name) => (carrier, name) switch
    {
        ("person", _) => Say("moi", "me"),
        (null, _) => Say("personne pour le moment", "nobody for now"),
        (_, { Length: > 0 }) => name!,
        ("relative", _) => Say("un proche", "a relative"),
        ("partner", _) => Say("un partenaire", "a partner"),
        _ => Say("un intervenant", "a practitioner"),
    };

    public string Time(string time) => time switch
    {
        "wishes" => Say("ce que je souhaite", "what I wish for"),
        "past" => Say("ce qui a marché avant", "what worked before"),
        _ => Say("maintenant", "now"),
    };

    public string WordsOf(Perspective perspective) => perspective == Perspective.Relative
        ? Say("mots d’un proche, que j’ai acceptés", "a relative’s words, which I accepted")
        : Say("mots d’un intervenant, que j’ai acceptés", "a practitioner’s words, which I accepted");

    public string Star(int number, int? rating, DateOnly? at) => rating is null || at is null
        ? Say($"étoile {number}, pas encore notée", $"star {number}, not rated yet")
        : Say($"étoile {number} ; notée {rating} sur 100 le {Day(at.Value)}", $"star {number}; rated {rating} out of 100 on {Day(at.Value)}");

    public string Curve(DateOnly first, int from, DateOnly last, int to, int lowest, int highest, int count) => Say(
        $"De {from} le {Day(first)} à {to} le {Day(last)} ; {count} réponses, entre {lowest} et {highest}.",
        $"From {from} on {Day(first)} to {to} on {Day(last)}; {count} answers, between {lowest} and {highest}.");

    public string Rated(string theme, int rating, DateOnly on) => Say($"{theme} : {rating} le {Day(on)}", $"{theme}: {rating} on {Day(on)}");

    public string MapAs(int people) => Say($"Carte de {people} personnes autour de moi ; elle est dite en mots juste après.", $"Map of {people} people around me; it is told in words just below.");

    public static string LevelSign(int place) => new[] { "−2", "−1", "0", "+1", "+2" }[place];

    private string Say(FormattableString french, FormattableString english) => (_english ? english : french).ToString(_culture);

    private string Say(string french, string english) => _english ? english : french;
}
