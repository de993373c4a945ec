using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.Participation.Contracts;
using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Contracts;
using Barometre.Application.Strengths.Contracts;
using Barometre.Domain.AccomplishmentPlan.Prints;
using Barometre.Domain.Shared;

namespace Barometre.Application.AccomplishmentPlan.Prints;

/// <summary>Gathers what stands in a print from the modules that have it: the ticked parts and nothing else, the person's own voice and nobody else's unless it says whose.</summary>
public sealed class PrintCollector(ICircleReader circle, IPlanReader plans, IQualityOfLifeReader qualityOfLife, INetworkReader network, IStrengthsReader strengths)
{
    public async Task<PrintContent> CollectAsync(Guid serviceUserId, PrintView print, CancellationToken cancellationToken)
    {
        var person = await circle.PersonAsync(serviceUserId, cancellationToken) ?? throw new NotFound();
        // Days are counted where the person lives, whatever is ticked.
        var plan = await plans.PlanNowAsync(serviceUserId, cancellationToken);
        var themes = new ThemeNames(await qualityOfLife.ThemesAsync(serviceUserId, cancellationToken), print.Language);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(plan.TimeZone);
        // Whoever else asked may lose sight of the themes while the print is kept; one that shows some of that part is then closed to them.
        var namesThemes = print.AskedBy == person.AccountId || print.Parts.Any(part => PrintParts.TabOf(part) == Tab.QualityOfLife);
        // A copy goes from hand to hand: on one that somebody else asked for stands only what every voice may see.
        var whom = print.AskedBy == person.AccountId ? RatingsFor.Person : RatingsFor.Anybody;
        bool Ticked(PrintPart part) => print.Parts.Contains(part);
        return new PrintContent(
            person.CalledName,
            print.Language,
            print.LargeType,
            plan.Today,
            Ticked(PrintPart.Plan) ? [.. plan.Goals.Select(goal => Goal(goal, namesThemes ? themes : null))] : null,
            Ticked(PrintPart.Stars) ? await StarsAsync(serviceUserId, whom, themes, zone, cancellationToken) : null,
            Ticked(PrintPart.Curves) ? await CurvesAsync(serviceUserId, whom, themes, zone, cancellationToken) : null,
            Ticked(PrintPart.Map) ? Map(await network.MapNowAsync(serviceUserId, cancellationToken), print.Language) : null,
            Ticked(PrintPart.Strengths) ? [.. (await strengths.BoardNowAsync(serviceUserId, cancellationToken)).Select(strength => Strength(strength, print.Language))] : null);
    }

    private async Task<IReadOnlyList<PrintedStar>> StarsAsync(Guid serviceUserId, RatingsFor whom, ThemeNames themes, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var own = (await qualityOfLife.LatestRatingsAsync(serviceUserId, whom, cancellationToken))
            .Where(rating => rating.Perspective == Perspective.ServiceUser).ToDictionary(rating => rating.Theme, StringComparer.Ordinal);
        return [.. (await qualityOfLife.StarsAsync(serviceUserId, cancellationToken))
            .Select(star => own.TryGetValue(star.Theme, out var rating)
                ? new PrintedStar(themes.Of(star.Theme), rating.Rating, Day(rating.At, zone))
                : new PrintedStar(themes.Of(star.Theme), null, null))];
    }

    /// <summary>Those of the stars first.</summary>
    private async Task<IReadOnlyList<PrintedCurve>> CurvesAsync(Guid serviceUserId, RatingsFor whom, ThemeNames themes, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var stars = (await qualityOfLife.StarsAsync(serviceUserId, cancellationToken)).ToDictionary(star => star.Theme, star => star.Position, StringComparer.Ordinal);
        return [.. (await qualityOfLife.SeriesAsync(serviceUserId, Perspective.ServiceUser, whom, cancellationToken))
            .OrderBy(series => stars.GetValueOrDefault(series.Theme, int.MaxValue)).ThenBy(series => themes.PlaceOf(series.Theme))
            .Select(series => new PrintedCurve(themes.Of(series.Theme), [.. series.At.Zip(series.Rating, (at, rating) => new PrintedRating(Day(at, zone), rating))]))];
    }

    private static PrintedGoal Goal(GoalInWords goal, ThemeNames? themes) => new(
        goal.Words,
        goal.Why,
        goal.State,
        goal.Horizon,
        themes is null ? [] : [.. goal.Themes.Select(themes.Of)],
        goal.Levels,
        [.. goal.Actions.Select(action => new PrintedAction(
            action.What, action.FirstStep, action.State, action.Carrier, action.CarrierName, action.State is "done" or "dropped" ? null : action.NextOn ?? action.Due, action.ComesBack, action.OthersWords))],
        goal.OthersWords);

    private static PrintedMap Map(PrintedNetwork map, string language)
    {
        var places = map.Alters.Index().ToDictionary(alter => alter.Item.AlterId, alter => alter.Index);
        return new PrintedMap(
            [.. map.Alters.Select(alter => new PrintedNeighbour(alter.Name, alter.Angle, alter.Angle is null ? null : alter.Radius))],
            [.. map.Ties.Where(tie => places.ContainsKey(tie.One) && places.ContainsKey(tie.Other)).Select(tie => (places[tie.One], places[tie.Other]))],
            language == "en" ? map.English : map.French);
    }

    private static PrintedStrength Strength(StrengthInWords strength, string language) => new(
        strength.Words,
        language == "en" ? strength.DomainEn : strength.DomainFr,
        strength.Time,
        strength.Pinned,
        strength.Perspective == Perspective.ServiceUser || strength.Setting == Setting.Joint ? null : strength.Perspective,
        strength.Resource);

    private static DateOnly Day(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>What themes are called in the language of the print, and their order.</summary>
    private sealed class ThemeNames(IReadOnlyList<KnownTheme> themes, string language)
    {
        private readonly Dictionary<string, (string Name, int Place)> _names =
            themes.Index().ToDictionary(theme => theme.Item.Code, theme => (language == "en" ? theme.Item.English : theme.Item.French, theme.Index), StringComparer.Ordinal);

        // A theme of a project that the person has left has no name any more.
        public string Of(string theme) => _names.TryGetValue(theme, out var known) ? known.Name : theme;

        public int PlaceOf(string theme) => _names.TryGetValue(theme, out var known) ? known.Place : int.MaxValue;
    }
}
