using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Shared.Jobs;

/// <summary>An administrator hands a parked job over again, or every one. Asked twice, it is handed over once.</summary>
public sealed record RetryJobsCommand(Guid? ParkedJobId) : ICommand<int>
{
    public Needed Access => Needed.AnyProject(Role.Administrator);
}

internal sealed class RetryJobsHandler(IBackgroundJobs jobs) : IRequestHandler<RetryJobsCommand, int>
{
    public async Task<int> Handle(RetryJobsCommand command, CancellationToken cancellationToken)
    {
        var retried = await jobs.RetryAsync(command.ParkedJobId, cancellationToken);
        return retried == 0 && command.ParkedJobId is not null ? throw new NotFound() : retried;
    }
}
