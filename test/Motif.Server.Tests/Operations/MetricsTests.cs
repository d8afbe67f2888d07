using System.Diagnostics;

namespace Motif.Server.Tests.Operations;

public sealed class MetricsTests
{
    private const string Promtool = "/usr/bin/promtool";

    [Fact]
    public async Task What_happened_is_counted()
    {
        await using var server = await RunningServer.StartAsync();
        await server.CreateAsync("counted one");
        await server.CreateAsync("counted two", """, "kind": "content", "status": "draft" """);
        await server.GetAsync("/api/v1/patterns");
        var metrics = (await server.GetAsync("/metrics")).Text.Split('\n');
        metrics.ShouldContain("motif_patterns{kind=\"success\",status=\"active\"} 1");
        metrics.ShouldContain("motif_patterns{kind=\"content\",status=\"draft\"} 1");
        metrics.ShouldContain("motif_writes_total{operation=\"create\"} 2");
        metrics.ShouldContain("motif_exposures_waiting 0");
        var created = metrics.Single(l =>
            l.StartsWith("http_server_request_duration_seconds_count{", StringComparison.Ordinal)
            && l.Contains("http_request_method=\"POST\"", StringComparison.Ordinal)
        );
        created.ShouldContain("http_route=\"/api/v1/patterns\"");
        created.ShouldEndWith(" 2");
    }

    [Fact]
    public async Task Matches_are_counted_and_timed_by_the_names_of_the_guide()
    {
        await using var server = await RunningServer.StartAsync();
        await server.CreateAsync("retry with backoff");
        for (var i = 0; i < 3; i++)
            (
                await server.PostAsync("/api/v1/patterns/match", """{"intent": "retry"}""")
            ).Status.ShouldBe(200);

        var metrics = (await server.GetAsync("/metrics")).Text.Split('\n');

        metrics.ShouldContain("pattern_matches_total{pattern_type=\"trial\",status=\"active\"} 3");
        metrics.ShouldContain("pattern_match_latency_seconds_count 3");
        metrics.ShouldContain("postgres_lookup_duration_seconds_count 3");
        foreach (var bound in new[] { "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "+Inf" })
            metrics.ShouldContain(l =>
                l.StartsWith(
                    $"pattern_match_latency_seconds_bucket{{le=\"{bound}\"}}",
                    StringComparison.Ordinal
                )
            );
    }

    [Fact]
    public async Task Fatigue_is_told_by_the_names_of_the_guide()
    {
        const string Content = "/api/v1/content";
        await using var server = await RunningServer.StartAsync();
        foreach (var pattern in (string[])["a", "a", "a", "a", "b"])
            await server.PostAsync(
                $"{Content}/personas/ada/posts",
                $$"""{"pattern": "{{pattern}}"}"""
            );
        await server.PostAsync($"{Content}/personas/few/posts", """{"pattern": "a"}""");
        // Its hour of grace is over: the next change of the persona finds that out.
        await server.PostAsync(
            $"{Content}/personas/few/reservations",
            $$"""{"pattern": "b", "scheduled_at": "{{TimeProvider.System.GetUtcNow().AddHours(-3):O}}"}"""
        );
        await server.PostAsync($"{Content}/personas/few/posts", """{"pattern": "c"}""");
        await server.PostAsync($"{Content}/extract", """{"content": "Hot take: tea wins"}""");
        await server.PostAsync($"{Content}/check", """{"persona_id": "ada", "pattern": "a"}""");
        await server.PostAsync(
            $"{Content}/select",
            """{"persona_id": "ada", "n_select": 1, "variants": [{"variant_id": "a", "pattern": "a"}]}"""
        );

        var metrics = (await server.GetAsync("/metrics")).Text.Split('\n');

        metrics.ShouldContain("pattern_fatigue_rate{persona_id=\"ada\"} 0.5");
        metrics.ShouldContain("pattern_fatigue_rate{persona_id=\"few\"} 0");
        metrics.ShouldContain(l =>
            l.StartsWith(
                "pattern_diversity_score{persona_id=\"ada\"} 0.8",
                StringComparison.Ordinal
            )
        );
        metrics.ShouldNotContain(
            l =>
                l.StartsWith(
                    "pattern_diversity_score{persona_id=\"few\"}",
                    StringComparison.Ordinal
                ),
            "two uses are not enough"
        );
        metrics.ShouldContain("pattern_extraction_latency_seconds_count 1");
        metrics.ShouldContain("fatigue_check_latency_seconds_count 1");
        metrics.ShouldContain("expired_reservations_total 1");
        metrics.ShouldContain("fatigue_violations_total 1");
        metrics.ShouldContain("relaxed_slates_total{reason=\"all_capped\"} 1");
    }

    [Fact]
    public async Task Servers_in_one_process_count_for_themselves()
    {
        await using var busy = await RunningServer.StartAsync();
        await using var idle = await RunningServer.StartAsync();
        await busy.CreateAsync("somewhere");
        (await idle.GetAsync("/metrics")).Text.ShouldNotContain("motif_writes_total");
    }

    [Fact]
    public async Task Histograms_count_upwards_and_end_in_all()
    {
        await using var server = await RunningServer.StartAsync();
        for (var i = 0; i < 5; i++)
            await server.GetAsync("/api/v1/patterns");
        var buckets = (await server.GetAsync("/metrics"))
            .Text.Split('\n')
            .Where(l =>
                l.StartsWith(
                    "http_server_request_duration_seconds_bucket{",
                    StringComparison.Ordinal
                ) && l.Contains("/api/v1/patterns", StringComparison.Ordinal)
            )
            .Select(l =>
                long.Parse(
                    l[(l.LastIndexOf(' ') + 1)..],
                    System.Globalization.CultureInfo.InvariantCulture
                )
            )
            .ToList();
        buckets.Count.ShouldBeGreaterThan(5);
        buckets.ShouldBeInOrder();
        buckets[^1].ShouldBe(5);
    }

    [Fact]
    public async Task Promtool_finds_nothing_to_say()
    {
        if (!File.Exists(Promtool))
        {
            Environment
                .GetEnvironmentVariable("CI")
                .ShouldNotBe("true", "Debian's package prometheus is needed");
            return;
        }
        await using var server = await RunningServer.StartAsync();
        var (id, _) = await server.CreateAsync("checked");
        await server.PostAsync(
            $"/api/v1/patterns/{id}/uses",
            """{"actor": "a", "action": "exposed"}"""
        );
        await server.GetAsync("/api/v1/none");
        var (exitCode, said) = await CheckAsync((await server.GetAsync("/metrics")).Text);
        said.ShouldBeEmpty();
        exitCode.ShouldBe(0);
    }

    private static async Task<(int ExitCode, string Said)> CheckAsync(string metrics)
    {
        using var process = Process.Start(
            new ProcessStartInfo(Promtool, ["check", "metrics"])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
        await process.StandardInput.WriteAsync(metrics);
        process.StandardInput.Close();
        var said =
            await process.StandardError.ReadToEndAsync()
            + await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
