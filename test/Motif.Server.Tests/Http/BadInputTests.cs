using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Motif.Tests.Shared;

namespace Motif.Server.Tests.Http;

public sealed class BadInputTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Patterns = "/api/v1/patterns";

    private const string Sql = "'; DROP TABLE patterns; --\" OR 1=1 /* \\ */";

    private RunningServer Server => shared.Server;

    [Theory]
    [InlineData("""{"name": """, "$", "is no JSON")]
    [InlineData("", "", "")]
    [InlineData("[]", "$", "must be an object")]
    [InlineData("""{"pattern_type": "t"}""", "name", "is missing")]
    [InlineData("""{"pattern_type": "t", "name": 7}""", "name", "must be a string")]
    [InlineData("""{"pattern_type": "t", "name": "n", "tags": "x"}""", "tags", "must be an array")]
    [InlineData(
        """{"pattern_type": "t", "name": "n", "kind": "poem"}""",
        "kind",
        "must be one of code"
    )]
    [InlineData("""{"pattern_type": "t", "name": "n", "kind": 1}""", "kind", "must be one of code")]
    [InlineData(
        """{"pattern_type": "t", "name": "n", "Name": "m"}""",
        "Name",
        "is not a known field"
    )]
    [InlineData(
        """{"pattern_type": "t", "name": "n", "body": [1]}""",
        "body",
        "must be a JSON object"
    )]
    [InlineData("""{"pattern_type": "T t", "name": "n"}""", "pattern_type", "")]
    [InlineData("""{"pattern_type": "t", "name": ""}""", "name", "")]
    [InlineData("""{"pattern_type": "t", "name": "\u0000"}""", "name", "U+0000")]
    [InlineData("""{"pattern_type": "t", "name": "!?"}""", "name", "letter or digit")]
    [InlineData(
        """{"pattern_type": "t", "name": "n", "quality": {"x": 1.5}}""",
        "quality",
        "0 to 1"
    )]
    [InlineData(
        """{"pattern_type": "t", "name": "n", "quality": {"x": "high"}}""",
        "quality.x",
        "must be a number"
    )]
    [InlineData(
        """{"pattern_type": "t", "name": "n", "derived_from": ["00000000-0000-0000-0000-000000000000"]}""",
        "derived_from",
        "no pattern"
    )]
    public async Task A_wrong_body_is_told_the_field_and_what_is_expected(
        string json,
        string field,
        string error
    )
    {
        var answer = await Server.PostAsync(Patterns, json);
        answer.Status.ShouldBe(400, answer.Text);
        answer.MediaType.ShouldBe("application/problem+json");
        if (field.Length > 0)
            answer.ShouldBlame(field).ShouldContain(error);
        answer.Text.ShouldNotContain("Motif.");
        answer.Text.ShouldNotContain("System.");
    }

    [Fact]
    public async Task Broken_json_is_told_its_line_and_position()
    {
        var problem = (await Server.PostAsync(Patterns, "{\n  \"name\": oops}")).ShouldBeProblem(
            400,
            "malformed-json"
        );
        problem["line"]!.GetValue<long>().ShouldBe(2);
        problem["position"]!.GetValue<long>().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Deep_json_is_refused() =>
        (await Server.PostAsync(Patterns, new string('[', 100_000))).ShouldBeProblem(
            400,
            "invalid-request"
        );

    [Theory]
    [InlineData("?colour=red", "colour", "known are")]
    [InlineData("?Kind=code&kinds=1", "kinds", "known are")]
    [InlineData("?kind=Code", "kind", "code, content")]
    [InlineData("?kind=0", "kind", "code, content")]
    [InlineData("?status=gone", "status", "draft")]
    [InlineData("?sort=worst", "sort", "updated")]
    [InlineData("?limit=0", "limit", "")]
    [InlineData("?limit=501", "limit", "")]
    [InlineData("?limit=many", "limit", "whole number")]
    [InlineData("?min_quality_score=2", "min_quality_score", "")]
    [InlineData("?min_quality_score=high", "min_quality_score", "a number")]
    [InlineData("?cursor=bm9uc2Vuc2U", "cursor", "")]
    public async Task A_wrong_parameter_is_named(string query, string field, string error)
    {
        var answer = await Server.GetAsync(Patterns + query);
        answer.Status.ShouldBe(400, answer.Text);
        answer.ShouldBlame(field).ShouldContain(error);
    }

    [Theory]
    [InlineData("GET", "/api/v1/patterns/11111111-1111-1111-1111-111111111111")]
    [InlineData("GET", "/api/v1/patterns/no-id")]
    [InlineData("GET", "/api/v1/patterns/11111111-1111-1111-1111-111111111111/history")]
    [InlineData("GET", "/api/v1/patterns/11111111-1111-1111-1111-111111111111/uses")]
    [InlineData("GET", "/api/v1/patterns/11111111-1111-1111-1111-111111111111/occurrences")]
    [InlineData("DELETE", "/api/v1/patterns/11111111-1111-1111-1111-111111111111")]
    [InlineData("DELETE", "/api/v1/patterns/11111111-1111-1111-1111-111111111111?purge=true")]
    [InlineData("GET", "/api/v1/code/scans/11111111-1111-1111-1111-111111111111")]
    [InlineData("GET", "/api/v1/code/scans/11111111-1111-1111-1111-111111111111/events")]
    [InlineData("DELETE", "/api/v1/code/scans/11111111-1111-1111-1111-111111111111")]
    [InlineData("GET", "/api/v2/patterns")]
    [InlineData("GET", "/api")]
    [InlineData("GET", "/assets/no.js")]
    [InlineData("GET", "/problems/none")]
    public async Task What_does_not_exist_is_not_found(string method, string address) =>
        (await Server.SendAsync(new HttpMethod(method), address, null)).ShouldBeProblem(
            404,
            "not-found"
        );

    [Fact]
    public async Task A_method_that_is_not_known_is_refused_with_those_that_are()
    {
        var answer = await Server.SendAsync(HttpMethod.Put, Patterns, "{}");
        answer.ShouldBeProblem(405, "method-not-allowed");
        answer.Header("Allow").ShouldContain("POST");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_media_type_is_refused(string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Patterns);
        request.Content = new StringContent("{}", Encoding.UTF8, type);
        (await Server.SendAsync(request)).ShouldBeProblem(415, "media-type");
    }

    [Fact]
    public async Task Sql_in_every_text_is_only_text()
    {
        var draft = JsonSerializer.Serialize(
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["pattern_type"] = "t",
                ["key"] = Sql,
                ["name"] = Sql,
                ["description"] = Sql,
                ["tags"] = new[] { Sql },
                ["body"] = new Dictionary<string, string>(StringComparer.Ordinal) { [Sql] = Sql },
                ["quality"] = new Dictionary<string, double>(StringComparer.Ordinal)
                {
                    [Sql] = 0.5,
                },
            }
        );
        var created = await Server.PostAsync(Patterns, draft);
        created.Status.ShouldBe(201, created.Text);
        var id = created.Json["pattern_id"]!.GetValue<Guid>();
        created.Json["name"]!.GetValue<string>().ShouldBe(Sql);
        var text = JsonSerializer.Serialize(Sql);
        (
            await Server.PostAsync(
                $"{Patterns}/{id}/uses",
                $$"""{"actor": {{text}}, "context": {{text}}, "idempotency_key": {{text}}}"""
            )
        ).Status.ShouldBe(201);
        (
            await Server.PostAsync(
                $"{Patterns}/{id}/relationships",
                $$"""{"type": "uses", "external": {{text}}, "evidence": {{text}}}"""
            )
        ).Status.ShouldBe(200);
        var query = Uri.EscapeDataString(Sql);
        foreach (var parameter in new[] { "tag", "search" })
            (await Server.GetAsync($"{Patterns}?{parameter}={query}")).Json["items"]!
                .AsArray()
                .ShouldHaveSingleItem();
        foreach (var parameter in new[] { "pattern_type" })
            (await Server.GetAsync($"{Patterns}?{parameter}={query}")).Json["items"]!
                .AsArray()
                .ShouldBeEmpty();
        foreach (var parameter in new[] { "kind", "status", "sort", "cursor", "limit" })
            (await Server.GetAsync($"{Patterns}?{parameter}={query}")).Status.ShouldBe(400);
        (await Server.GetAsync($"{Patterns}/{id}")).Json["tags"]![0]!
            .GetValue<string>()
            .ShouldBe(Sql);
    }

    [Fact]
    public async Task A_body_of_two_gigabytes_is_refused_before_it_is_read()
    {
        var answer = await RawAsync(
            "POST /api/v1/patterns HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2147483648\r\n\r\n{"
        );
        answer.ShouldStartWith("HTTP/1.1 413");
        answer.ShouldContain("/problems/too-large");
        answer.ShouldContain("Connection: close");
    }

    [Fact]
    public async Task A_body_without_a_length_is_cut_at_the_limit()
    {
        await using var server = await RunningServer.StartAsync(o =>
            o with
            {
                MaxBodyBytes = 2048,
            }
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, Patterns);
        request.Headers.TransferEncodingChunked = true;
        request.Content = new StringContent(
            $"\"{new string('x', 4000)}\"",
            Encoding.UTF8,
            "application/json"
        );
        (await server.SendAsync(request)).ShouldBeProblem(413, "too-large");
    }

    [Fact]
    public async Task Headers_and_addresses_have_an_end()
    {
        (
            await RawAsync(
                $"GET /api/v1/patterns?search={new string('x', 9000)} HTTP/1.1\r\nHost: localhost\r\n\r\n"
            )
        ).ShouldSatisfyAllConditions(
            a => a.ShouldStartWith("HTTP/1.1 414"),
            a => a.ShouldContain("/problems/address-too-long")
        );
        (
            await RawAsync(
                $"GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: {new string('x', 40_000)}\r\n\r\n"
            )
        ).ShouldSatisfyAllConditions(
            a => a.ShouldStartWith("HTTP/1.1 431"),
            a => a.ShouldContain("/problems/headers-too-large")
        );
        (
            await RawAsync($"GET /{new string('x', 40_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n")
        ).ShouldStartWith("HTTP/1.1 414");
    }

    /// <summary>Sends bytes and reads what comes back until the server closes or the head is complete.</summary>
    private async Task<string> RawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Server.Address.Host, Server.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync().WaitAsync(Eventually.Patience);
    }
}
