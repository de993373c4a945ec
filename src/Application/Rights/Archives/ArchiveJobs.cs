using Barometre.Application.Shared.Jobs;
using Barometre.Domain.Rights.Archives;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Application.Rights.Archives;

/// <summary>The work that makes archives, and deletes those whose days are over.</summary>
public static class ArchiveJobs
{
    private const string Make = "rights.make-archive";
    private const string Person = "person";
    private const string Archive = "archive";

    /// <summary>To be called in the command that keeps a new archive.</summary>
    public static Task ArchiveAskedAsync(this IJobRequests requests, RecordArchive archive, CancellationToken cancellationToken) =>
        requests.RequestAsync(Make, new Dictionary<string, string> { [Person] = archive.ServiceUserId.ToString(), [Archive] = archive.Id.ToString() }, cancellationToken);

    public static void AddArchives(this IServiceCollection services)
    {
        services.AddSingleton<BackgroundWork>(new RequestedWork<Unit>(Make, data => new MakeArchiveCommand(Guid.Parse(data[Person]), Guid.Parse(data[Archive]))));
        services.AddSingleton<BackgroundWork>(new ScheduledWork<int>("rights.delete-archives", "0 17 * * * ?", () => new DeleteExpiredArchivesCommand()));
    }
}
