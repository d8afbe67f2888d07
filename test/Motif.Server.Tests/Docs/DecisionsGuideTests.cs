using Microsoft.Extensions.DependencyInjection;
using Motif.Decisions.Records;
using Motif.Decisions.Sending;

namespace Motif.Server.Tests.Docs;

/// <summary>The requests of docs/decisions.md are answered as the page says, from import over shadow to automatic.</summary>
public sealed class DecisionsGuideTests
{
    private const string Weeks = "weeks go by";
    private const int Labels = 1_500;

    [Fact]
    public async Task Every_request_of_the_page_is_answered_as_it_says()
    {
        await using var server = await RunningServer.StartAsync(configure: builder =>
            builder.Services.AddSingleton<IResponder>(new Nowhere())
        );
        var guide = new GuideRequests("decisions.md", Weeks);
        var requests = await guide.ReadAsync();
        requests.Count.ShouldBeGreaterThan(15);
        foreach (var request in requests)
            if (request.Line == Weeks)
                await WeeksOfLabels.LiveAsync(
                    server,
                    Guid.Parse(guide.Known("pattern_id")),
                    Labels,
                    PatternMode.Auto
                );
            else
                await guide.ShouldBeAnsweredAsync(server, request);
    }

    private sealed class Nowhere : IResponder
    {
        public Task<SendAnswer> SendAsync(
            OutgoingReply reply,
            CancellationToken cancellationToken
        ) => Task.FromResult(new SendAnswer(SendResult.Sent));
    }
}
