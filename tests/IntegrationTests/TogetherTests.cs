using Barometre.Application.Shared;
using Barometre.Infrastructure.Shared;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Barometre.IntegrationTests;

/// <summary>Readings that travel in one round trip.</summary>
[Collection(InstallationTests.Name)]
public sealed class TogetherTests(Installation installation)
{
    [Fact]
    public async Task Each_reading_gets_its_own_rows_and_may_ask_again_afterwards()
    {
        await using var scope = installation.App.Services.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DatabaseSession>();
        List<int> read = [];

        await scope.ServiceProvider.GetRequiredService<IRoundTrip>().TogetherAsync(
            [
                async () => read.Add(await NumberAsync(session, "SELECT 1")),
                async () => read.Add(await NumberAsync(session, "SELECT 2 WHERE false")),
                async () => read.Add(await NumberAsync(session, "SELECT 3") + await NumberAsync(session, "SELECT 30")),
                async () => read.Add(await NumberAsync(session, "SELECT 5") + await NumberAsync(session, "SELECT 50")),
            ],
            CancellationToken.None);
        read.Add(await NumberAsync(session, "SELECT 4"));

        Assert.Equal([1, 0, 33, 55, 4], read);
    }

    [Fact]
    public async Task One_that_fails_fails_all_and_the_session_goes_on()
    {
        await using var scope = installation.App.Services.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DatabaseSession>();
        var ended = 0;

        await Assert.ThrowsAsync<PostgresException>(() => scope.ServiceProvider.GetRequiredService<IRoundTrip>().TogetherAsync(
            [
                async () => ended += await NumberAsync(session, "SELECT 1"),
                async () => ended += await NumberAsync(session, "SELECT 1 / 0"),
            ],
            CancellationToken.None));

        Assert.Equal((0, 5), (ended, await NumberAsync(session, "SELECT 5")));
    }

    private static Task<int> NumberAsync(DatabaseSession session, string sql) =>
        session.ReadAsync(new NpgsqlBatchCommand(sql), async reader => await reader.ReadAsync() ? reader.GetInt32(0) : 0, CancellationToken.None);
}
