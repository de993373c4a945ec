using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.QualityOfLife;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Application.QualityOfLife.Change;

/// <summary>The work that keeps the indicators true: after each change of a series, and every night.</summary>
public static class ChangeJobs
{
    private const string OfProject = "quality-of-life.recompute-project";
    private const string Person = "person";
    private const string Project = "project";
    private const string Themes = "themes";

    /// <summary>Between the evening's and the morning's answers, in Québec and in France alike.</summary>
    private const string Nightly = "0 10 3 * * ?";

    /// <summary>To be called in the command that changes which themes a project asks about.</summary>
    public static Task ThemesChangedAsync(this IJobRequests requests, Guid projectId, CancellationToken cancellationToken) =>
        requests.RequestAsync(OfProject, new Dictionary<string, string> { [Project] = projectId.ToString() }, cancellationToken);

    public static void AddChangeJobs(this IServiceCollection services)
    {
        services.AddScoped<ShownThemesReader>();
        services.AddSingleton<PeopleInParts>();
        services.AddSingleton<BackgroundWork>(new EventConsumer<AnswersRecorded, int>(
            "quality-of-life.recompute-change",
            events => new Dictionary<string, string>
            {
                [Person] = events[0].ServiceUserId.ToString(),
                [Themes] = string.Join(' ', events.SelectMany(happened => happened.Themes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
            },
            data => new RecomputeChangeCommand(Guid.Parse(data[Person]), data[Themes].Split(' '))));
        services.AddSingleton<BackgroundWork>(new EventConsumer<ProjectsChanged, int>(
            "quality-of-life.recompute-spheres",
            events => new Dictionary<string, string> { [Person] = events[0].ServiceUserId.ToString() },
            data => new RecomputeChangeCommand(Guid.Parse(data[Person]), [])));
        services.AddSingleton<BackgroundWork>(new RequestedWork<RecomputeReport>(OfProject, data => new RecomputeProjectCommand(Guid.Parse(data[Project]))));
        services.AddSingleton<BackgroundWork>(new Recomputation<RecomputeReport>("quality-of-life", Nightly, () => new RecomputeAllCommand(), person => new RecomputeChangeCommand(person, null)));
    }
}
