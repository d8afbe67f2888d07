using System.Globalization;
using Motif.Storage;

namespace Motif.Server.Tests.Http;

public sealed class RequestRatesTests
{
    [Fact]
    public async Task Beyond_the_burst_a_caller_is_told_when_to_come_back()
    {
        await using var server = await RunningServer.StartAsync(o =>
            o with
            {
                RequestsPerMinute = 1,
                RequestBurst = 3,
            }
        );
        for (var left = 2; left >= 0; left--)
        {
            var answer = await server.GetAsync("/api/v1/patterns");
            answer.Status.ShouldBe(200);
            answer.Header("RateLimit-Limit").ShouldBe("3");
            answer
                .Header("RateLimit-Remaining")
                .ShouldBe(left.ToString(CultureInfo.InvariantCulture));
        }
        var refused = await server.GetAsync("/api/v1/patterns");
        refused.ShouldBeProblem(429, "too-many-requests");
        refused.Header("Retry-After").ShouldBe("60");
        refused.Header("RateLimit-Remaining").ShouldBe("0");
        refused.Header("RateLimit-Reset").ShouldBe("180");
    }

    [Fact]
    public async Task Each_key_has_its_own_rate()
    {
        await using var server = await RunningServer.StartAsync(o =>
            o with
            {
                RequestsPerMinute = 1,
                RequestBurst = 1,
            }
        );
        using var one = server.NewClient(await server.AddKeyAsync("one", ApiScope.Reader));
        using var two = server.NewClient(await server.AddKeyAsync("two", ApiScope.Reader));
        (await StatusAsync(one)).ShouldBe(200);
        (await StatusAsync(one)).ShouldBe(429);
        (await StatusAsync(two)).ShouldBe(200);
        (await StatusAsync(server.Client)).ShouldBe(200);
    }

    [Fact]
    public async Task Wrong_keys_are_counted_together_by_address()
    {
        await using var server = await RunningServer.StartAsync(o =>
            o with
            {
                RequestsPerMinute = 1,
                RequestBurst = 1,
            }
        );
        using var first = server.NewClient("motif_guess1");
        using var second = server.NewClient("motif_guess2");
        (await StatusAsync(first)).ShouldBe(401);
        (await StatusAsync(second)).ShouldBe(429);
    }

    [Theory]
    [InlineData("GET", "/API/v1/patterns")]
    [InlineData("GET", "/Api/V1/Patterns")]
    [InlineData("HEAD", "/api/v1/patterns")]
    [InlineData("POST", "/mcp")]
    [InlineData("POST", "/MCP")]
    [InlineData("GET", "/metrics")]
    [InlineData("GET", "/api/v1/none")]
    public async Task Every_address_costs_however_it_is_spelt(string method, string address)
    {
        await using var server = await RunningServer.StartAsync(o =>
            o with
            {
                RequestsPerMinute = 1,
                RequestBurst = 1,
            }
        );
        (await StatusAsync(server.Client)).ShouldBe(200);
        var body = method == "POST" ? "{}" : null;
        (await server.SendAsync(new HttpMethod(method), address, body)).Status.ShouldBe(429);
    }

    [Fact]
    public async Task Probes_of_readiness_have_a_rate_of_their_own()
    {
        await using var server = await RunningServer.StartAsync(o =>
            o with
            {
                RequestsPerMinute = 1,
                RequestBurst = 2,
            }
        );
        (await StatusAsync(server.Client)).ShouldBe(200);
        (await StatusAsync(server.Client)).ShouldBe(200);
        (await StatusAsync(server.Client)).ShouldBe(429);
        (await server.GetAsync("/health/ready")).Status.ShouldBe(200);
        (await server.GetAsync("/Health/ready")).Status.ShouldBe(200);
        (await server.GetAsync("/health/ready")).ShouldBeProblem(429, "too-many-requests");
    }

    [Fact]
    public async Task Whether_it_lives_is_asked_as_often_as_one_likes()
    {
        await using var server = await RunningServer.StartAsync(o =>
            o with
            {
                RequestsPerMinute = 1,
                RequestBurst = 1,
            }
        );
        for (var i = 0; i < 5; i++)
            (await server.GetAsync("/health/live")).Status.ShouldBe(200);
    }

    private static async Task<int> StatusAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/api/v1/patterns");
        return (int)response.StatusCode;
    }
}
