using System.Text;
using System.Text.Json.Nodes;
using Motif.Server.Tests.Mcp;

namespace Motif.Server.Tests.Api;

public sealed class DiscoveryApiTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Discovery = "/api/v1/discovery";

    private RunningServer Server => shared.Server;

    [Fact]
    public async Task Items_go_in_and_findings_come_out()
    {
        using var import = new HttpRequestMessage(HttpMethod.Post, "/api/v1/items/import")
        {
            Content = new StringContent(
                DiscoveryItems.Lines(),
                Encoding.UTF8,
                "application/x-ndjson"
            ),
        };
        var imported = await Server.SendAsync(import);
        imported.Status.ShouldBe(200, imported.Text);
        imported.Json["added"]!.GetValue<int>().ShouldBe(1200);

        var started = await Server.PostAsync(
            $"{Discovery}/runs",
            """{"word_lists": {"tyres": ["Tyre", "inner tube*"], "positive words": []}}"""
        );
        started.Status.ShouldBe(202, started.Text);
        var id = started.Json["run_id"]!.GetValue<string>();
        var events = (await Server.GetAsync($"{Discovery}/runs/{id}/events")).Text;
        events.ShouldContain("event: finished");
        var run = (await Server.GetAsync($"{Discovery}/runs/{id}")).Json;
        run["report"]!["numbers"]!["confirmed"]!.GetValue<int>().ShouldBeGreaterThan(0);

        var findings = await Server.GetAsync($"{Discovery}/findings?state=confirmed");
        var planted = findings.Json["items"]!
            .AsArray()
            .First(f => f!["feature"]!.GetValue<string>() == "phrase:secret");
        var one = await Server.GetAsync($"{Discovery}/findings/{planted!["finding_id"]}");
        JsonNode.DeepEquals(one.Json, planted).ShouldBeTrue();
        await EffectOverTimeAsync($"{Discovery}/findings/{planted["finding_id"]}/over-time");
        var clusters = (await Server.GetAsync($"{Discovery}/clusters?level=meso")).Json["items"]!;
        var members = await Server.GetAsync(
            $"{Discovery}/clusters/{clusters[0]!["cluster_id"]}/members?limit=5"
        );
        members.Json["items"]!.AsArray().Count.ShouldBe(5);
        members.Json["next_cursor"].ShouldNotBeNull();
        var why = await Server.PostAsync($"{Discovery}/why-not", """{"feature": "bread"}""");
        why.Json["is_finding"]!.GetValue<bool>().ShouldBeFalse();
        why.Json["reasons"]!.AsArray().ShouldNotBeEmpty();
        run["request"]!["word_lists"]!["tyres"]!.AsArray().Count.ShouldBe(2);
        (await Server.PostAsync($"{Discovery}/why-not", """{"feature": "words:tyres"}""")).Json[
            "carriers"
        ]!
            .GetValue<int>()
            .ShouldBe(DiscoveryItems.Lines().Split('\n').Count(l => l.Contains("tyre")));
        var selection = await Server.PostAsync(
            $"{Discovery}/selection",
            """{"since": "2020-01-01T00:00:00Z"}"""
        );
        selection.Json["is_exploratory"]!.GetValue<bool>().ShouldBeTrue(selection.Text);
        selection.Json["findings"]!
            .AsArray()
            .ShouldContain(f => f!["feature"]!.GetValue<string>() == "phrase:secret");
        JsonNode
            .DeepEquals(
                (await Server.GetAsync($"{Discovery}/findings?state=confirmed")).Json,
                findings.Json
            )
            .ShouldBeTrue();
        (await Server.PostAsync($"{Discovery}/selection", "{}")).ShouldBeProblem(
            400,
            "invalid-request"
        );
        var trends = await Server.PostAsync(
            $"{Discovery}/trends",
            """{"level": "meso", "zone": "Europe/Berlin"}"""
        );
        var trend = trends.Json["clusters"]![0]!;
        trend["periods"]!
            .AsArray()
            .Sum(p => p!["items"]!.GetValue<int>())
            .ShouldBe(trend["size"]!.GetValue<int>(), trends.Text);
        trend["periods"]!.AsArray()[^1]!["is_partial"]!.GetValue<bool>().ShouldBeTrue();
        (await Server.PostAsync($"{Discovery}/trends", """{"zone": "Moon"}""")).ShouldBeProblem(
            400,
            "invalid-request"
        );
        var match = await Server.PostAsync($"{Discovery}/match", """{"item_id": "00-000"}""");
        match.Json["meso"]!["cluster_id"].ShouldNotBeNull(match.Text);
        var forecast = await Server.PostAsync(
            $"{Discovery}/predict",
            """{"text": "secret bread and oven again"}"""
        );
        forecast.Json["multiplier"]!.GetValue<double>().ShouldBeGreaterThan(1.3, forecast.Text);
        var advice = await Server.PostAsync($"{Discovery}/recommend", """{"concept": "bread"}""");
        advice.Json["suggestions"]!.AsArray().ShouldNotBeEmpty(advice.Text);
        (await Server.PostAsync($"{Discovery}/recommend", "{}")).ShouldBeProblem(
            400,
            "invalid-request"
        );
        await AgentsAreAnsweredBrieflyAsync();
        await NeighbourhoodsAreChangedByHandAsync(clusters[0]!["cluster_id"]!.GetValue<string>());
        await MapAsync();
        (await Server.GetAsync("/api/v1/items/00-000")).Json["channel"]!
            .GetValue<string>()
            .ShouldBe("channel 0");
        (await Server.SendAsync(HttpMethod.Delete, $"{Discovery}/runs/{id}", null)).ShouldBeProblem(
            409,
            "not-allowed"
        );
    }

    [Theory]
    [InlineData("""{"": ["cheap"]}""")]
    [InlineData("""{"prices": [" "]}""")]
    [InlineData("""{"prices": [null]}""")]
    [InlineData("""{"prices": null}""")]
    [InlineData("""{"prices": "cheap"}""")]
    [InlineData("""{"prices": [7]}""")]
    [InlineData("""{"prices": ["cheap", "*"]}""")]
    [InlineData("""{"prices": ["a\u0000b"]}""")]
    [InlineData("""["cheap"]""")]
    public async Task A_list_of_words_that_is_none_is_refused_before_a_run_begins(string lists)
    {
        var before = (await Server.GetAsync($"{Discovery}/runs")).Text;

        (
            await Server.PostAsync($"{Discovery}/runs", $$"""{"word_lists": {{lists}}}""")
        ).ShouldBeProblem(400, "invalid-request");

        (await Server.GetAsync($"{Discovery}/runs")).Text.ShouldBe(before);
    }

    [Fact]
    public async Task Too_many_lists_too_many_words_and_too_long_names_are_refused()
    {
        foreach (
            var lists in new[]
            {
                string.Join(", ", Enumerable.Range(0, 51).Select(i => $"\"l{i}\": [\"a\"]")),
                $"\"l\": [{string.Join(", ", Enumerable.Repeat("\"a\"", 5001))}]",
                $"\"{new string('n', 61)}\": [\"a\"]",
            }
        )
            (
                await Server.PostAsync($"{Discovery}/runs", $$$"""{"word_lists": {{{{lists}}}}}""")
            ).ShouldBeProblem(400, "invalid-request");
    }

    private async Task EffectOverTimeAsync(string address)
    {
        var quarters = await Server.GetAsync($"{address}?period=quarter&zone=Europe/Berlin");
        quarters.Json["feature"]!.GetValue<string>().ShouldBe("phrase:secret", quarters.Text);
        var periods = quarters.Json["periods"]!.AsArray();
        periods[^1]!["is_partial"]!.GetValue<bool>().ShouldBeTrue();
        periods.ShouldContain(p => p!["multiplier"] != null);
        (await Server.GetAsync($"{address}?period=week")).Json["periods"]!
            .AsArray()
            .Count.ShouldBeGreaterThan(periods.Count);
        (await Server.GetAsync($"{address}?period=fortnight")).ShouldBeProblem(
            400,
            "invalid-request"
        );
        (await Server.GetAsync($"{address}?zone=Moon")).ShouldBeProblem(400, "invalid-request");
        (await Server.GetAsync($"{Discovery}/findings/{Guid.Empty}/over-time")).ShouldBeProblem(
            404,
            "not-found"
        );
    }

    private async Task NeighbourhoodsAreChangedByHandAsync(string meso)
    {
        var address = $"{Discovery}/clusters/{meso}";
        var renamed = await Server.PostAsync($"{address}/rename", """{"name": "By hand"}""");
        (renamed.Status, renamed.Json["kind"]!.GetValue<string>()).ShouldBe((200, "rename"));
        (await Server.GetAsync($"{Discovery}/clusters?level=meso")).Text.ShouldContain("By hand");
        (await Server.PostAsync($"{address}/pin", """{"is_pinned": false}""")).Status.ShouldBe(200);
        var moved = await Server.PostAsync($"{address}/items", """{"item_id": "00-000"}""");
        moved.Status.ShouldBeOneOf(200, 409);
        (
            await Server.PostAsync($"{address}/merge", $$"""{"other_id": "{{meso}}"}""")
        ).ShouldBeProblem(409, "not-allowed");
        (await Server.PostAsync($"{Discovery}/clusters/{Guid.Empty}/split", "{}")).ShouldBeProblem(
            404,
            "not-found"
        );
        (await Server.PostAsync($"{address}/rename", "{}")).ShouldBeProblem(400, "invalid-request");
        var edits = (await Server.GetAsync($"{Discovery}/edits")).Json["items"]!.AsArray();
        edits[^1]!["cluster_id"]!.GetValue<string>().ShouldBe(meso);
        var pin = edits.First(e => e!["kind"]!.GetValue<string>() == "unpin")!["edit_id"];
        var early = await Server.PostAsync(
            $"{Discovery}/edits/{renamed.Json["edit_id"]}/undo",
            "{}"
        );
        early.ShouldBeProblem(409, "not-allowed");
        if (moved.Status == 200)
            await UndoAsync(moved.Json["edit_id"]);
        await UndoAsync(pin);
        await UndoAsync(renamed.Json["edit_id"]);
        (await Server.GetAsync($"{Discovery}/clusters?level=meso")).Text.ShouldNotContain(
            "By hand"
        );
        var topic = await Server.PostAsync(
            $"{Discovery}/topics",
            """{"name": "Baking", "examples": ["00-000"], "similarity": 0.5}"""
        );
        topic.Status.ShouldBe(200, topic.Text);
        (await Server.PostAsync($"{Discovery}/topics", """{"name": "Baking"}""")).ShouldBeProblem(
            409,
            "duplicate"
        );
        var listed = (await Server.GetAsync($"{Discovery}/topics")).Json["items"]![0]!;
        listed["topic"]!["name"]!.GetValue<string>().ShouldBe("Baking");
        var remove = $"{Discovery}/topics/{topic.Json["topic_id"]}";
        (await Server.SendAsync(HttpMethod.Delete, remove, null)).Status.ShouldBe(204);
        (await Server.SendAsync(HttpMethod.Delete, remove, null)).ShouldBeProblem(404, "not-found");
    }

    private async Task UndoAsync(JsonNode? edit)
    {
        var undone = await Server.PostAsync($"{Discovery}/edits/{edit}/undo", "{}");
        undone.Status.ShouldBe(200, undone.Text);
        undone.Json["undone_by"].ShouldNotBeNull();
    }

    private async Task AgentsAreAnsweredBrieflyAsync()
    {
        var match = await ToolAnswer.AskAsync(
            Server,
            "match_item",
            new { text = "secret bread and oven again" }
        );
        match["findings"]!
            .AsArray()
            .Select(f => f!["feature"]!.GetValue<string>())
            .ShouldContain("phrase:secret");
        match["meso"]!.GetValue<string>().ShouldNotBeEmpty();
        var advice = await ToolAnswer.AskAsync(
            Server,
            "recommend",
            new
            {
                concept = "bread",
                likes = new[] { new { item_id = "00-000" } },
                limit = 100,
            }
        );
        advice["suggestions"]!.AsArray().ShouldNotBeEmpty();
        advice["items"]!.AsArray().ShouldNotBeEmpty();
        advice["more"]!.GetValue<int>().ShouldBeGreaterThan(0);
    }

    /// <summary>M1, M5 and M6 of the map: twelve bytes a point, an ETag, texts by point, labels at members, a lasso.</summary>
    private async Task MapAsync()
    {
        var sheet = (await Server.GetAsync($"{Discovery}/map/sheet")).Json;
        var points = sheet["points"]!.GetValue<int>();
        using var columns = await Server.Client.GetAsync(
            new Uri($"{Server.Address}api/v1/discovery/map")
        );
        var bytes = await columns.Content.ReadAsByteArrayAsync();
        bytes.Length.ShouldBe(12 * points);
        var etag = columns.Headers.ETag!.ToString();
        etag.ShouldBe($"\"{sheet["version"]}\"");
        (
            await Server.SendAsync(
                HttpMethod.Get,
                $"{Discovery}/map",
                null,
                ("If-None-Match", etag)
            )
        ).Status.ShouldBe(304);
        var (x, y) = (Column(bytes, 0, points), Column(bytes, 4 * points, points));
        x.Concat(y).ShouldAllBe(v => float.IsFinite(v));
        var bounds = sheet["bounds"]!;
        x.Min().ShouldBe(bounds["left"]!.GetValue<float>());
        y.Max().ShouldBe(bounds["bottom"]!.GetValue<float>());

        foreach (var label in sheet["labels"]!.AsArray())
        {
            var anchor = label!["anchor"]!.GetValue<int>();
            x[anchor].ShouldBe(label["x"]!.GetValue<float>());
            var inside = label["bounds"]!;
            x[anchor]
                .ShouldBeInRange(
                    inside["left"]!.GetValue<float>(),
                    inside["right"]!.GetValue<float>()
                );
        }
        var first = sheet["labels"]![0]!;
        var item = await Server.GetAsync($"{Discovery}/map/points/{first["anchor"]}");
        item.Json["item_id"]!.ToString().ShouldBe(first["anchor_item_id"]!.ToString());
        (await Server.GetAsync($"{Discovery}/map/points/{points}")).ShouldBeProblem(
            404,
            "not-found"
        );

        // A bow tie: its polygon crosses itself in the middle.
        var (left, right) = (x.Min() - 1, x.Max() + 1);
        var (top, bottom) = (y.Min() - 1, y.Max() + 1);
        var selected = await Server.PostAsync(
            $"{Discovery}/map/select",
            FormattableString.Invariant(
                $$"""{"polygon": [{"x": {{left}}, "y": {{top}}}, {"x": {{right}}, "y": {{bottom}}}, {"x": {{right}}, "y": {{top}}}, {"x": {{left}}, "y": {{bottom}}}], "min_ratio": 1}"""
            )
        );
        var middle = (top + bottom) / 2;
        double Down(int i) => Math.Abs(y[i] - middle) / ((bottom - top) / 2);
        double Across(int i) => Math.Abs(x[i] - ((left + right) / 2)) / ((right - left) / 2);
        var value = Enumerable
            .Range(0, points)
            .Select(i => BitConverter.ToUInt16(bytes, (10 * points) + (2 * i)))
            .ToArray();
        selected.Json["points"]!
            .AsArray()
            .Select(p => p!.GetValue<int>())
            .ShouldBe(
                Enumerable.Range(0, points).Where(i => Down(i) < Across(i) && value[i] >= 32768)
            );
        (await Server.PostAsync($"{Discovery}/map/select", """{"polygon": []}""")).ShouldBeProblem(
            400,
            "invalid-request"
        );
        await MapAttributesAsync(points, [left, top, right, bottom]);
    }

    /// <summary>M8: what colours and filters the map, as it is asked for by the page.</summary>
    private async Task MapAttributesAsync(int points, float[] box)
    {
        var listed = (await Server.GetAsync($"{Discovery}/map/attributes")).Json[
            "items"
        ]!.AsArray();
        var channel = listed.Single(a => a!["name"]!.ToString() == "channel")!;
        channel["kind"]!.ToString().ShouldBe("category");
        using var column = await Server.Client.GetAsync(
            new Uri($"{Server.Address}api/v1/discovery/map/attribute?name=channel")
        );
        column.Headers.ETag.ShouldNotBeNull();
        var bytes = await column.Content.ReadAsByteArrayAsync();
        bytes.Length.ShouldBe(2 * points);
        int[] ofFirst =
        [
            .. Enumerable.Range(0, points).Where(i => BitConverter.ToUInt16(bytes, 2 * i) == 1),
        ];
        var polygon = FormattableString.Invariant(
            $$"""[{"x": {{box[0]}}, "y": {{box[1]}}}, {"x": {{box[2]}}, "y": {{box[1]}}}, {"x": {{box[2]}}, "y": {{box[3]}}}, {"x": {{box[0]}}, "y": {{box[3]}}}]"""
        );
        var selected = await Server.PostAsync(
            $"{Discovery}/map/select",
            $$"""{"polygon": {{polygon}}, "attributes": [{"name": "channel", "values": ["{{channel["values"]![0]}}"]}]}"""
        );
        selected.Json["points"]!.AsArray().Select(p => p!.GetValue<int>()).ShouldBe(ofFirst);
        var places = await Server.PostAsync(
            $"{Discovery}/map/points",
            $$"""{"item_ids": ["{{selected.Json["item_ids"]![0]}}", "nobody's"]}"""
        );
        places.Json["points"]![0]!.GetValue<int>().ShouldBe(ofFirst[0]);
        places.Json["points"]![1].ShouldBeNull();
        (await Server.GetAsync($"{Discovery}/map/attribute?name=no%20such")).ShouldBeProblem(
            404,
            "not-found"
        );
        (
            await Server.PostAsync(
                $"{Discovery}/map/select",
                $$"""{"polygon": {{polygon}}, "attributes": [{"name": "no such"}]}"""
            )
        ).ShouldBeProblem(400, "invalid-request");
        (await Server.PostAsync($"{Discovery}/map/points", """{"item_ids": []}""")).ShouldBeProblem(
            400,
            "invalid-request"
        );
    }

    private static float[] Column(byte[] bytes, int start, int points) =>
        [.. Enumerable.Range(0, points).Select(i => BitConverter.ToSingle(bytes, start + (4 * i)))];

    [Fact]
    public async Task What_is_not_there_or_not_known_is_a_problem()
    {
        var nobody = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        (await Server.GetAsync($"{Discovery}/runs/{nobody}")).ShouldBeProblem(404, "not-found");
        (await Server.GetAsync($"{Discovery}/findings/{nobody}")).ShouldBeProblem(404, "not-found");
        (await Server.GetAsync($"{Discovery}/clusters/{nobody}/members")).ShouldBeProblem(
            404,
            "not-found"
        );
        (await Server.GetAsync($"{Discovery}/clusters?level=huge")).ShouldBeProblem(
            400,
            "invalid-request"
        );
        (
            await Server.PostAsync($"{Discovery}/runs", """{"hierarchy": {"meso_clusters": 0}}""")
        ).ShouldBeProblem(400, "invalid-request");
        (await Server.PostAsync($"{Discovery}/why-not", """{"feature": " "}""")).ShouldBeProblem(
            400,
            "invalid-request"
        );
        (await Server.GetAsync("/api/v1/items/no-such-item")).ShouldBeProblem(404, "not-found");
    }
}
