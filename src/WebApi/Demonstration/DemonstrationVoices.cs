using System.Collections.Concurrent;
using Barometre.Application.Participation.Accounts;
using Barometre.Application.Participation.Demonstrations;
using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using Barometre.Domain.Shared;
using Barometre.WebApi.Verbs;
using MediatR;

namespace Barometre.WebApi.Demonstration;

/// <summary>In whose name the demonstration is loaded: each account signs in like anybody's, with a session of its own, and the installation's operator.</summary>
internal sealed class DemonstrationVoices(WebApplication app)
{
    // Attempts are counted here too. A load that is interrupted and begun again many times is nobody who guesses: each counts as coming from elsewhere.
    private readonly string _address = $"demonstration {Guid.CreateVersion7():n}";

    private readonly ConcurrentDictionary<string, StartedSession> _sessions = new(StringComparer.Ordinal);

    /// <summary>The demonstration's organisations and projects are there afterwards.</summary>
    public async Task<DemonstrationStatus> BeginAsync(DemonstrationContent content)
    {
        await using var scope = app.InstallationScope();
        return await DemonstrationProjects.BeginAsync(scope.ServiceProvider.GetRequiredService<IMediator>(), content);
    }

    /// <summary>Makes the account if there is none of that name, and signs it in.</summary>
    public async Task<Guid> SignInAsync(string name, string? displayName)
    {
        if (_sessions.TryGetValue(name, out var known))
        {
            return known.AccountId;
        }

        try
        {
            await AnyoneAsync(AttemptKind.Register, null, ticket => new RegisterAccountCommand(ticket, name, DemonstrationContent.Password, displayName));
        }
        catch (RuleViolation taken) when (taken.Error.Equals(AccountErrors.NameTaken))
        {
            // By an earlier load, unless the password says otherwise.
        }

        var outcome = await AnyoneAsync(
            AttemptKind.SignIn, name, ticket => new SignInCommand(ticket, name, DemonstrationContent.Password, null, null, SessionMode.Token));
        _sessions[name] = outcome.Session
            ?? throw new VerbMisused($"The account {name} is there already and is not the demonstration's (another password, or a second factor).");
        return _sessions[name].AccountId;
    }

    public Guid AccountOf(string name) => _sessions[name].AccountId;

    /// <summary>Sends a request as that account.</summary>
    public async Task<TResult> SendAsync<TResult>(string account, IRequest<TResult> request)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.IsAccount(_sessions[account].AccountId, _sessions[account].SessionId);
        caller.ExpectsAnyVersion = true;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Sends a request as the installation's operator.</summary>
    public async Task<TResult> SendAsync<TResult>(IRequest<TResult> request)
    {
        await using var scope = app.InstallationScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Does at once what the load's own events have a job do once something serves.</summary>
    public async Task ComputeAsync(IRequest<int> job)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(job);
    }

    /// <summary>Ends every session of these accounts: also those of a load that was interrupted.</summary>
    public async Task SignOutAsync()
    {
        foreach (var account in _sessions.Keys)
        {
            await SendAsync(account, new EndSessionsCommand(null));
        }

        _sessions.Clear();
    }

    private async Task<TResult> AnyoneAsync<TResult>(AttemptKind kind, string? subject, Func<AttemptTicket, IRequest<TResult>> request)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        return await mediator.Send(request(await mediator.Send(new CountAttemptCommand(kind, subject, _address))));
    }
}
