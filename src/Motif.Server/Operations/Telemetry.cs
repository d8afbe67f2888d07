using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Motif.Server.Operations;

/// <summary>
/// Sends traces and metrics over OTLP while the server runs. Headers and interval come from the standard <c>OTEL_…</c>
/// variables.
/// </summary>
internal sealed class Telemetry(MotifServerOptions options) : IHostedService, IDisposable
{
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.OtlpEndpoint is null)
            return Task.CompletedTask;
        var resource = ResourceBuilder
            .CreateDefault()
            .AddService("motif", serviceVersion: ServerVersion.Text);
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource("Microsoft.AspNetCore")
            .AddOtlpExporter(exporter => Send(exporter, "v1/traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(ServerMeter.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime")
            .AddOtlpExporter(exporter => Send(exporter, "v1/metrics"))
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _traces?.ForceFlush(5000);
        _metrics?.ForceFlush(5000);
        return Task.CompletedTask;
    }

    /// <summary>Over HTTP each signal has its own address below the endpoint.</summary>
    private void Send(OtlpExporterOptions exporter, string signal)
    {
        var isHttp = options.OtlpProtocol != "grpc";
        exporter.Protocol = isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = isHttp
            ? new Uri($"{options.OtlpEndpoint!.AbsoluteUri.TrimEnd('/')}/{signal}")
            : options.OtlpEndpoint!;
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }
}
