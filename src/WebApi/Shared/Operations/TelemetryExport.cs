using Barometre.Application.Shared.Pipeline;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Barometre.WebApi.Shared.Operations;

/// <summary>Sends traces and metrics over OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector: requests, use cases, statements, jobs; ids and names of use cases only.</summary>
/// <remarks>Settings are OpenTelemetry's own: <c>OTEL_EXPORTER_OTLP_PROTOCOL</c> (<c>grpc</c>, the default, or <c>http/protobuf</c>), <c>OTEL_EXPORTER_OTLP_HEADERS</c>,
/// <c>OTEL_SERVICE_NAME</c>, <c>OTEL_TRACES_SAMPLER</c>, <c>OTEL_METRIC_EXPORT_INTERVAL</c>.</remarks>
internal sealed class TelemetryExport(IConfiguration configuration) : IHostedService, IDisposable
{
    public static readonly string[] Sources = [Telemetry.SourceName, "Npgsql", "Microsoft.AspNetCore", "Quartz"];

    public static readonly string[] Meters =
        [Telemetry.SourceName, "Npgsql", "Quartz", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Diagnostics", "System.Runtime"];

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 } address)
        {
            return Task.CompletedTask;
        }

        var about = ResourceBuilder.CreateDefault().AddService(configuration["OTEL_SERVICE_NAME"] ?? "barometre", autoGenerateServiceInstanceId: true);
        var collector = new Uri(address.TrimEnd('/') + "/");
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(about).AddSource(Sources).AddOtlpExporter(options => To(options, collector, "v1/traces")).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(about).AddMeter(Meters).AddOtlpExporter(options => To(options, collector, "v1/metrics")).Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        // Sends what is left.
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private void To(OtlpExporterOptions options, Uri collector, string signal)
    {
        var http = configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] == "http/protobuf";
        options.Protocol = http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        options.Endpoint = http ? new Uri(collector, signal) : collector;
    }
}
