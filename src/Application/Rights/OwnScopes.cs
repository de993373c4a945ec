using Barometre.Application.Shared;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Application.Rights;

/// <summary>Sends requests of long work each in a scope of its own, as the installation: one record at a time, and nothing opened for one is open for the next.</summary>
public sealed class OwnScopes(IServiceScopeFactory scopes)
{
    public async Task<TResult> SendAsync<TResult>(IRequest<TResult> request, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }
}
