using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Motif.Server.Tests.Operations;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Traces_and_metrics_are_sent_where_the_endpoint_says()
    {
        var received = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await using var collector = await CollectorAsync(received);
        var server = await RunningServer.StartAsync(o =>
            o with
            {
                OtlpEndpoint = new Uri(collector.Urls.First()),
                OtlpProtocol = "http/protobuf",
            }
        );
        await server.CreateAsync("observed");
        await server.DisposeAsync();
        received["/v1/traces"].ShouldContain("POST /api/v1/patterns");
        received["/v1/metrics"].ShouldContain("motif.writes");
    }

    /// <summary>Takes what an OpenTelemetry collector would; protobuf keeps texts readable.</summary>
    private static async Task<WebApplication> CollectorAsync(
        ConcurrentDictionary<string, string> received
    )
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = builder.Build();
        collector.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.Latin1);
            var text = await reader.ReadToEndAsync();
            received.AddOrUpdate(context.Request.Path.Value!, text, (_, before) => before + text);
        });
        await collector.StartAsync();
        return collector;
    }
}
