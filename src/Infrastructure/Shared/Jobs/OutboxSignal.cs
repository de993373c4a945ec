namespace Barometre.Infrastructure.Shared.Jobs;

/// <summary>Wakes this node's relay as soon as a transaction that wrote to an outbox has committed; other nodes find the row at their next look.</summary>
public sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _woken = new(0, 1);

    public void Wake()
    {
        try
        {
            _woken.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already woken: the relay has yet to look.
        }
    }

    /// <summary>Returns when woken, or after <paramref name="atMost"/>.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _woken.WaitAsync(atMost, cancellationToken);

    public void Dispose() => _woken.Dispose();
}
