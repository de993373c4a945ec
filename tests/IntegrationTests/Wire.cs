using System.Net;
using System.Net.Sockets;
using Barometre.Application.QualityOfLife.Instruments;
using Barometre.Application.Shared;
using Barometre.WebApi;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Barometre.IntegrationTests;

/// <summary>Stands between a host and PostgreSQL and counts on the wire: each time the host speaks after the server has answered is a round trip.</summary>
internal sealed class Wire : IAsyncDisposable
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
