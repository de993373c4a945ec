using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Shared.Jobs;

/// <summary>What waits, runs and was given up in the background, for an administrator.</summary>
public sealed record GetJobsQuery(int Limit) : IQuery<JobsReport>
{
    public const int LargestLimit = 1000;

    public Needed Access => Needed.AnyProject(Role.Administrator);
}

/// <summary>The background jobs at this moment.</summary>
/// <param name="Parked">The latest of those given up.</param>
public sealed record JobsReport(JobCounts Counts, IReadOnlyList<ParkedJob> Parked);

internal sealed class GetJobsValidator : AbstractValidator<GetJobsQuery>
{
    public GetJobsValidator() => RuleFor(query => query.Limit).InclusiveBetween(1, GetJobsQuery.LargestLimit);
}

internal sealed class GetJobsHandler(IBackgroundJobs jobs) : IRequestHandler<GetJobsQuery, JobsReport>
{
    public async Task<JobsReport> Handle(GetJobsQuery query, CancellationToken cancellationToken) =>
        new(await jobs.CountAsync(cancellationToken), await jobs.ParkedAsync(query.Limit, cancellationToken));
}
