using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Demonstrations;

/// <summary>Says that the demonstration is whole: it is not loaded again.</summary>
public sealed record FinishDemonstrationCommand(string Content) : ICommand<Unit>
{
    public Needed Access => Needed.System;
}

internal sealed class FinishDemonstrationHandler(IParticipationDb db, TimeProvider time) : IRequestHandler<FinishDemonstrationCommand, Unit>
{
    public async Task<Unit> Handle(FinishDemonstrationCommand command, CancellationToken cancellationToken)
    {
        var demonstration = await db.Demonstrations.SingleOrDefaultAsync(known => known.Content == command.Content, cancellationToken) ?? throw new NotFound();
        demonstration.Finish(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
