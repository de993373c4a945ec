using Barometre.Application.Shared.Jobs;

namespace Barometre.WebApi.Verbs;

/// <summary>Shows the operator what waits, runs and was given up, and hands parked jobs over again; a node that runs jobs takes them.</summary>
internal static class JobsVerb
{
    private const int Shown = 200;

    public static async Task<int> RunAsync(string[] args)
    {
        Guid? one = null;
        if (args is not ([] or ["list"] or ["retry", "--all"]))
        {
            one = args is ["retry", var id] && Guid.TryParse(id, out var parsed) ? parsed : throw new VerbMisused("jobs list | jobs retry ID | jobs retry --all");
        }

        await using var app = Host.Build([]);
        var jobs = app.Services.GetRequiredService<IBackgroundJobs>();
        return args is ["retry", ..] ? await RetryAsync(jobs, one) : await ListAsync(jobs);
    }

    private static async Task<int> RetryAsync(IBackgroundJobs jobs, Guid? one)
    {
        var retried = await jobs.RetryAsync(one, CancellationToken.None);
        if (retried == 0 && one is not null)
        {
            throw new VerbMisused($"No parked job has the id {one}.");
        }

        Console.WriteLine($"Handed over again: {retried}.");
        return 0;
    }

    private static async Task<int> ListAsync(IBackgroundJobs jobs)
    {
        var counts = await jobs.CountAsync(CancellationToken.None);
        Console.WriteLine($"outbox {counts.Outbox}  waiting {counts.Waiting}  running {counts.Running}  parked {counts.Parked}");
        foreach (var job in await jobs.ParkedAsync(Shown, CancellationToken.None))
        {
            Console.WriteLine($"{job.Id}  {job.ParkedAt:u}  {job.Work}  event {job.EventId?.ToString() ?? "-"}  person {job.PersonId?.ToString() ?? "-"}  attempts {job.Attempts}  {job.ErrorType}");
        }

        return 0;
    }
}
