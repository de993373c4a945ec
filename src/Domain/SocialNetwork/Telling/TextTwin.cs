using System.Globalization;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork.Map;

namespace Barometre.Domain.SocialNetwork.Telling;

/// <summary>The picture of the network told in sentences: all that it shows, for whoever does not look at it.</summary>
/// <remarks>Sentences speak of entries and ties, never of what ought to be; they hold for anybody's gender.</remarks>
public static class TextTwin
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-CA");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-CA");

    /// <summary>First the whole, then everyone, nearest first, then who has left.</summary>
    /// <param name="map">The map.</param>
    /// <param name="nameOf">Opens an alter's name.</param>
    public static IReadOnlyList<InBothLanguages> Of(NetworkMap map, Func<Alter, string> nameOf)
    {
        if (map.Present.Count == 0 && map.Left.Count == 0)
        {
            return [new("Ce réseau est encore vide.", "This network is still empty.")];
        }

        var names = map.Present.Concat(map.Left).ToDictionary(alter => alter.Id, alter => Apart(nameOf(alter)));
        var knows = map.Ties.SelectMany(tie => (IEnumerable<(Guid Who, Guid Whom)>)[(tie.One, tie.Other), (tie.Other, tie.One)]).ToLookup(tie => tie.Who, tie => names[tie.Whom]);
        return
        [
            Whole(map),
            .. map.Present.OrderByDescending(alter => alter.TieOf(Perspective.ServiceUser)?.Closeness ?? -1).ThenBy(alter => alter.Since).ThenBy(alter => alter.Id)
                .Select(alter => Present(alter, names[alter.Id], [.. knows[alter.Id].Order(StringComparer.Ordinal)])),
            .. map.Left.Select(alter => Left(alter, names[alter.Id])),
        ];
    }

    private static InBothLanguages Whole(NetworkMap map)
    {
        List<InBothLanguages> kinds = [.. Enum.GetValues<AlterKind>().Select(kind => (kind, count: map.Present.Count(alter => alter.Kind == kind))).Where(kind => kind.count > 0)
            .Select(kind => CircleWords.Many(kind.kind, kind.count))];
        List<InBothLanguages> circles = [.. map.Present.GroupBy(alter => alter.Circle).OrderBy(circle => circle.Key)
            .Select(circle => (words: CircleWords.Of(circle.Key), count: circle.Count()))
            .Select(circle => new InBothLanguages($"{circle.words.Fr} {circle.count}", $"{circle.words.En} {circle.count}"))];
        return map.Present.Count == 0
            ? new("Personne ne fait partie de ce réseau en ce moment.", "Nobody is in this network at the moment.")
            : new(
                $"Dans ce réseau\u00a0: {List(kinds, words => words.Fr, "et")}. Cercles de vie\u00a0: {string.Join(", ", circles.Select(circle => circle.Fr))}. Liens connus entre ces entrées\u00a0: {map.Ties.Count}.",
                $"In this network: {List(kinds, words => words.En, "and")}. Circles of life: {string.Join(", ", circles.Select(circle => circle.En))}. Ties known among them: {map.Ties.Count}.");
    }

    private static InBothLanguages Present(Alter alter, string name, IReadOnlyList<string> knows)
    {
        var (kind, circle) = (CircleWords.One(alter.Kind), CircleWords.Of(alter.Circle));
        var voices = alter.Ties.OrderBy(tie => tie.Perspective).Select(Voice).ToList();
        var (french, english) = ($"{name}\u00a0: {kind.Fr}, cercle {circle.Fr}.", $"{name}: {kind.En}, circle {circle.En}.");
        foreach (var voice in voices)
        {
            (french, english) = ($"{french} {voice.Fr}", $"{english} {voice.En}");
        }

        if (voices.Count == 0)
        {
            (french, english) = ($"{french} Rien n’est noté du lien.", $"{english} Nothing is noted of the tie.");
        }

        return knows.Count == 0
            ? new(french, english)
            : new($"{french} Connaît aussi\u00a0: {string.Join(", ", knows)}.", $"{english} Also knows: {string.Join(", ", knows)}.");
    }

    private static InBothLanguages Voice(Tie tie)
    {
        List<InBothLanguages> said = [];
        Say(tie.Closeness, CircleWords.OfCloseness);
        Say(tie.Quality, CircleWords.OfQuality);
        if (tie.Frequency is { } frequency)
        {
            said.Add(CircleWords.Of(frequency));
        }

        Support(tie.Received, "soutien reçu\u00a0: ", "support received: ");
        Support(tie.Given, "soutien donné\u00a0: ", "support given: ");
        var who = tie.Perspective switch
        {
            Perspective.ServiceUser => new InBothLanguages("Selon la personne", "As the person sees it"),
            Perspective.Practitioner => new InBothLanguages("Selon l’intervention", "As the practitioner sees it"),
            _ => new InBothLanguages("Selon l’entourage", "As a relative sees it"),
        };
        return said.Count == 0
            ? new($"{who.Fr}\u00a0: rien de plus.", $"{who.En}: nothing more.")
            : new($"{who.Fr}\u00a0: {string.Join("\u00a0; ", said.Select(words => words.Fr))}.", $"{who.En}: {string.Join("; ", said.Select(words => words.En))}.");

        void Say(short? points, Func<int, InBothLanguages> step)
        {
            if (points is { } value)
            {
                var words = step(value);
                said.Add(new($"{words.Fr} ({value} sur 100)", $"{words.En} ({value} out of 100)"));
            }
        }

        void Support(Supports? supports, string french, string english)
        {
            if (supports is { } kinds)
            {
                var words = kinds.List().Select(CircleWords.Of).DefaultIfEmpty(new InBothLanguages("rien de noté", "none")).ToList();
                said.Add(new(french + string.Join(", ", words.Select(word => word.Fr)), english + string.Join(", ", words.Select(word => word.En))));
            }
        }
    }

    private static InBothLanguages Left(Alter alter, string name) => alter.LeftAt is not { } at
        ? new($"Hors du réseau maintenant\u00a0: {name}.", $"No longer in the network: {name}.")
        : new(
            $"Hors du réseau maintenant\u00a0: {name}, depuis le {(at.Day == 1 ? at.ToString("1'er' MMMM yyyy", French) : at.ToString("d MMMM yyyy", French))}.",
            $"No longer in the network: {name}, since {at.ToString("MMMM d, yyyy", English)}.");

    private static string List(List<InBothLanguages> parts, Func<InBothLanguages, string> say, string and) =>
        parts.Count == 1 ? say(parts[0]) : $"{string.Join(", ", parts[..^1].Select(say))} {and} {say(parts[^1])}";

    // A name written from right to left keeps to itself: the rest of the sentence stays in its order (Unicode's first strong isolate).
    private static string Apart(string name) => name.Any(character => character is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFEFC')) ? $"\u2068{name}\u2069" : name;
}
