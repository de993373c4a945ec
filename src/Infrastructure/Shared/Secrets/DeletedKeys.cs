using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Barometre.Infrastructure.Shared.Secrets;

/// <summary>Listens to the vault: a key that any node deletes is forgotten by this one at once. While it cannot listen, this node keeps no keys.</summary>
/// <remarks>One connection a node. Listening does not work through pgbouncer in transaction mode: the vault is reached directly.</remarks>
internal sealed class DeletedKeys(Databases databases, RecordKeys keys, TimeProvider time, ILogger<DeletedKeys> logger) : BackgroundService
{
    // A connection that died without a word is found out this late at most; meanwhile its node may keep a key.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever fails, keys are asked of the vault until it listens again.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                keys.Hears(deletions: false);
                logger.LogWarning("Listening for deleted keys failed with {ErrorType}: the vault is asked for each key until it works again.", failure.GetType().FullName);
                await Task.Delay(AfterFailure, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await databases.Vault.OpenConnectionAsync(cancellationToken);
        connection.Notification += (_, told) =>
        {
            if (Guid.TryParse(told.Payload, out var serviceUserId))
            {
                keys.Forget(serviceUserId);
            }
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {RecordKeys.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        keys.Hears(deletions: true);
        while (true)
        {
            await connection.WaitAsync(Patience, cancellationToken);
            await using var alive = new NpgsqlCommand("SELECT 1", connection);
            await alive.ExecuteScalarAsync(cancellationToken);
        }
    }
}
