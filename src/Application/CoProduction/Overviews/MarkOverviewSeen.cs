using Barometre.Application.Shared;
using Barometre.Domain.CoProduction;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Overviews;

/// <summary>Says up to when the caller has seen the record: what comes later is news the next time. Sent again, or late, it takes nothing back.</summary>
/// <param name="Until">The <c>at</c> of the overview that was shown.</param>
public sealed record MarkOverviewSeenCommand(Guid ServiceUserId, DateTimeOffset Until) : ICommand<SeenUntil>
{
    public Needed Access => Needed.AnyTab(ServiceUserId);
}

/// <summary>Up to when the record counts as seen by the caller.</summary>
public sealed record SeenUntil(DateTimeOffset Until);

internal sealed class MarkOverviewSeenValidator : AbstractValidator<MarkOverviewSeenCommand>
{
    public MarkOverviewSeenValidator() => RuleFor(command => command.Until).NotEmpty();
}

internal sealed class MarkOverviewSeenHandler(ICoProductionDb db, Caller caller, TimeProvider time) : IRequestHandler<MarkOverviewSeenCommand, SeenUntil>
{
    public async Task<SeenUntil> Handle(MarkOverviewSeenCommand command, CancellationToken cancellationToken)
    {
        var reader = caller.Author();
        var visit = await db.Visits.SingleOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.AccountId == reader, cancellationToken);
        if (visit is null)
        {
            visit = Visit.First(command.ServiceUserId, reader);
            db.Visits.Add(visit);
        }

        visit.Saw(command.Until, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new SeenUntil(visit.SeenUntil);
    }
}
