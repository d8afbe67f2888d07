using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Motif.Server.Tests.Http;

public sealed class HeadRequestsTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private RunningServer Server => shared.Server;

    [Fact]
    public async Task Every_address_that_answers_get_answers_head_alike()
    {
        var (id, _) = await Server.CreateAsync("asked for its head");
        var routes = Server
            .App.Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e =>
                e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") is true
                && e.RoutePattern.RawText is { } text
                && !text.Contains('*', StringComparison.Ordinal)
                && !text.StartsWith("/mcp", StringComparison.Ordinal)
            )
            .Select(e => e.RoutePattern.RawText!)
            .ToList();
        routes.Count.ShouldBeGreaterThan(15);
        foreach (var route in routes)
        {
            var address = route
                .Replace("{id:guid}", $"{id}", StringComparison.Ordinal)
                .Replace("{slug}", "not-found", StringComparison.Ordinal)
                .Replace("{documentName}", "v1", StringComparison.Ordinal);
            if (!address.StartsWith('/'))
                address = $"/{address}";
            var get = await Server.GetAsync(address);
            var head = await Server.SendAsync(HttpMethod.Head, address, null);
            head.Status.ShouldBe(get.Status, address);
            head.MediaType.ShouldBe(get.MediaType, address);
            head.Text.ShouldBeEmpty(address);
            get.Status.ShouldNotBe(405, address);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/patterns")]
    [InlineData("/openapi/index.html")]
    public async Task Pages_answer_head_too(string page)
    {
        var head = await Server.SendAsync(HttpMethod.Head, page, null);
        head.Status.ShouldBe(200);
        head.MediaType.ShouldBe("text/html");
    }

    [Fact]
    public async Task A_method_that_is_not_known_is_refused_with_head_among_those_that_are()
    {
        var answer = await Server.SendAsync(HttpMethod.Put, "/api/v1/patterns", "{}");
        answer.ShouldBeProblem(405, "method-not-allowed");
        answer.Header("Allow").Split(", ").ShouldBe(["GET", "POST", "HEAD"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_etag_is_that_of_the_pattern()
    {
        var (id, etag) = await Server.CreateAsync("with an etag");
        var head = await Server.SendAsync(HttpMethod.Head, $"/api/v1/patterns/{id}", null);
        head.Header("ETag").ShouldBe(etag);
        (
            await Server.SendAsync(
                HttpMethod.Head,
                $"/api/v1/patterns/{id}",
                null,
                ("If-None-Match", etag)
            )
        ).Status.ShouldBe(304);
    }
}
