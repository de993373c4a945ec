using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Barometre.Application.Rights.Erasures;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Barometre.IntegrationTests.Rights;

/// <summary>An installation whose jobs run only when a test says so, and that keeps what it logs.</summary>
public sealed class RightsInstallation : Installation
{
    private readonly ConcurrentDictionary<string, IDataProtector> _made = new(StringComparer.Ordinal);

    internal ConcurrentQueue<string> Logged { get; } = [];

    /// <summary>Everything that this installation seals with its key ring, whatever the purpose: so no new purpose is left out of a search.</summary>
    internal IReadOnlyCollection<IDataProtector> Protectors => [.. _made.Values];

    internal HashSet<string> Purposes => [.. _made.Keys];

    /// <summary>The minute's look.</summary>
    internal Task<int> RunErasuresAsync() => this.SendAsync(new RunErasuresCommand());

    protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["BAROMETRE_JOBS"] = "false" });
#pragma warning disable CA2000 // The host disposes of it.
        builder.Logging.SetMinimumLevel(LogLevel.Debug).AddProvider(new Keeping(Logged));
#pragma warning restore CA2000
        // Registered here first, so that the host keeps ours around it.
        builder.Services.AddDataProtection();
        var ring = builder.Services.Last(service => service.ServiceType == typeof(IDataProtectionProvider));
        builder.Services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider>(services => new Noting((IDataProtectionProvider)ring.ImplementationFactory!(services), _made, "")));
    }

    /// <summary>The key ring, noting each purpose that something is sealed for.</summary>
    private sealed class Noting(IDataProtectionProvider inner, ConcurrentDictionary<string, IDataProtector> made, string path) : IDataProtectionProvider
    {
        public IDataProtector CreateProtector(string purpose)
        {
            var name = $"{path}/{purpose}";
            return new NotingProtector(made.GetOrAdd(name, _ => inner.CreateProtector(purpose)), made, name);
        }
    }

    private sealed class NotingProtector(IDataProtector inner, ConcurrentDictionary<string, IDataProtector> made, string path) : IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => new Noting(inner, made, path).CreateProtector(purpose);

        public byte[] Protect(byte[] plaintext) => inner.Protect(plaintext);

        public byte[] Unprotect(byte[] protectedData) => inner.Unprotect(protectedData);
    }

    private sealed class Keeping(ConcurrentQueue<string> logged) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logged.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}

/// <summary>Erasing over HTTP, as a device does.</summary>
internal static class Erasing
{
    public static string Path(Guid person, string rest = "") => $"/api/v1/service-users/{person}/erasures{rest}";

    public static async Task<(Guid Id, int Version)> AskedAsync(this HttpClient client, Guid person)
    {
        var id = Guid.CreateVersion7();
        var answer = await (await client.PutAsync(Path(person, $"/{id}"), new { })).BodyAsync(HttpStatusCode.OK);
        return (id, answer.GetProperty("version").GetInt32());
    }

    public static Task<HttpResponseMessage> ConfirmAsync(this HttpClient client, Guid person, Guid erasure, int version, bool keepsAccount = false, int waitHours = 0)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Path(person, $"/{erasure}/confirmation")) { Content = JsonContent.Create(new { keepsAccount, waitHours }) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return client.SendAsync(request);
    }

    /// <summary>Asks and confirms, without waiting; returns the code of the certificate.</summary>
    public static async Task<string> EraseAsync(this HttpClient client, Guid person, bool keepsAccount = false)
    {
        var (id, version) = await client.AskedAsync(person);
        return (await (await client.ConfirmAsync(person, id, version, keepsAccount)).BodyAsync(HttpStatusCode.OK)).GetProperty("certificateCode").GetString()!;
    }

    /// <summary>The certificate's text, whose signature holds; as a stranger.</summary>
    public static async Task<JsonElement> CertificateAsync(this Installation installation, string code)
    {
        using var stranger = installation.Client();
        var kept = await (await stranger.PostAsync("/api/v1/erasure-certificates", new { code })).BodyAsync(HttpStatusCode.OK);
        Assert.True(kept.GetProperty("complete").GetBoolean());
        var published = await stranger.JsonAsync("/api/v1/signing-key");
        using var key = ECDsa.Create();
        key.ImportFromPem(published.GetProperty("pem").GetString());
        var content = kept.GetProperty("content").GetString()!;
        Assert.True(key.VerifyData(
            Encoding.UTF8.GetBytes(content), Convert.FromBase64String(kept.GetProperty("signature").GetString()!), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        return JsonDocument.Parse(content).RootElement;
    }

    /// <summary>The person's rows in every table that names a person, counted behind the walls; what the erasing itself goes by left out.</summary>
    public static async Task<Dictionary<string, long>> RowsOfAsync(this Installation installation, Guid person)
    {
        Dictionary<string, long> rows = [];
        await using var tables = installation.Owner.CreateCommand("SELECT schema_name || '.' || table_name, person_column FROM platform.personal_table WHERE schema_name || '.' || table_name NOT IN ('rights.erasure', 'rights.erased_rows', 'rights.trace', 'participation.tombstone')");
        await using var reader = await tables.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            if (await installation.CountAsync($"SELECT count(*) FROM {reader.GetString(0)} WHERE {reader.GetString(1)} = '{person}'") is > 0 and var count)
            {
                rows[reader.GetString(0)] = count;
            }
        }

        return rows;
    }
}
