using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Barometre.IntegrationTests.AccomplishmentPlan.Reminders;

/// <summary>An SMTP server of the test's own, on a real socket: takes mail, or says for a while that it cannot.</summary>
internal sealed class LittleMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<TakenMail> _taken = [];
    private readonly Task _serving;
    private int _refusals;

    public LittleMailServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <param name="Text">As it came, headers and all.</param>
    public sealed record TakenMail(string To, string Text)
    {
        public string Header(string name) => Text.Split("\r\n").First(line => line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase))[(name.Length + 2)..];

        /// <summary>The words, read as the message says they are written.</summary>
        public string Words
        {
            get
            {
                var body = Text[(Text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
                return Header("Content-Transfer-Encoding") switch
                {
                    "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\r\n", "", StringComparison.Ordinal))),
                    "quoted-printable" => QuotedPrintable(body),
                    _ => body,
                };
            }
        }

        private static string QuotedPrintable(string body)
        {
            var plain = body.Replace("=\r\n", "", StringComparison.Ordinal);
            List<byte> bytes = [];
            for (var i = 0; i < plain.Length; i++)
            {
                if (plain[i] == '=')
                {
                    bytes.Add(Convert.ToByte(plain.Substring(i + 1, 2), 16));
                    i += 2;
                }
                else
                {
                    bytes.Add((byte)plain[i]);
                }
            }

            return Encoding.UTF8.GetString([.. bytes]);
        }
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public IReadOnlyList<TakenMail> To(string address) => [.. _taken.Where(mail => mail.To == address)];

    /// <summary>The next so many mails are put off (451).</summary>
    public void Refuse(int mails) => _refusals = mails;

    public int StillRefusing => _refusals;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = TalkAsync(client);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
            var to = "";
            await writer.WriteLineAsync("220 little.example");
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
                {
                    await writer.WriteLineAsync("221 bye");
                    return;
                }

                if (line.StartsWith("RCPT TO:<", StringComparison.OrdinalIgnoreCase))
                {
                    to = line[9..line.IndexOf('>', StringComparison.Ordinal)];
                    var refused = Interlocked.Decrement(ref _refusals) >= 0;
                    await writer.WriteLineAsync(refused ? "451 later" : "250 ok");
                }
                else if (line == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    _taken.Enqueue(new TakenMail(to, await TextAsync(reader)));
                    await writer.WriteLineAsync("250 taken");
                }
                else
                {
                    await writer.WriteLineAsync(line.StartsWith("EHLO", StringComparison.OrdinalIgnoreCase) ? "250 little.example" : "250 ok");
                }
            }
        }
    }

    private async Task<string> TextAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return text.ToString();
    }
}
