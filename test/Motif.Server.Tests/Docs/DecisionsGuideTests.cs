using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Motif.Decisions.Records;
using Motif.Decisions.Sending;
using Motif.Tests;

namespace Motif.Server.Tests.Docs;

/// <summary>The requests of docs/decisions.md are answered as the page says, from import over shadow to automatic.</summary>
public sealed partial class DecisionsGuideTests
{
    private const string Weeks = "weeks go by";
    private const int Labels = 1_500;

    private static readonly string[] Methods = ["GET ", "POST ", "PUT "];

    /// <summary>The last value of each name in an answer, which <c>{name}</c> of a later request stands for.</summary>
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    [Fact]
    public async Task Every_request_of_the_page_is_answered_as_it_says()
    {
        await using var server = await RunningServer.StartAsync(configure: builder =>
            builder.Services.AddSingleton<IResponder>(new Nowhere())
        );
        var steps = Steps(
            await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "docs", "decisions.md"))
        );
        steps.Count.ShouldBeGreaterThan(15);
        foreach (var step in steps)
            if (step.Request == Weeks)
                await WeeksOfLabels.LiveAsync(
                    server,
                    Guid.Parse(_known["pattern_id"]),
                    Labels,
                    PatternMode.Auto
                );
            else
                await ShouldAnswerAsync(server, step);
    }

    private async Task ShouldAnswerAsync(RunningServer server, Step step)
    {
        var line = Name().Replace(step.Request, m => _known[m.Groups[1].Value]).Split(' ');
        using var request = new HttpRequestMessage(new HttpMethod(line[0]), line[1]);
        if (step.Body.Length > 0)
            request.Content = new StringContent(
                step.Body,
                Encoding.UTF8,
                line[1].Contains("import?", StringComparison.Ordinal)
                    ? "application/x-ndjson"
                    : "application/json"
            );
        var answer = await server.SendAsync(request);
        answer.Text.ShouldContain(step.Expected, Case.Sensitive, step.Request);
        foreach (Match id in Id().Matches(answer.Text))
            _known[id.Groups[1].Value] = id.Groups[2].Value;
    }

    /// <summary>The requests of the page's http blocks: a line, what is sent, and what stands behind the arrow.</summary>
    private static List<Step> Steps(string[] page)
    {
        var steps = new List<Step>();
        var isHttp = false;
        foreach (var line in page)
            if (line.StartsWith("```", StringComparison.Ordinal))
                isHttp = line == "```http";
            else if (!isHttp)
                continue;
            else if (
                line == Weeks
                || Methods.Any(m => line.StartsWith(m, StringComparison.Ordinal))
            )
                steps.Add(new Step(line, "", ""));
            else if (line.StartsWith("→ ", StringComparison.Ordinal))
                steps[^1] = steps[^1] with { Expected = line[2..] };
            else
                steps[^1] = steps[^1] with { Body = $"{steps[^1].Body}{line}\n" };
        return steps;
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Name();

    [GeneratedRegex("\"(\\w+_id)\":\"([0-9a-f-]{36})\"")]
    private static partial Regex Id();

    private sealed record Step(string Request, string Body, string Expected);

    private sealed class Nowhere : IResponder
    {
        public Task<SendAnswer> SendAsync(
            OutgoingReply reply,
            CancellationToken cancellationToken
        ) => Task.FromResult(new SendAnswer(SendResult.Sent));
    }
}
