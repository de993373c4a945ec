using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>Exchanges a refresh token for the next one. A token used twice was copied: its session ends.</summary>
public sealed record RefreshSessionCommand(string RefreshToken) : ICommand<SignInOutcome>
{
    public Needed Access => Needed.Anyone;
}

internal sealed class RefreshSessionValidator : AbstractValidator<RefreshSessionCommand>
{
    public RefreshSessionValidator() => RuleFor(command => command.RefreshToken).NotEmpty().MaximumLength(100);
}

internal sealed class RefreshSessionHandler(IParticipationDb db, Sessions sessions, TimeProvider time) : IRequestHandler<RefreshSessionCommand, SignInOutcome>
{
    public async Task<SignInOutcome> Handle(RefreshSessionCommand command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var hash = Sessions.HashOf(command.RefreshToken);
        var session = await db.Sessions.Where(stay => db.RefreshTokens.Any(token => token.Hash == hash && token.SessionId == stay.Id)).SingleOrDefaultAsync(cancellationToken);
        if (session is null || !session.IsLive(now))
        {
            return SignInOutcome.Refused(AccountErrors.WrongRefreshToken);
        }

        // Marked by one statement: of two exchanges at once, the second finds it used.
        var marked = await db.RefreshTokens.Where(token => token.Hash == hash && token.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.UsedAt, now), cancellationToken);
        if (marked == 0)
        {
            session.End(now);
            await db.SaveChangesAsync(cancellationToken);
            return SignInOutcome.Refused(AccountErrors.WrongRefreshToken);
        }

        var next = sessions.AddRefreshToken(session.Id);
        await db.SaveChangesAsync(cancellationToken);
        return new SignInOutcome(new StartedSession(session.AccountId, session.Id, session.Strong, SessionMode.Token, session.ExpiresAt, next, null), null);
    }
}
