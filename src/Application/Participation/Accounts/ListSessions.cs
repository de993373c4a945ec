using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>The caller's own sessions that have not ended, the latest first.</summary>
public sealed record ListSessionsQuery : IQuery<IReadOnlyList<SessionSummary>>
{
    public Needed Access => Needed.SignedIn;
}

/// <summary>One session of the caller's.</summary>
/// <param name="Strong">Opened with a second factor or a passkey.</param>
/// <param name="Current">The one that asks.</param>
public sealed record SessionSummary(Guid SessionId, SessionMode Mode, bool Strong, DateTimeOffset StartedAt, DateTimeOffset ExpiresAt, bool Current);

internal sealed class ListSessionsHandler(IParticipationDb db, Caller caller, TimeProvider time) : IRequestHandler<ListSessionsQuery, IReadOnlyList<SessionSummary>>
{
    public async Task<IReadOnlyList<SessionSummary>> Handle(ListSessionsQuery query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await db.Sessions.AsNoTracking()
            .Where(session => session.AccountId == caller.AccountId && session.EndedAt == null && session.ExpiresAt > now)
            .OrderByDescending(session => session.StartedAt)
            .Select(session => new SessionSummary(session.Id, session.Mode, session.Strong, session.StartedAt, session.ExpiresAt, session.Id == caller.SessionId))
            .Take(200)
            .ToListAsync(cancellationToken);
    }
}
