using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Prints;

/// <summary>Deletes the prints whose days are over, files and all; returns how many. A job does it every hour.</summary>
public sealed record DeleteExpiredPrintsCommand : ICommand<int>
{
    public Needed Access => Needed.System;
}

internal sealed class DeleteExpiredPrintsHandler(IPrintsDb db, IRecordScope scope, TimeProvider time) : IRequestHandler<DeleteExpiredPrintsCommand, int>
{
    public async Task<int> Handle(DeleteExpiredPrintsCommand command, CancellationToken cancellationToken)
    {
        scope.OpenForEveryone();
        var now = time.GetUtcNow();
        if (!await db.Prints.AnyAsync(print => print.ExpiresAt <= now, cancellationToken))
        {
            return 0;
        }

        await db.PrintFiles
            .Where(file => db.Prints.Any(print => print.ServiceUserId == file.ServiceUserId && print.Id == file.PrintId && print.ExpiresAt <= now))
            .ExecuteDeleteAsync(cancellationToken);
        return await db.Prints.Where(print => print.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
    }
}
