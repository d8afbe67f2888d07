using System.Net.Http.Headers;
using System.Text;

namespace Motif.Server.Tests.Http;

/// <summary>What no database can keep is refused at the door, by the name of its member, whatever the address.</summary>
public sealed class UnstorableInputTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Patterns = "/api/v1/patterns";
    private const string Draft = """{"pattern_type": "t", "name": "n", """;

    private RunningServer Server => shared.Server;

    [Theory]
    [InlineData("""{"body": {"a": "\u0000"}}""", "body.a")]
    [InlineData("""{"body": {"a": ["x", "\ud800"]}}""", "body.a[1]")]
    [InlineData("""{"body": {"\u0000": 1}}""", "body")]
    [InlineData("""{"body": {"\udc00x": 1}}""", "body")]
    [InlineData("""{"body": {"a": 1e400}}""", "body.a")]
    [InlineData("""{"body": {"a": -1e400}}""", "body.a")]
    [InlineData("""{"body": {"a": 1e-20000}}""", "body.a")]
    [InlineData("""{"environment": {"os": "\u0000"}}""", "environment.os")]
    [InlineData("""{"execution_trace": {"steps": ["\ud800"]}}""", "execution_trace.steps[0]")]
    [InlineData("""{"quality_metrics": {"x": "\u0000"}}""", "quality_metrics.x")]
    [InlineData("""{"performance_data": {"x": 1e999}}""", "performance_data.x")]
    [InlineData("""{"quality": {"\u0000": 0.5}}""", "quality")]
    [InlineData("""{"quality": {"x": 1e400}}""", "quality.x")]
    [InlineData("""{"intent": "a\u0000b"}""", "intent")]
    [InlineData("""{"description": "\ud800"}""", "description")]
    [InlineData("""{"tags": ["a", null]}""", "tags[1]")]
    [InlineData("""{"tags": ["a", "\u0000"]}""", "tags[1]")]
    [InlineData("""{"key": " "}""", "key")]
    [InlineData("""{"key": "\n"}""", "key")]
    [InlineData("""{"key": "\u2003"}""", "key")]
    public async Task In_a_draft(string member, string blamed) =>
        Blame(await Server.PostAsync(Patterns, Draft + member[1..]), blamed);

    [Fact]
    public async Task Numbers_of_more_digits_than_the_databases_keep_are_refused()
    {
        Blame(
            await Server.PostAsync(
                Patterns,
                $$$"""{{{Draft}}}"body": {"a": 0.{{{new string('1', 20_000)}}}}}"""
            ),
            "body.a"
        );
        Blame(
            await Server.PostAsync(
                Patterns,
                $$$"""{{{Draft}}}"body": {"a": {{{new string('9', 300_000)}}}}}"""
            ),
            "body.a"
        );
    }

    [Theory]
    [InlineData("""{"note": "\u0000"}""", "note")]
    [InlineData("""{"note": "\udfff"}""", "note")]
    [InlineData("""{"name": " "}""", "name")]
    [InlineData("""{"body": {"a": 1e400}}""", "body.a")]
    [InlineData("""{"quality": {"\u0000": 1}}""", "quality")]
    public async Task In_a_patch(string patch, string blamed)
    {
        var (id, etag) = await Server.CreateAsync($"patched {patch}");
        Blame(
            await Server.SendAsync(HttpMethod.Patch, $"{Patterns}/{id}", patch, ("If-Match", etag)),
            blamed
        );
    }

    [Theory]
    [InlineData("uses", """{"actor": "a\u0000"}""", "actor")]
    [InlineData("uses", """{"actor": "a", "context": "\ud800"}""", "context")]
    [InlineData(
        "outcomes",
        """{"outcome": "success", "actor": "a", "metrics": {"x": "\u0000"}}""",
        "metrics.x"
    )]
    [InlineData(
        "outcomes",
        """{"outcome": "success", "actor": "a", "metrics": {"x": 1e400}}""",
        "metrics.x"
    )]
    [InlineData("relationships", """{"type": "uses", "external": "\u0000"}""", "external")]
    [InlineData("relationships", """{"type": "uses", "external": " "}""", "external")]
    public async Task In_what_belongs_to_a_pattern(string part, string json, string blamed)
    {
        var (id, _) = await Server.CreateAsync($"with {part} {json}");
        Blame(await Server.PostAsync($"{Patterns}/{id}/{part}", json), blamed);
    }

    [Theory]
    [InlineData("""{"intent": "x", "requirements": ["a", null]}""", "requirements[1]")]
    [InlineData("""{"intent": "x", "filters": {"tags": [null]}}""", "filters.tags[0]")]
    [InlineData("""{"intent": "x", "filters": {"kinds": [null]}}""", "filters.kinds[0]")]
    [InlineData("""{"intent": "x", "filters": {"statuses": [null]}}""", "filters.statuses[0]")]
    [InlineData(
        """{"intent": "x", "filters": {"pattern_types": [null]}}""",
        "filters.pattern_types[0]"
    )]
    [InlineData("""{"intent": "\u0000"}""", "intent")]
    [InlineData("""{"intent": "x", "min_confidence": 1e400}""", "min_confidence")]
    [InlineData("""{"intent": "x", "limit": 1e400}""", "limit")]
    public async Task In_a_match(string json, string blamed) =>
        Blame(await Server.PostAsync($"{Patterns}/match", json), blamed);

    [Theory]
    [InlineData("""{"paths": ["."], "repository": "r\u0000"}""", "repository")]
    [InlineData("""{"paths": ["."], "repository": "\u2003"}""", "repository")]
    [InlineData("""{"paths": [null]}""", "paths[0]")]
    [InlineData("""{"paths": ["a\u0000b"]}""", "paths[0]")]
    public async Task In_a_scan(string json, string blamed) =>
        Blame(await Server.PostAsync("/api/v1/code/scans", json), blamed);

    [Theory]
    [InlineData("?tag=%00", "tag")]
    [InlineData("?tag=a&tag=%00", "tag")]
    [InlineData("?search=a%00b", "search")]
    [InlineData("?pattern_type=%00", "pattern_type")]
    [InlineData("?used_by=%00", "used_by")]
    [InlineData("?cursor=%00", "cursor")]
    [InlineData("?min_quality_score=NaN", "min_quality_score")]
    [InlineData("?min_quality_score=Infinity", "min_quality_score")]
    [InlineData("?min_quality_score=-Infinity", "min_quality_score")]
    [InlineData("?min_quality_score=2147483648", "min_quality_score")]
    [InlineData("?min_quality_score=1e400", "min_quality_score")]
    [InlineData("?min_success_rate=NaN", "min_success_rate")]
    [InlineData("?min_success_rate=-2147483649", "min_success_rate")]
    [InlineData("?limit=99999999999999999999", "limit")]
    [InlineData("?created_before=yesterday", "created_before")]
    public async Task In_a_query(string query, string blamed)
    {
        var answer = await Server.GetAsync(Patterns + query);
        Blame(answer, blamed);
        answer.Text.ShouldNotContain("DateTimeOffset");
    }

    [Fact]
    public async Task A_relationship_to_itself_cannot_be_taken_back()
    {
        var (id, _) = await Server.CreateAsync("alone with itself");
        var address = $"{Patterns}/{id}/relationships?type=uses&target_id={id}";
        Blame(await Server.SendAsync(HttpMethod.Delete, address, null), "target_id");
    }

    [Theory]
    [InlineData("application/json; charset=bogus")]
    [InlineData("application/json;charset=utf-16")]
    [InlineData("application/json; charset=\"\"")]
    [InlineData("application/x-ndjson; charset=latin1")]
    public async Task A_charset_that_is_not_read_is_refused(string type)
    {
        var isImport = type.Contains("ndjson", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            isImport ? $"{Patterns}/import" : Patterns
        );
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}"));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        (await Server.SendAsync(request)).ShouldBeProblem(415, "media-type");
    }

    [Fact]
    public async Task Utf_8_is_read_however_it_is_written()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Patterns}/match");
        request.Content = new ByteArrayContent("""{"intent": "größer"}"""u8.ToArray());
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(
            "application/json; charset=\"UTF-8\""
        );
        (await Server.SendAsync(request)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task In_an_import_it_is_that_line_alone()
    {
        string[] poison =
        [
            """{"body": {"a": "\u0000"}}""",
            """{"body": {"\ud800": 1}}""",
            """{"key": " "}""",
            """{"body": {"a": 1e400}}""",
            """{"tags": [null]}""",
            """{"derived_from": [null]}""",
            $$$"""{"body": {"a": 0.{{{new string('1', 20_000)}}}}}""",
        ];
        var lines = new List<string>();
        for (var i = 0; i < 1199; i++)
            lines.Add($$"""{"pattern_type": "imported", "name": "good {{i}}"}""");
        for (var i = 0; i < poison.Length; i++)
            lines.Insert(100 * (i + 1), Draft + poison[i][1..]);
        using var content = new StringContent(
            string.Join('\n', lines),
            Encoding.UTF8,
            "application/x-ndjson"
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Patterns}/import");
        request.Content = content;
        var report = await Server.SendAsync(request);
        report.Status.ShouldBe(200, report.Text);
        report.Json["created"]!.GetValue<int>().ShouldBe(1199);
        report.Json["rejected"]!
            .AsArray()
            .Select(r => r!["line"]!.GetValue<int>())
            .ShouldBe(Enumerable.Range(1, poison.Length).Select(i => (100 * i) + 1));
    }

    [Fact]
    public async Task In_a_manifest_it_is_that_line_alone()
    {
        var (id, _) = await Server.CreateAsync("in manifests");
        var good =
            $$"""{"manifest_id": "good", "actor": "a", "at": "2026-01-01T00:00:00Z", "applied": ["{{id}}"]}""";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/usage/import");
        request.Content = new StringContent(
            $$"""
            {"manifest_id": "m1", "actor": "a", "at": "2026-01-01T00:00:00Z", "exposed": [null]}
            {"manifest_id": "m2", "actor": "a\u0000", "at": "2026-01-01T00:00:00Z", "applied": ["{{id}}"]}
            {"manifest_id": "\ud800", "actor": "a", "at": "2026-01-01T00:00:00Z", "applied": ["{{id}}"]}
            {{good}}
            """,
            Encoding.UTF8,
            "application/x-ndjson"
        );
        var report = await Server.SendAsync(request);
        report.Status.ShouldBe(200, report.Text);
        report.Json["uses"]!.GetValue<int>().ShouldBe(1);
        report.Json["rejected_lines"]!.GetValue<int>().ShouldBe(3);
    }

    [Theory]
    [InlineData("""{"intent": "x", "filters": null}""")]
    [InlineData("""{"intent": "x", "requirements": null, "context": null}""")]
    [InlineData(
        """{"intent": "x", "limit": null, "min_confidence": null, "explain": null, "diversity": null}"""
    )]
    [InlineData(
        """{"intent": "x", "filters": {"tags": null, "kinds": null, "min_quality_score": null}}"""
    )]
    public async Task Null_is_as_good_as_absent(string json)
    {
        var answer = await Server.PostAsync($"{Patterns}/match", json);
        answer.Status.ShouldBe(200, answer.Text);
    }

    [Fact]
    public async Task A_draft_of_nulls_is_a_draft_of_defaults()
    {
        var answer = await Server.PostAsync(
            Patterns,
            """{"pattern_type": "t", "name": "of nulls", "kind": null, "key": null, "description": null, "tags": null, "status": null, "body": null, "quality": null, "derived_from": null, "intent": null}"""
        );
        answer.Status.ShouldBe(201, answer.Text);
        answer.Json["kind"]!.GetValue<string>().ShouldBe("success");
        answer.Json["status"]!.GetValue<string>().ShouldBe("active");
    }

    private static void Blame(Answer answer, string member)
    {
        answer.ShouldBeProblem(400, "invalid-request");
        answer.ShouldBlame(member).ShouldNotBeNullOrWhiteSpace();
        answer.Text.ShouldNotContain("System.");
    }
}
