using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Barometre.WebApi;

namespace Barometre.IntegrationTests.Kill;

/// <summary>The host in a process of its own, on a port that stays the same from one life to the next.</summary>
internal sealed class ServedProcess(IReadOnlyDictionary<string, string?> settings) : IDisposable
{
    private readonly ConcurrentQueue<string> _failures = [];
    private Process? _process;

    /// <summary>What the host's log said, in all its lives, of jobs whose work failed.</summary>
    public IReadOnlyCollection<string> FailedAttempts => _failures;

    /// <summary>The process of its present life.</summary>
    public int Id => _process!.Id;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Starts it and waits until it takes requests.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(Host).Assembly.Location);
        start.ArgumentList.Add("serve");
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        start.Environment["BAROMETRE_URLS"] = Address.ToString();
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("\"Message\":\"Attempt ", StringComparison.Ordinal) == true)
            {
                _failures.Enqueue(line.Data);
            }
        };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address };
        var since = TimeProvider.System.GetTimestamp();
        while (!await AnswersAsync(client))
        {
            Assert.False(_process.HasExited, "The host ended while it was starting.");
            Assert.True(TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(60), "The host did not start within a minute.");
            await Task.Delay(25);
        }
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed, no connection is closed by its own.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
        }

        _process?.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var response = await client.GetAsync(new Uri("/health/live", UriKind.Relative));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
