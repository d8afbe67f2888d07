namespace Motif.Server.Tests.Api;

public sealed class DecisionsApiTests
{
    private const string Decisions = "/api/v1/decisions";
    private const string Which =
        """{"message_id": "m1", "conversation_id": "c1", "channel": "chat", "text": "Which bay is mine?"}""";

    private const string Bay = """
        {"name": "Bay", "examples": ["Which bay is mine?", "where is my bay"],
         "reply": {"template": "Your bay is {{bay|on the left}}.", "risk": "r0", "topic": "booking"}}
        """;

    [Fact]
    public async Task A_message_is_silent_until_decisions_are_switched_on_then_decided_in_shadow_and_learned_from()
    {
        await using var server = await RunningServer.StartAsync();
        var pattern = await server.PostAsync($"{Decisions}/patterns", Bay);
        pattern.Status.ShouldBe(200, pattern.Text);
        var off = await server.PostAsync($"{Decisions}/messages", Which);
        off.Json["reason"]!.GetValue<string>().ShouldBe("disabled", off.Text);
        off.Json["decision"].ShouldBeNull();
        var config = await server.SendAsync(
            HttpMethod.Put,
            $"{Decisions}/config",
            """{"enabled": true}"""
        );
        config.Status.ShouldBe(200, config.Text);
        config.Json["settings"]!["shadow_mode"]!.GetValue<bool>().ShouldBeTrue();

        var tested = await server.PostAsync($"{Decisions}/test", Which);
        tested.Json["pattern_name"]!.GetValue<string>().ShouldBe("Bay", tested.Text);
        var decided = await server.PostAsync($"{Decisions}/messages", Which);
        var id = decided.Json["decision"]!["execution_id"]!.GetValue<string>();
        decided.Json["decision"]!["reasons"]![0]!
            .GetValue<string>()
            .ShouldBe("not_sure", decided.Text);
        var learned = await server.PostAsync(
            $"{Decisions}/responses",
            """{"message_id": "m1", "conversation_id": "c1", "channel": "chat", "reply": "Your bay is on the left."}"""
        );
        learned.Json["reason"]!.GetValue<string>().ShouldBe("learned", learned.Text);
        var read = await server.GetAsync($"{Decisions}/executions/{id}");
        read.Json["outcome"]!.GetValue<string>().ShouldBe("right", read.Text);
        var patternId = pattern.Json["pattern_id"]!.GetValue<string>();
        (await server.GetAsync($"{Decisions}/patterns/{patternId}/evolution")).Json["items"]!
            .AsArray()
            .Count.ShouldBe(1);
        (await server.GetAsync($"{Decisions}/executions?state=logged")).Json["items"]!
            .AsArray()
            .Count.ShouldBe(1);
        (await server.GetAsync($"{Decisions}/stats")).Json["states"]!["logged"]!
            .GetValue<int>()
            .ShouldBe(1);
        (await server.GetAsync($"{Decisions}/audit/verify")).Json["is_whole"]!
            .GetValue<bool>()
            .ShouldBeTrue();
        var lesson = learned.Json["lesson_id"]!.GetValue<string>();
        (await server.PostAsync($"{Decisions}/responses/{lesson}/forget", "{}")).Status.ShouldBe(
            200
        );
        (await server.PostAsync($"{Decisions}/responses/{lesson}/forget", "{}")).ShouldBeProblem(
            404,
            "not-found"
        );
    }

    [Fact]
    public async Task Wrong_requests_are_told_field_by_field()
    {
        await using var server = await RunningServer.StartAsync();
        (
            await server.SendAsync(HttpMethod.Put, $"{Decisions}/config", """{"enabeld": true}""")
        ).ShouldBeProblem(400, "invalid-request");
        var order = await server.SendAsync(
            HttpMethod.Put,
            $"{Decisions}/config",
            """{"auto_threshold": 0.6, "suggest_threshold": 0.7}"""
        );
        order.ShouldBeProblem(400, "invalid-request");
        order.ShouldBlame("auto_threshold");
        var empty = await server.PostAsync(
            $"{Decisions}/messages",
            """{"message_id": "", "conversation_id": "c", "channel": "chat", "text": "a"}"""
        );
        empty.ShouldBeProblem(400, "invalid-request");
        empty.ShouldBlame("message_id");
        (await server.GetAsync($"{Decisions}/executions?state=nowhere")).ShouldBeProblem(
            400,
            "invalid-request"
        );
        var when = await server.PostAsync(
            $"{Decisions}/test",
            """{"message_id": "a", "conversation_id": "c", "channel": "chat", "text": "a", "sent_at": "2026-03-08T02:30:00"}"""
        );
        when.ShouldBeProblem(400, "invalid-request");
        when.ShouldBlame("sent_at");
    }

