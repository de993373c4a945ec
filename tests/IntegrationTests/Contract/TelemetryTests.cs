using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Barometre.IntegrationTests.Contract;

/// <summary>What leaves a node by OTLP and by its log, taken by a small receiver of the test's own.</summary>
public sealed class TelemetryTests
{
    private const string Name = "Quibalou de la Télémétrie";

    [Fact]
    public async Task Use_cases_statements_and_jobs_are_seen_and_nobodys_name_is()
    {
        await using var receiver = new Receiver();
        await receiver.StartAsync();
        var installation = new ObservedInstallation(receiver);
        await installation.InitializeAsync();
        var project = await installation.ProjectAsync();
        var practitioner = await installation.RoleAsync(Role.Practitioner, project);
        var address = new Uri($"/api/v1/service-users/{Guid.CreateVersion7()}", UriKind.Relative);
        using var client = practitioner.Client(installation);

        var opened = await client.PutAsJsonAsync(address, new { projectId = project, calledName = Name, language = "fr" });
        var again = await client.PutAsJsonAsync(address, new { projectId = project, calledName = Name + "!", language = "fr" });
        var broken = await client.PutAsJsonAsync(address, new { projectId = project, calledName = Name, language = "fr", other = Name });
        var happened = await installation.Jobs.HappenAsync(installation);
        await Eventually.HappensAsync(() => installation.Jobs.Probe.Count(happened) > 0, TimeSpan.FromSeconds(60));
        await installation.App.StopAsync();
        await installation.DisposeAsync();

        Assert.Equal([201, 409, 400], new[] { (int)opened.StatusCode, (int)again.StatusCode, (int)broken.StatusCode });
        var (traces, metrics) = (receiver.Text("/v1/traces"), receiver.Text("/v1/metrics"));
        Assert.Contains("OpenRecord", traces, StringComparison.Ordinal);
        Assert.Contains("job test.note", traces, StringComparison.Ordinal);
        Assert.Contains("INSERT INTO participation.service_user", traces, StringComparison.Ordinal);
        Assert.Contains("Microsoft.AspNetCore", traces, StringComparison.Ordinal);
        Assert.Contains("barometre.use_case.duration", metrics, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", metrics, StringComparison.Ordinal);
        var log = string.Join('\n', installation.Log.Lines);
        var refused = string.Join('\n', installation.Log.Lines.Where(line => line.StartsWith("Refused", StringComparison.Ordinal)));
        Assert.Contains("Refused /api/v1/service-users/{serviceUserId:guid}", refused, StringComparison.Ordinal);
        foreach (var word in new[] { "Quibalou", "Télémétrie" })
        {
            Assert.DoesNotContain(word, traces + metrics + log, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain(installation.Log.Exceptions, _ => true);
    }

    /// <summary>An installation that reports to the receiver and whose every log line, of any category and level, is kept.</summary>
    private sealed class ObservedInstallation(Receiver receiver) : Installation
    {
        public Kept Log { get; } = new();

        public PlantedJob Jobs { get; } = new();

        protected override void Configure(WebApplicationBuilder builder)
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Address, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            });
            builder.Logging.AddProvider(Log);
            Jobs.Register(builder);
        }
    }

    /// <summary>Keeps log lines as they would be written.</summary>
    private sealed class Kept : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ConcurrentQueue<Exception> Exceptions { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Lines.Enqueue(formatter(state, exception) + exception);
            if (exception is not null)
            {
                Exceptions.Enqueue(exception);
            }
        }

        public void Dispose()
        {
        }
    }

    /// <summary>Takes whatever is posted to it; OTLP's strings stand in its bytes as they are.</summary>
    private sealed class Receiver : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = [];

        public Receiver()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _app = builder.Build();
            _app.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body, context.RequestAborted);
                _received.Enqueue((context.Request.Path, body.ToArray()));
                context.Response.StatusCode = StatusCodes.Status200OK;
            });
        }

        public string Address => _app.Urls.Single();

        public Task StartAsync() => _app.StartAsync();

        public string Text(string path) => string.Concat(_received.Where(part => part.Path == path).Select(part => Encoding.UTF8.GetString(part.Body)));

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}

/// <summary>The jobs tests' work, planted in another installation.</summary>
internal sealed class PlantedJob
{
    public Probe Probe { get; } = new() { Failing = false };

    public void Register(WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<BackgroundWork>(new ProbedWork("test.note", "Noted", Guid.CreateVersion7(), Probe));

    public async Task<Guid> HappenAsync(Installation installation)
    {
        var id = Guid.CreateVersion7();
        await installation.ExecuteAsync($"INSERT INTO participation.outbox (service_user_id, id, event, payload) VALUES ('{Guid.CreateVersion7()}', '{id}', 'Noted', '{{}}')");
        return id;
    }
}
