using Barometre.Application.Rights.Contracts;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.Rights.Erasures;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Application.Rights.Erasures;

/// <summary>The work that erases records: when one is due, every minute for those that waited or were broken off, and a look back every hour.</summary>
public static class ErasureJobs
{
    private const string Due = "rights.erase-due";
    private const string Tell = "rights.tell-erasure";
    private const string Person = "person";
    private const string Erasing = "erasure";

    /// <summary>To be called in the command that makes an erasing due.</summary>
    /// <remarks>Without data: nothing that waits names the person.</remarks>
    public static Task ErasureDueAsync(this IJobRequests requests, CancellationToken cancellationToken) =>
        requests.RequestAsync(Due, new Dictionary<string, string>(), cancellationToken);

    /// <summary>To be called in the command that confirms, or calls off, what a representative asked for, or after which somebody else is to know of it.</summary>
    public static Task ErasureToTellAsync(this IJobRequests requests, Erasure erasure, CancellationToken cancellationToken) => requests.RequestAsync(
        Tell, new Dictionary<string, string> { [Person] = erasure.ServiceUserId.ToString(), [Erasing] = erasure.Id.ToString() }, cancellationToken);

    public static void AddErasures(this IServiceCollection services)
    {
        services.AddScoped<IWaitingErasure, WaitingErasure>();
        services.AddSingleton<BackgroundWork>(new RequestedWork<int>(Due, _ => new RunErasuresCommand()));
        services.AddSingleton<BackgroundWork>(new RequestedWork<Unit>(Tell, data => new TellErasureCommand(Guid.Parse(data[Person]), Guid.Parse(data[Erasing]))));
        services.AddSingleton<BackgroundWork>(new ScheduledWork<int>("rights.run-erasures", "30 * * * * ?", () => new RunErasuresCommand()));
        services.AddSingleton<BackgroundWork>(new ScheduledWork<int>("rights.sweep-erased", "0 41 * * * ?", () => new SweepErasedCommand()));
    }
}