    [Theory]
    [InlineData("messages", "text")]
    [InlineData("test", "text")]
    [InlineData("responses", "reply")]
    public async Task Two_megabytes_of_text_are_refused_before_they_are_read(
        string address,
        string member
    )
    {
        await using var server = await RunningServer.StartAsync();

        var answer = await server.PostAsync(
            $"{Decisions}/{address}",
            $$"""{"message_id": "m1", "conversation_id": "c1", "channel": "chat", "{{member}}": "{{new string('a', 2_000_000)}}"}"""
        );

        answer.ShouldBeProblem(413, "too-large");
        answer.Text.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_key_decides_one_message_and_is_refused_for_another()
    {
        await using var server = await RunningServer.StartAsync();
        await server.PostAsync($"{Decisions}/patterns", Bay);
        await server.SendAsync(HttpMethod.Put, $"{Decisions}/config", """{"enabled": true}""");

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    server.PostAsync($"{Decisions}/messages", Which, ("Idempotency-Key", "once"))
                )
        );
        var again = await server.PostAsync(
            $"{Decisions}/messages",
            Which,
            ("Idempotency-Key", "another")
        );
        var other = await server.PostAsync(
            $"{Decisions}/messages",
            Which.Replace("m1", "m2", StringComparison.Ordinal),
            ("Idempotency-Key", "once")
        );

        answers.ShouldAllBe(a => a.Status == 200 || a.Status == 409);
        var decided = answers.Where(a => a.Status == 200).Append(again).Select(Execution).ToList();
        decided.Distinct().ShouldHaveSingleItem();
        again.Json["decision"]!["duplicate"]!.GetValue<bool>().ShouldBeTrue(again.Text);
        other.ShouldBeProblem(422, "key-reused");
        (await server.GetAsync($"{Decisions}/executions")).Json["items"]!
            .AsArray()
            .Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_settings_and_patterns_are_changed_only_from_the_version_that_was_read()
    {
        await using var server = await RunningServer.StartAsync();
        var read = await server.GetAsync($"{Decisions}/config");
        (
            await server.SendAsync(
                HttpMethod.Put,
                $"{Decisions}/config",
                """{"enabled": true}""",
                ("If-Match", read.Header("ETag"))
            )
        ).Status.ShouldBe(200);
        (
            await server.SendAsync(
                HttpMethod.Put,
                $"{Decisions}/config",
                """{"enabled": false}""",
                ("If-Match", read.Header("ETag"))
            )
        ).ShouldBeProblem(412, "stale-version");
        var pattern = await server.PostAsync($"{Decisions}/patterns", Bay);
        var address = $"{Decisions}/patterns/{pattern.Json["pattern_id"]!.GetValue<string>()}";
        var tag = (await server.GetAsync(address)).Header("ETag");
        (
            await server.SendAsync(
                HttpMethod.Put,
                address,
                """{"name": "Bays"}""",
                ("If-Match", tag)
            )
        ).Status.ShouldBe(200);
        (
            await server.SendAsync(
                HttpMethod.Put,
                address,
                """{"name": "Bays again"}""",
                ("If-Match", tag)
            )
        ).ShouldBeProblem(412, "stale-version");
        (await server.SendAsync(HttpMethod.Delete, address, null)).Json["status"]!
            .GetValue<string>()
            .ShouldBe("archived");
    }

    private static string Execution(Answer answer) =>
        answer.Json["decision"]!["execution_id"]!.GetValue<string>();
}
