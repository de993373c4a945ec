using Barometre.Application.Participation.Contracts;
using Barometre.Application.QualityOfLife;
using Barometre.Application.QualityOfLife.BlindMode;
using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.QualityOfLife.Instruments;
using Barometre.Application.QualityOfLife.Readings;
using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.QualityOfLife.Change;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.QualityOfLife.Readings;

/// <summary>What other modules read of this one.</summary>
internal sealed class QualityOfLifeReader(
    IRatingReadings readings, IShownAnswers shown, QualityOfLifeGlance glance, ShownIndicators indicators, IQualityOfLifeDb db, IInstruments instruments, ThemeCatalogue catalogue, IEnrolmentReader enrolments, Caller caller)
    : IQualityOfLifeReader
{
    // As many points as a curve of a page shows.
    private const int LongestSeries = 200;

    public async Task<IReadOnlyList<LatestRating>> LatestRatingsAsync(Guid serviceUserId, RatingsFor whom, CancellationToken cancellationToken) =>
        [.. (await readings.LatestAsync(serviceUserId, RatingReader.Of(caller, whom), cancellationToken))
            .Where(answer => answer.Rating is not null)
            .Select(answer => new LatestRating(answer.Theme, answer.Perspective, answer.Rating!.Value, answer.At))];

    public Task<QualityOfLifeOverview> OverviewAsync(Guid serviceUserId, CancellationToken cancellationToken) => glance.ReadAsync(serviceUserId, cancellationToken);

    public async Task<IReadOnlyList<RatedSeries>> SeriesAsync(Guid serviceUserId, Perspective perspective, RatingsFor whom, CancellationToken cancellationToken) =>
        [.. (await readings.SeriesAsync(serviceUserId, null, null, null, RatingReader.Of(caller, whom), cancellationToken))
            .Where(series => series.Perspective == perspective)
            .Select(series => series.Thinned(LongestSeries))
            .Select(series => new RatedSeries(series.Theme, series.At, series.Rating))];

    public async Task<IReadOnlyList<TwoVoices>> TwoVoicesAsync(Guid serviceUserId, string? theme, CancellationToken cancellationToken) =>
        [.. from voices in (await indicators.FactsAsync(serviceUserId, theme, cancellationToken)).GroupBy(facts => facts.Theme, StringComparer.Ordinal)
            let person = voices.FirstOrDefault(facts => facts is { Perspective: Perspective.ServiceUser, Count: > 0 })
            let practitioner = voices.FirstOrDefault(facts => facts is { Perspective: Perspective.Practitioner, Count: > 0 })
            where person is not null && practitioner is not null
            select Voices(voices.Key, GapPath.Of(person.Series(), practitioner.Series()))];

    public async Task<IReadOnlyList<ChosenStar>> StarsAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        await db.Stars.AsNoTracking()
            .Where(star => star.ServiceUserId == serviceUserId && star.Until == null)
            .OrderBy(star => star.Position)
            .Select(star => new ChosenStar(star.Theme, star.Position, star.Since))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<KnownTheme>> ThemesAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var instrument = await instruments.FindAsync(null, cancellationToken) ?? throw new InvalidOperationException("No instrument is published.");
        List<ProjectThemes> projects = [];
        foreach (var project in await enrolments.ProjectsOfAsync(serviceUserId, cancellationToken))
        {
            projects.Add(await catalogue.OfProjectAsync(project, cancellationToken));
        }

        var own = projects.SelectMany(project => project.OwnThemes.Select(theme => new KnownTheme(theme.Code, theme.Name.Fr, theme.Name.En, project.HiddenSince(theme.Code) is null)));
        return [.. instrument.Spheres.SelectMany(sphere => sphere.Themes).Select(theme => new KnownTheme(theme.Code, theme.Name.Fr, theme.Name.En, Shown(theme.Code, projects))), .. own];
    }

    public async Task<IReadOnlyList<KnownRating>> RatingsAsync(Guid serviceUserId, IReadOnlyCollection<Guid> answerIds, CancellationToken cancellationToken)
    {
        Guid[] named = [.. answerIds];
        return await shown.Of(serviceUserId)
            .Where(answer => named.Contains(answer.Id) && answer.Kind == AnswerKind.Rating)
            .Select(answer => new KnownRating(answer.Id, answer.Theme, answer.Perspective, answer.SupersededAt == null))
            .ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<KnownStar>> KnownStarsAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        await db.Stars.AsNoTracking()
            .Where(star => star.ServiceUserId == serviceUserId)
            .GroupBy(star => star.Theme)
            .Select(theme => new KnownStar(theme.Key, theme.Any(star => star.Until == null)))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<string>> ThemesKeptToThemselfAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        await db.CommentClosings.AsNoTracking()
            .Where(closing => closing.ServiceUserId == serviceUserId && closing.Until == null)
            .Select(closing => closing.Theme)
            .ToListAsync(cancellationToken);

    private static TwoVoices Voices(string theme, GapPath path) => new(
        theme,
        path.Sdc,
        [.. path.Stands.Select(stand => new VoicesAt(stand.Person.Value, stand.Person.At, stand.Practitioner.Value, stand.Practitioner.At, stand.Comparable))],
        [.. path.Inflexions.Select(one => new NarrowedGap(
            one.From.At, one.To.At, one.From.Person, one.To.Person, one.From.Practitioner, one.To.Practitioner, one.NarrowedBy, one.PersonShare, one.PractitionerShare))]);

    // Whoever is in no project is asked about the whole instrument.
    private static bool Shown(string theme, List<ProjectThemes> projects) => projects.Count == 0 || projects.Exists(project => project.HiddenSince(theme) is null);
}
