using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Signs out: of one session of one's own, or of all.</summary>
/// <param name="SessionId">Null: everywhere, this session too.</param>
public sealed record EndSessionsCommand(Guid? SessionId) : ICommand<Unit>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class EndSessionsHandler(IParticipationDb db, Sessions sessions, Caller caller, TimeProvider time) : IRequestHandler<EndSessionsCommand, Unit>
{
    public async Task<Unit> Handle(EndSessionsCommand command, CancellationToken cancellationToken)
    {
        if (command.SessionId is null)
        {
            await sessions.EndAllAsync(caller.AccountId!.Value, null, cancellationToken);
            return Unit.Value;
        }

        var session = await db.Sessions.SingleOrDefaultAsync(stay => stay.Id == command.SessionId && stay.AccountId == caller.AccountId, cancellationToken) ?? throw new NotFound();
        session.End(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
