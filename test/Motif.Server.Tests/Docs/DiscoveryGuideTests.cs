using System.Text;
using Motif.Cli.Discovery;

namespace Motif.Server.Tests.Docs;

/// <summary>The requests of docs/discovery.md are answered as the page says, from a question to an experiment.</summary>
public sealed class DiscoveryGuideTests
{
    private const string Videos = "three years of 24 channels";
    private const string Worked = "the run goes on to its end";

    [Fact]
    public async Task Every_request_of_the_page_is_answered_as_it_says()
    {
        await using var server = await RunningServer.StartAsync();
        var guide = new GuideRequests("discovery.md", Videos, Worked);
        var requests = await guide.ReadAsync();
        requests.Count.ShouldBeGreaterThan(15);
        foreach (var request in requests)
            await (
                request.Line switch
                {
                    Videos => ImportAsync(server),
                    Worked => server.GetAsync(
                        $"/api/v1/discovery/runs/{guide.Known("run_id")}/events"
                    ),
                    _ => guide.ShouldBeAnsweredAsync(server, request),
                }
            );
    }

    /// <summary>The channels of the demo, whose laws are known.</summary>
    private static async Task ImportAsync(RunningServer server)
    {
        using var import = new HttpRequestMessage(HttpMethod.Post, "/api/v1/items/import")
        {
            Content = new StringContent(
                DemoVideos.Lines(DemoChannels.Publish(TimeProvider.System.GetUtcNow())),
                Encoding.UTF8,
                "application/x-ndjson"
            ),
        };
        var imported = await server.SendAsync(import);
        imported.Status.ShouldBe(200, imported.Text);
    }
}
