using System.Net;
using System.Net.Sockets;
using Barometre.Application.QualityOfLife.Assessments;
using Barometre.Application.QualityOfLife.Instruments;
using Barometre.Application.QualityOfLife.Readings;
using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using Barometre.WebApi;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Barometre.IntegrationTests.QualityOfLife;

/// <summary>Counts on the wire: between the host and PostgreSQL stands a relay that notes each time the host speaks after the server has answered.</summary>
[Collection(InstallationTests.Name)]
public sealed class RoundTripTests(Installation installation)
{
    [Fact]
    public async Task A_new_complete_assessment_of_every_theme_takes_three_round_trips_and_one_transaction()
    {
        var person = await installation.PersonAsync();
        await using var wire = await Wire.StartAsync(installation);
        await wire.SendAsync(person, Complete(person, wire.Themes));
        await wire.SendAsync(person, Complete(person, wire.Themes));

        var before = wire.RoundTrips;
        await wire.SendAsync(person, Complete(person, wire.Themes));

        Assert.Equal(3, wire.RoundTrips - before);
        await using var command = installation.Owner.CreateCommand(
            $"SELECT count(*), count(DISTINCT xmin::text) FROM quality_of_life.answer WHERE service_user_id = '{person.ServiceUserId}'");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        Assert.Equal((3L * wire.Themes.Count, 3L), (reader.GetInt64(0), reader.GetInt64(1)));
    }

    [Fact]
    public async Task All_series_take_the_access_decision_and_one_statement()
    {
        var person = await installation.PersonAsync();
        await using var wire = await Wire.StartAsync(installation);
        await wire.SendAsync(person, Complete(person, wire.Themes));
        await wire.SendAsync(person, new GetSeriesQuery(person.ServiceUserId, null, null, null));

        var before = wire.RoundTrips;
        var series = await wire.SendAsync(person, new GetSeriesQuery(person.ServiceUserId, null, null, null));

        Assert.Equal(2, wire.RoundTrips - before);
        Assert.Equal(55, series.Series.Count);
    }

    private static OpenAssessmentCommand Complete(Given.Person person, IReadOnlyList<string> themes)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new OpenAssessmentCommand(
            person.ServiceUserId,
            Guid.CreateVersion7(),
            Setting.Alone,
            null,
            null,
            null,
            now,
            [.. themes.Select((theme, i) => new GivenAnswer(Guid.CreateVersion7(), theme, AnswerKind.Rating, now, i))],
            Complete: true);
    }

    private sealed class Wire : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _end = new();
        private WebApplication _host = null!;
        private int _roundTrips;

        public int RoundTrips => Volatile.Read(ref _roundTrips);

        public IReadOnlyList<string> Themes { get; private set; } = [];

        public static async Task<Wire> StartAsync(Installation installation)
        {
            var wire = new Wire();
            wire._listener.Start();
            var settings = installation.Settings;
            var server = new NpgsqlConnectionStringBuilder(settings["BAROMETRE_DATABASE"]);
            _ = wire.AcceptAsync(server.Host!, server.Port);
            settings["BAROMETRE_DATABASE"] = new NpgsqlConnectionStringBuilder(server.ConnectionString)
            {
                Host = "127.0.0.1", Port = ((IPEndPoint)wire._listener.LocalEndpoint).Port, SslMode = SslMode.Disable, GssEncryptionMode = GssEncryptionMode.Disable,
            }.ConnectionString;
            // Not started: nothing but the test's own requests goes over the wire.
            wire._host = Host.Build([], builder => builder.Configuration.AddInMemoryCollection(settings));
            var instrument = await wire._host.Services.GetRequiredService<IInstruments>().FindAsync(null, CancellationToken.None);
            wire.Themes = [.. instrument!.Spheres.SelectMany(sphere => sphere.Themes).Select(theme => theme.Code)];
            return wire;
        }

        public async Task<TResult> SendAsync<TResult>(Given.Person person, IRequest<TResult> request)
        {
            await using var scope = _host.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().IsAccount(person.Account.AccountId, person.Account.SessionId);
            return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
        }

        public async ValueTask DisposeAsync()
        {
            await _host.DisposeAsync();
            await _end.CancelAsync();
            _listener.Stop();
            _end.Dispose();
        }

        private async Task AcceptAsync(string server, int port)
        {
            try
            {
                while (true)
                {
                    var client = await _listener.AcceptTcpClientAsync(_end.Token);
                    _ = RelayAsync(client, server, port);
                }
            }
            catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        private async Task RelayAsync(TcpClient client, string server, int port)
        {
            using var host = client;
            using var database = new TcpClient { NoDelay = true };
            await database.ConnectAsync(server, port, _end.Token);
            var answered = true;
            await Task.WhenAny(
                CopyAsync(host.GetStream(), database.GetStream(), () =>
                {
                    if (answered)
                    {
                        answered = false;
                        Interlocked.Increment(ref _roundTrips);
                    }
                }),
                CopyAsync(database.GetStream(), host.GetStream(), () => answered = true));
        }

        private async Task CopyAsync(NetworkStream from, NetworkStream to, Action passing)
        {
            var buffer = new byte[64 * 1024];
            for (int read; (read = await from.ReadAsync(buffer, _end.Token)) > 0;)
            {
                passing();
                await to.WriteAsync(buffer.AsMemory(0, read), _end.Token);
            }
        }
    }
}
