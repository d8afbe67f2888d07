using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.Tests.Conformance;
using Motif.Discovery.Advice;
using Motif.Discovery.Runs;

namespace Motif.Backends.Tests.Discovery;

/// <summary>Runs over next to nothing, and over what has no structure: they end, say why, and publish nothing.</summary>
public sealed class SmallRunsTests() : DiscoverySuite(new SqliteBackend())
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(29)]
    public async Task Few_items_of_one_channel_end_with_fewer_levels_and_the_reason(int count)
    {
        await ImportAsync([.. Lines().Take(count)]);

        var run = await RunAsync(new StartRun());

        run.State.ShouldBe(RunState.Finished, run.Error);
        run.Report!.Items.ShouldBe(count);
        run.Report.Remarks.ShouldNotBeEmpty();
        run.Report.Levels.Sum(l => l.Clusters).ShouldBeLessThanOrEqualTo(3);
        (await Store.ListFindingsAsync(Forever)).ShouldBeEmpty();
        (await Store.ListMembersAsync(null, null, 100, Forever)).Count.ShouldBe(count);
        (await RunAsync(new StartRun())).State.ShouldBe(RunState.Finished);
        var match = await Server
            .GetRequiredService<ItemMatcher>()
            .MatchAsync(new ItemQuestion { Text = "sourdough bread" }, Forever);
        (match.Value is null).ShouldBe(match.Problem is not null);
    }

    [Fact]
    public async Task Items_that_are_all_the_same_are_one_neighbourhood_and_nothing_is_found_in_them()
    {
        await ImportAsync([
            .. Enumerable
                .Range(0, 300)
                .Select(i =>
                    $$"""{"id": "{{i}}", "text": "Hello there", "channel": "c{{i % 20}}", "published_at": "2025-01-{{1 + (i % 28):00}}T00:00:00Z", "performance_ratio": 1}"""
                ),
        ]);

        var run = await RunAsync(new StartRun());

        run.State.ShouldBe(RunState.Finished, run.Error);
        run.Report!.Levels.ShouldAllBe(l => l.Clusters == 1);
        run.Report.Copies.ShouldBe(299);
        run.Report.Folded.ShouldBe(280);
        (await Store.ListFindingsAsync(Forever)).ShouldBeEmpty();
    }

    /// <summary>D5: "secret" doubles the outcome in these as in others, and would be found; their neighbourhoods are chance's.</summary>
    [Fact]
    public async Task Noise_is_called_noise_and_publishes_no_finding()
    {
        var noise = new Random(3);
        var lines = Lines()
            .Select(line =>
            {
                var item = JsonSerializer.Deserialize<Dictionary<string, object>>(line)!;
                item["embedding"] = Enumerable
                    .Range(0, 64)
                    .Select(_ => Math.Round(noise.NextDouble() - 0.5, 4))
                    .ToArray();
                return JsonSerializer.Serialize(item);
            })
            .ToArray();
        await ImportAsync(lines);

        var run = await RunAsync(new StartRun());

        run.State.ShouldBe(RunState.Finished, run.Error);
        var report = run.Report!;
        report.IsStable.ShouldBeFalse(
            report.Stability?.ToString("0.00", CultureInfo.InvariantCulture)
        );
        report.Remarks.ShouldContain(r => r.StartsWith("no stable structure"));
        report.PatternsWritten.ShouldBe(0);
        (await Store.ListFindingsAsync(Forever)).ShouldBeEmpty();
    }

    /// <summary>D22: what too few items have is in no list, and is asked about all the same.</summary>
    [Fact]
    public async Task What_too_few_items_have_stands_in_no_list_and_can_be_asked_about()
    {
        var lines = Lines();
        for (var i = 0; i < 12; i++)
            lines[i * 130] = lines[i * 130].Replace("\"text\":\"", "\"text\":\"zeppelin ");
        await ImportAsync(lines);
        await RunAsync(new StartRun());

        var findings = await Store.ListFindingsAsync(Forever);
        var why = await Server
            .GetRequiredService<FindingAnswers>()
            .WhyNotAsync(new("phrase:zeppelin"), Forever);

        findings.ShouldNotBeEmpty();
        findings.ShouldAllBe(f => f.Found.Support >= 30);
        findings.ShouldNotContain(f => f.Feature.Contains("zeppelin"));
        (why.Value!.Carriers, why.Value.NeededSupport).ShouldBe((12, 30));
        why.Value.SmallestDetectableMultiplier!.Value.ShouldBeGreaterThan(1);
    }
}
