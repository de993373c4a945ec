using Barometre.Domain.Shared;

namespace Barometre.Domain.QualityOfLife.Change;

/// <summary>All indicators of one person, or those of some themes, computed from the facts alone.</summary>
public sealed record PersonIndicators(IReadOnlyList<ThemeIndicator> Themes, IReadOnlyList<SphereIndicator> Spheres, IReadOnlyList<GapIndicator> Gaps)
{
    /// <param name="facts">All of the person's: a sphere is read from all its themes.</param>
    /// <param name="shown">The themes that the person is asked about, each with its sphere.</param>
    /// <param name="themes">The themes whose change to compute; all when null.</param>
    public static PersonIndicators Compute(PersonFacts facts, ShownThemes shown, IReadOnlySet<string>? themes, DateTimeOffset computedAt)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var rated = facts.Themes.Where(theme => theme.Count > 0 && themes?.Contains(theme.Theme) != false).ToList();
        List<ThemeIndicator> changes = new(rated.Count);
        List<GapIndicator> gaps = [];
        for (var i = 0; i < rated.Count; i++)
        {
            changes.Add(ThemeIndicator.Of(facts.ServiceUserId, rated[i], ThemeChange.Compute(rated[i].Series()), computedAt));
            if (rated[i].Perspective == Perspective.Practitioner && PersonsOwn(rated, i) is { } own)
            {
                gaps.Add(GapIndicator.Of(facts.ServiceUserId, own, rated[i], computedAt));
            }
        }

        return new PersonIndicators(changes, SpheresOf(facts, shown, computedAt), gaps);
    }

    // The perspectives of a theme stand together, in the order in which they first spoke.
    private static ThemeFacts? PersonsOwn(List<ThemeFacts> rated, int practitioner)
    {
        for (var i = Math.Max(0, practitioner - 2); i < rated.Count && i <= practitioner + 2; i++)
        {
            if (rated[i].Perspective == Perspective.ServiceUser && rated[i].Theme == rated[practitioner].Theme)
            {
                return rated[i];
            }
        }

        return null;
    }

    private static List<SphereIndicator> SpheresOf(PersonFacts facts, ShownThemes shown, DateTimeOffset computedAt)
    {
        List<SphereIndicator> spheres = [];
        foreach (var perspective in facts.Themes.GroupBy(theme => theme.Perspective))
        {
            var latest = perspective.ToDictionary(theme => theme.Theme, StringComparer.Ordinal);
            List<int> all = [];
            var allShown = 0;
            foreach (var (sphere, themes) in shown.BySphere)
            {
                List<int> answered = [];
                var concerning = 0;
                foreach (var theme in themes)
                {
                    var answer = latest.GetValueOrDefault(theme);
                    concerning += answer is { Latest: AnswerKind.NotConcerned } ? 0 : 1;
                    if (answer is { Latest: AnswerKind.Rating })
                    {
                        answered.Add(answer.LatestRating);
                    }
                }

                Add(sphere, answered, concerning);
                all.AddRange(answered);
                allShown += concerning;
            }

            Add(SphereIndicator.Overall, all, allShown);

            void Add(string sphere, List<int> answered, int concerning) => spheres.Add(
                SphereIndicator.Of(facts.ServiceUserId, sphere, perspective.Key, SphereSummary.Compute([.. answered], concerning), computedAt));
        }

        return spheres;
    }
}

/// <summary>The themes that a person is asked about, by sphere.</summary>
/// <param name="BySphere">Sphere codes in the instrument's order, each with the codes of its themes.</param>
public sealed record ShownThemes(IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> BySphere)
{
    /// <summary>A theme is shown if any of the person's projects asks about it; without a project, the instrument is shown as it is.</summary>
    public static ShownThemes Of(Instrument instrument, IReadOnlyCollection<ProjectThemes> projects)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        IReadOnlyList<Instrument> asked = projects.Count == 0 ? [instrument] : [.. projects.Select(instrument.For)];
        return new ShownThemes([.. instrument.Spheres.Select((sphere, i) => KeyValuePair.Create<string, IReadOnlyList<string>>(
            sphere.Code, [.. asked.SelectMany(one => one.Spheres[i].Themes).Select(theme => theme.Code).Distinct(StringComparer.Ordinal)]))]);
    }
}
