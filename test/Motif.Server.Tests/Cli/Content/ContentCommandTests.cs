using System.Globalization;
using System.Text.Json;

namespace Motif.Server.Tests.Cli.Content;

/// <summary>The verbs of <c>motif content</c>, each a process of its own on one database.</summary>
public sealed class ContentCommandTests : IDisposable
{
    private const string Variants =
        """["Hot take: tea wins", "Nobody talks about this, but sleep wins", "Fight me on this: mornings win"]""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_selected_is_published_measured_and_reported()
    {
        var chosen = await JsonAsync(Variants, "select", "-", "--persona", "ada", "-n", "2");
        var selected = chosen.GetProperty("selected").EnumerateArray().ToList();
        selected.Count.ShouldBe(2);
        selected.ShouldAllBe(s => s.GetProperty("probability").GetDouble() > 0);
        var (first, second) = (PostId(selected[0]), PostId(selected[1]));

        var published = await JsonAsync(null, "publish", first, "--external-id", "17");
        published.GetProperty("post").GetProperty("state").GetString().ShouldBe("published");
        (await JsonAsync(null, "publish", first, "--external-id", "17"))
            .GetProperty("repeated")
            .GetBoolean()
            .ShouldBeTrue();
        (await RunAsync(null, "publish", second, "--outcome", "released")).Output.ShouldStartWith(
            "released"
        );
        var refused = await RunAsync(null, "publish", second, "--outcome", "failed");
        refused.ExitCode.ShouldBe(2, refused.Output);
        refused.Errors.ShouldContain("released");

        var measured = await JsonAsync(
            null,
            "feedback",
            first,
            "--impressions",
            "1500",
            "--successes",
            "70",
            "--final"
        );
        measured.GetProperty("metrics").GetProperty("impressions").GetDouble().ShouldBe(1500);
        var statistics = await JsonAsync(null, "stats", "ada");
        statistics.GetProperty("posts").GetInt32().ShouldBe(1);
        statistics.GetProperty("open_reservations").GetInt32().ShouldBe(0);
        var family = statistics.GetProperty("families").EnumerateArray().First();
        family.GetProperty("rate").GetDouble().ShouldBe(70.0 / 1500, 1e-12);
        (await RunAsync(null, "stats", "ada")).Output.ShouldContain("4.67");
        statistics
            .GetProperty("diversity_by_day")
            .EnumerateArray()
            .Last()
            .GetProperty("effective_families")
            .GetDouble()
            .ShouldBe(1);
        var cost = statistics.GetProperty("cap_cost");
        cost.GetProperty("slots").GetInt32().ShouldBe(2);
        cost.GetProperty("per_slot").ValueKind.ShouldBe(JsonValueKind.Null);
        (await RunAsync(null, "stats", "ada")).Output.ShouldContain(
            "cost of the cap: unknown, 1 decisions under a cap in 28 days; 20 are needed"
        );
    }

    [Fact]
    public async Task Numbers_that_fall_and_numbers_that_cannot_be_are_told()
    {
        var post = PostId(
            (await JsonAsync(Variants, "select", "-", "--persona", "ada")).GetProperty("selected")[
                0
            ]
        );
        await RunAsync(null, "publish", post);
        await FeedbackAsync(post, "2026-01-01T10:00:00Z", 1000, 50);
        (await FeedbackAsync(post, "2026-01-02T10:00:00Z", 900, 50)).Output.ShouldContain(
            "50 successes of 1000 impressions, a number fell"
        );
        foreach (
            var (arguments, named) in (((string, string, string), string)[])
                [
                    (("2026-01-03T10:00:00Z", "10", "11"), "more than impressions"),
                    (("2026-01-03T10:00:00Z", "-1", "0"), "impressions"),
                    (("2026-01-03T10:00:00", "10", "1"), "--as-of"),
                ]
        )
        {
            var run = await RunAsync(
                null,
                "feedback",
                post,
                "--as-of",
                arguments.Item1,
                $"--impressions={arguments.Item2}",
                $"--successes={arguments.Item3}"
            );
            run.ExitCode.ShouldBe(2, run.Output);
            run.Errors.Trim().Split('\n').Length.ShouldBe(1, run.Errors);
            run.Errors.ShouldContain(named);
        }
        var nobody = await RunAsync(
            null,
            "feedback",
            "0192f3c1-5b7e-7c3a-9a53-0a4f1c2d3e4f",
            "--impressions",
            "1"
        );
        (nobody.ExitCode, nobody.Output).ShouldBe((2, ""));
    }

    [Fact]
    public async Task Imported_posts_count_in_a_check_and_refused_lines_are_told_by_number()
    {
        var now = TimeProvider.System.GetUtcNow();
        string Line(int id, double days, string more = "") =>
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"persona_id": "ada", "external_id": "{{id}}", "content": "The secret to topic{{id}}? It's not what you think.", "used_at": "{{now.AddDays(-days):O}}"{{more}}}"""
            );
        var file = _folder.File(
            "posts.jsonl",
            string.Join(
                '\n',
                Line(1, 6),
                Line(2, 5),
                """{"persona_id": "ada"}""",
                Line(3, 4, ", \"impressions\": 10, \"successes\": 20"),
                Line(4, 3),
                Line(5, 2)
            )
        );

        var run = await RunAsync(null, "import", file);
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("6 read: 4 imported, 0 known already, 1 break a cap, 2 refused");
        run.Errors.ShouldContain("line 3:");
        run.Errors.ShouldContain("line 4:");
        (await RunAsync(null, "import", file)).Output.ShouldContain("0 imported, 4 known already");
        var check = await JsonAsync(
            null,
            "check",
            "The secret to rest? It's not what you think.",
            "--persona",
            "ada"
        );
        (
            check.GetProperty("fatigued").GetBoolean(),
            check.GetProperty("count").GetInt32()
        ).ShouldBe((true, 4));
        (await RunAsync(null, "check", "https://example.org", "--persona", "ada"))
            .Output.Trim()
            .ShouldBe("no_template");
        (await RunAsync(null, "check", "--persona", "ada")).ExitCode.ShouldBe(2);
        (await RunAsync(null, "import", "there-is-none.jsonl")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task An_import_written_post_by_post_and_one_written_in_batches_end_in_the_same()
    {
        var lines = string.Join(
            '\n',
            Enumerable
                .Range(0, 60)
                .Select(i =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $$"""{"persona_id": "p{{i % 3}}", "external_id": "{{i / 2}}", "pattern": "t{{i % 4}}", "used_at": "2026-01-{{1 + (i % 20)}}T10:00:00Z", "impressions": {{i}}, "successes": {{(i % 7 == 0 ? i + 1 : 1)}}}"""
                    )
                )
        );
        var reports = new List<string>();
        foreach (var size in (string[])["1", "7", "1000"])
        {
            var run = await CommandRun.In(
                _folder.Path,
                lines,
                ["content", "import", "-", "--json", "--database", $"batch-{size}.db"],
                [("PATTERN_BATCH_SIZE", size)]
            );
            run.ExitCode.ShouldBe(1, run.Errors);
            var report = JsonElement.Parse(run.Output);
            reports.Add(
                string.Join(
                    ' ',
                    report.GetProperty("imported").GetInt32(),
                    report.GetProperty("repeated").GetInt32(),
                    report.GetProperty("refused").GetArrayLength(),
                    string.Join(
                        ',',
                        report
                            .GetProperty("breaches")
                            .EnumerateArray()
                            .Select(b =>
                                $"{b.GetProperty("line").GetInt32()}:{b.GetProperty("breaches")[0].GetProperty("post_ids").GetArrayLength()}"
                            )
                    )
                )
            );
        }
        reports.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_corpus_is_mined_in_the_order_of_its_lines()
    {
        var file = _folder.File(
            "posts.csv",
            "id,text\n1,\"The secret to rest? It's not what you think.\"\n2,https://example.org\n3,\"The secret to \"\"deep\"\" focus? It's not what you think.\"\n"
        );
        var mined = (await JsonAsync(null, "mine", file, "--column", "text"))
            .GetProperty("lines")
            .EnumerateArray()
            .ToList();
        mined.Count.ShouldBe(3);
        mined[0]
            .GetProperty("family_id")
            .GetString()
            .ShouldBe(mined[2].GetProperty("family_id").GetString());
        mined[1].GetProperty("family_id").ValueKind.ShouldBe(JsonValueKind.Null);
        var wrong = await RunAsync(null, "mine", file, "--column", "body");
        (wrong.ExitCode, wrong.Errors.Contains("body", StringComparison.Ordinal)).ShouldBe(
            (2, true),
            wrong.Errors
        );
    }

    [Fact]
    public async Task A_foreign_log_is_evaluated_or_refused_with_the_reason()
    {
        var rows = Enumerable
            .Range(0, 400)
            .Select(i =>
                $$"""{"probability": 0.5, "target_probability": 0.5, "reward": {{i % 4 / 3}}}"""
            );
        var run = await RunAsync(string.Join('\n', rows), "evaluate", "-", "--json");
        run.ExitCode.ShouldBe(0, run.Errors);
        JsonElement
            .Parse(run.Output)
            .GetProperty("ips")
            .GetProperty("value")
            .GetDouble()
            .ShouldBe(0.25, 1e-9);

        var few = await RunAsync(
            string.Join('\n', rows.Take(100).Append("""{"probability": 0, "reward": 1}""")),
            "evaluate",
            "-"
        );
        few.ExitCode.ShouldBe(1);
        few.Errors.ShouldContain("200");
        few.Errors.ShouldContain("1 rows refused");
    }

    [Fact]
    public async Task A_simulation_breaks_no_cap_and_is_the_same_every_time()
    {
        string[] arguments = ["simulate", "--policy", "guard", "--runs", "1", "--world", "R"];
        var report = await JsonAsync(null, arguments);
        var world = report.GetProperty("worlds").EnumerateArray().ShouldHaveSingleItem();
        world.GetProperty("violations").GetDouble().ShouldBe(0);
        world.GetProperty("percent_of_oracle").GetDouble().ShouldBeInRange(60, 105);
        (await JsonAsync(null, arguments)).GetRawText().ShouldBe(report.GetRawText());
        (await RunAsync(null, "simulate", "--runs", "0")).ExitCode.ShouldBe(2);
        (await RunAsync(null, "simulate", "--world", "Q")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task Contents_are_generated_about_a_topic_and_hold_their_places()
    {
        var contents = await JsonAsync(
            null,
            "generate",
            "deep work",
            "--persona",
            "ada",
            "-n",
            "3"
        );
        var items = contents.GetProperty("items").EnumerateArray().ToList();
        items.Count.ShouldBe(3);
        items.ShouldAllBe(i => i.GetProperty("content").GetString()!.Contains("deep work"));
        (await JsonAsync(null, "stats", "ada"))
            .GetProperty("open_reservations")
            .GetInt32()
            .ShouldBe(3);
        var wrong = await RunAsync(
            null,
            "generate",
            "rest",
            "--persona",
            "ada",
            "--template",
            "no slot"
        );
        wrong.ExitCode.ShouldBe(2);
        wrong.Errors.ShouldContain("{topic}");
    }

    [Fact]
    public async Task Templates_are_merged_and_a_rebuild_is_compared_before_it_is_switched()
    {
        foreach (var pattern in (string[])["Old name {var}", "New name {var}"])
            await RunAsync(null, "record", "--pattern", pattern, "--persona", "ada");
        (await RunAsync(null, "merge", "Old name {var}", "New name {var}")).ExitCode.ShouldBe(0);
        (await JsonAsync(null, "check", "--pattern", "Old name {var}", "--persona", "ada"))
            .GetProperty("count")
            .GetInt32()
            .ShouldBe(2);
        var back = await RunAsync(null, "merge", "New name {var}", "Old name {var}");
        (back.ExitCode, back.Output).ShouldBe((2, ""));
        back.Errors.ShouldContain("same family");

        await RunAsync(null, "record", "Hot take: tea wins", "--persona", "ada");
        var state = (await JsonAsync(null, "rebuild")).GetProperty("state").GetString()!;
        (await RunAsync(null, "rebuild", "--switch", "9.9")).ExitCode.ShouldBe(2);
        (await JsonAsync(null, "rebuild", "--switch", state))
            .GetProperty("switched")
            .GetBoolean()
            .ShouldBeTrue();
        (await RunAsync(null, "rebuild", "--switch", state)).ExitCode.ShouldBe(2);
    }

    private Task<CommandRun> FeedbackAsync(
        string post,
        string at,
        int impressions,
        int successes
    ) =>
        RunAsync(
            null,
            "feedback",
            post,
            "--as-of",
            at,
            "--impressions",
            impressions.ToString(CultureInfo.InvariantCulture),
            "--successes",
            successes.ToString(CultureInfo.InvariantCulture)
        );

    private static string PostId(JsonElement slot) => slot.GetProperty("post_id").GetString()!;

    private Task<CommandRun> RunAsync(string? input, params string[] arguments) =>
        CommandRun.In(_folder.Path, input, ["content", .. arguments]);

    private async Task<JsonElement> JsonAsync(string? input, params string[] arguments)
    {
        var run = await RunAsync(input, [.. arguments, "--json"]);
        run.ExitCode.ShouldBe(0, run.Errors);
        return JsonElement.Parse(run.Output);
    }
}
