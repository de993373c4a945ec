using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Barometre.IntegrationTests.Kill;

/// <summary>A device that sends things of every kind without pause and remembers which of them it was told were kept.</summary>
internal sealed class Writer(Guid person, AuthenticationHeaderValue token, Uri address, int seed) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(10) };
    private readonly Random _random = new(seed);
    private readonly List<Sent> _unsure = [];
    private int _turn = seed;

    /// <summary>What the host said it keeps.</summary>
    public List<Sent> Acknowledged { get; } = [];

    /// <summary>What was sent, whatever became of the answer.</summary>
    public List<Sent> All { get; } = [];

    public int Unanswered { get; private set; }

    public async Task WriteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            // What was cut off is sent again, as a device does when the network is back; half of it, so that both fates are seen.
            var again = _unsure.Count > 0 && _random.Next(2) == 0;
            var next = again ? _unsure[0] : Make();
            if (_unsure.Count > 0)
            {
                _unsure.RemoveAt(0);
            }

            await SendAsync(next);
        }
    }

    /// <summary>Sends what is unsure until it is answered.</summary>
    public async Task FinishAsync()
    {
        while (_unsure.Count > 0)
        {
            var next = _unsure[0];
            _unsure.RemoveAt(0);
            await SendAsync(next);
        }
    }

    public void Dispose() => _client.Dispose();

    private Sent Make()
    {
        while (true)
        {
            if (Writes.All[_turn++ % Writes.All.Count].Make(person, _random, Acknowledged) is { } made)
            {
                All.Add(made);
                return made;
            }
        }
    }

    private async Task SendAsync(Sent sent)
    {
        using var request = new HttpRequestMessage(sent.Method, new Uri(sent.Path, UriKind.Relative)) { Content = JsonContent.Create(sent.Body, sent.Body.GetType()) };
        request.Headers.Authorization = token;
        try
        {
            using var response = await _client.SendAsync(request);
            Assert.True(response.IsSuccessStatusCode, $"{sent.Of.GetType().Name}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
            Acknowledged.Add(sent);
        }
        catch (Exception cut) when (cut is HttpRequestException or TaskCanceledException)
        {
            Unanswered++;
            _unsure.Add(sent);
            await Task.Delay(20);
        }
    }
}
