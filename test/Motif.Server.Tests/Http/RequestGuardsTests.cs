namespace Motif.Server.Tests.Http;

public sealed class RequestGuardsTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private RunningServer Server => shared.Server;

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:80")]
    [InlineData("[::1]:5080")]
    public async Task Loopback_answers_to_its_own_names(string host) =>
        (await Server.GetAsync("/api/v1/patterns", ("Host", host))).Status.ShouldBe(200);

    [Theory]
    [InlineData("attacker.example")]
    [InlineData("localhost.attacker.example")]
    [InlineData("192.0.2.7")]
    public async Task Loopback_is_not_known_by_another_name(string host)
    {
        var refused = await Server.GetAsync("/api/v1/patterns", ("Host", host));
        refused.ShouldBeProblem(421, "wrong-host");
    }

    [Fact]
    public async Task A_name_that_is_allowed_is_answered()
    {
        await using var server = await RunningServer.StartAsync(o =>
            o with
            {
                AllowedHosts = ["motif.test"],
            }
        );
        (await server.GetAsync("/api/v1/patterns", ("Host", "motif.test"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_page_of_another_site_changes_nothing()
    {
        const string Draft = """{"pattern_type": "t", "name": "from elsewhere"}""";
        var own = Server.Address.GetLeftPart(UriPartial.Authority);
        (
            await Server.PostAsync(
                "/api/v1/patterns",
                Draft,
                ("Origin", "https://attacker.example")
            )
        ).ShouldBeProblem(403, "cross-site");
        (await Server.PostAsync("/api/v1/patterns", Draft, ("Origin", "null"))).ShouldBeProblem(
            403,
            "cross-site"
        );
        (await Server.PostAsync("/api/v1/patterns", Draft, ("Origin", own))).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Other_origins_are_shared_with_only_when_they_are_named()
    {
        var plain = await Server.GetAsync(
            "/api/v1/patterns",
            ("Origin", "https://tools.example.org")
        );
        plain.Headers.ShouldNotContainKey("Access-Control-Allow-Origin");
        await using var server = await RunningServer.StartAsync(o =>
            o with
            {
                CorsOrigins = ["https://tools.example.org"],
            }
        );
        var named = await server.GetAsync(
            "/api/v1/patterns",
            ("Origin", "https://tools.example.org")
        );
        named.Header("Access-Control-Allow-Origin").ShouldBe("https://tools.example.org");
        var other = await server.GetAsync(
            "/api/v1/patterns",
            ("Origin", "https://other.example.org")
        );
        other.Headers.ShouldNotContainKey("Access-Control-Allow-Origin");
    }

    [Theory]
    [InlineData("POST", "cross-site", 403)]
    [InlineData("DELETE", "cross-site", 403)]
    [InlineData("POST", "same-site", 403)]
    [InlineData("POST", "same-origin", 400)]
    [InlineData("POST", "none", 400)]
    [InlineData("GET", "cross-site", 200)]
    public async Task A_page_that_leaves_its_origin_out_is_known_by_its_site(
        string method,
        string site,
        int status
    )
    {
        var body = method == "POST" ? "{}" : null;
        var answer = await Server.SendAsync(
            new HttpMethod(method),
            "/api/v1/patterns",
            body,
            ("Sec-Fetch-Site", site)
        );
        answer.Status.ShouldBe(status, answer.Text);
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("text/html")]
    [InlineData("application/xml;q=0.9, image/png")]
    [InlineData("nonsense")]
    public async Task A_problem_is_told_whatever_is_accepted(string accept)
    {
        (await Server.GetAsync("/api/v1/none", ("Accept", accept))).ShouldBeProblem(
            404,
            "not-found"
        );
        (await Server.GetAsync("/api/v1/patterns?limit=0", ("Accept", accept))).ShouldBeProblem(
            400,
            "invalid-request"
        );
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/patterns")]
    [InlineData("/api/v1/none")]
    public async Task Every_answer_has_the_headers_that_protect_its_reader(string address)
    {
        var answer = await Server.GetAsync(address);
        answer.Header("Content-Security-Policy").ShouldContain("default-src 'self'");
        answer.Header("Content-Security-Policy").ShouldContain("frame-ancestors 'none'");
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
        answer.Header("Referrer-Policy").ShouldBe("no-referrer");
        answer.Header("X-Request-Id").ShouldNotBeNullOrEmpty();
        answer.Headers.ShouldNotContainKey("Server");
    }
}
