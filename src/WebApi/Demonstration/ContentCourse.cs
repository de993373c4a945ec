using System.Text.Json;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;

namespace Barometre.WebApi.Demonstration;

/// <summary>Assessments of one voice at even distances, each theme going from one rating to another with a spread that is the same wherever the demonstration is loaded.</summary>
/// <param name="By"><c>person</c>, or the key of a practitioner.</param>
/// <param name="Voice">Whose view it is when it is not that of <paramref name="By"/>: both sit at one screen.</param>
/// <param name="Themes">Codes, or <c>"all"</c>.</param>
/// <param name="Spread">Points up or down at each rating.</param>
/// <param name="ThemeSpread">Points up or down for a theme's whole course.</param>
/// <param name="Complete">False: left open, to be gone on with.</param>
/// <param name="Resumes">The answers go into the last assessment of the course before.</param>
internal sealed record ContentCourse(
    string By,
    int FromDaysAgo,
    int ToDaysAgo,
    int Times,
    JsonElement Themes,
    int From,
    int To,
    int Spread,
    int ThemeSpread = 0,
    Setting Setting = Setting.Alone,
    Perspective? Voice = null,
    bool Complete = true,
    bool Resumes = false,
    IReadOnlyList<string>? RatherNotSay = null,
    IReadOnlyList<string>? NotConcerned = null)
{
    // A few seconds a theme, as people take.
    private static readonly TimeSpan PerTheme = TimeSpan.FromSeconds(25);

    /// <summary>The assessments of the course, the earliest first.</summary>
    /// <param name="person">The person's key.</param>
    /// <param name="number">Which of the person's courses it is.</param>
    /// <param name="begunAt">The moment that days are counted back from.</param>
    /// <param name="allThemes">What <c>"all"</c> stands for.</param>
    public IEnumerable<PlannedAssessment> Assessments(string person, int number, DateTimeOffset begunAt, IReadOnlyList<string> allThemes)
    {
        var themes = Themes.ValueKind == JsonValueKind.String ? allThemes : [.. Themes.EnumerateArray().Select(theme => theme.GetString()!)];
        for (var i = 0; i < Times; i++)
        {
            var name = $"{person}/{number}/{i}";
            var share = Times == 1 ? 0 : (double)i / (Times - 1);
            // Up to eight hours earlier than the very hour at which the demonstration was loaded.
            var at = begunAt.AddDays(-(FromDaysAgo + ((ToDaysAgo - FromDaysAgo) * share))).AddHours(-8 * (Steady.Noise($"{name}/hour") + 1) / 2);
            yield return new PlannedAssessment(Steady.Id(at, $"assessment/{name}"), at, [.. Answers(person, name, at, share, themes)]);
        }
    }

    private IEnumerable<GivenAnswer> Answers(string person, string name, DateTimeOffset at, double share, IReadOnlyList<string> themes)
    {
        var next = at;
        foreach (var theme in themes)
        {
            var middle = From + ((To - From) * share) + (ThemeSpread * Steady.Noise($"{person}/{theme}"));
            var rating = (int)Math.Round(middle + (Spread * Steady.Noise($"{name}/{theme}")), MidpointRounding.AwayFromZero);
            yield return Answer(theme, AnswerKind.Rating, Math.Clamp(rating, Rating.Lowest, Rating.Highest));
        }

        foreach (var theme in RatherNotSay ?? [])
        {
            yield return Answer(theme, AnswerKind.RatherNotSay, null);
        }

        foreach (var theme in NotConcerned ?? [])
        {
            yield return Answer(theme, AnswerKind.NotConcerned, null);
        }

        GivenAnswer Answer(string theme, AnswerKind kind, int? rating)
        {
            next += PerTheme;
            return new GivenAnswer(Steady.Id(next, $"answer/{name}/{theme}"), theme, kind, next, rating);
        }
    }
}

/// <summary>One assessment to be loaded, with what it will hold.</summary>
internal sealed record PlannedAssessment(Guid Id, DateTimeOffset At, IReadOnlyList<GivenAnswer> Answers);
