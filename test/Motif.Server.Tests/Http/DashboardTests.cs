namespace Motif.Server.Tests.Http;

public sealed class DashboardTests : IDisposable
{
    private readonly DirectoryInfo _built = Directory.CreateTempSubdirectory("motif-dashboard-");

    public DashboardTests()
    {
        File.WriteAllText(
            Path.Combine(_built.FullName, "index.html"),
            "<html>the dashboard</html>"
        );
        var assets = _built.CreateSubdirectory("assets");
        File.WriteAllText(Path.Combine(assets.FullName, "index-4f2a.js"), "export {}");
    }

    public void Dispose() => _built.Delete(recursive: true);

    [Fact]
    public async Task Without_a_build_the_page_says_how_to_get_it()
    {
        await using var server = await RunningServer.StartAsync();
        var page = await server.GetAsync("/");
        (page.Status, page.MediaType).ShouldBe((200, "text/html"));
        page.Text.ShouldContain("Node 20");
        (await server.GetAsync("/api/v1/system")).Json["dashboard_built"]!
            .GetValue<bool>()
            .ShouldBeFalse();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/catalogue")]
    [InlineData("/catalogue/11111111-1111-1111-1111-111111111111")]
    public async Task Every_page_of_the_dashboard_is_its_index(string address)
    {
        await using var server = await StartAsync();
        var page = await server.GetAsync(address);
        (page.Status, page.MediaType).ShouldBe((200, "text/html"));
        page.Text.ShouldContain("the dashboard");
        page.Header("Cache-Control").ShouldBe("no-cache");
    }

    [Fact]
    public async Task Files_named_after_their_content_are_kept_for_good()
    {
        await using var server = await StartAsync();
        var file = await server.GetAsync("/assets/index-4f2a.js");
        (file.Status, file.MediaType).ShouldBe((200, "text/javascript"));
        file.Header("Cache-Control").ShouldBe("public, max-age=31536000, immutable");
        (await server.GetAsync("/assets/index-old.js")).ShouldBeProblem(404, "not-found");
    }

    [Fact]
    public async Task Files_beside_the_dashboard_are_not_served()
    {
        await using var server = await StartAsync();
        var outside = await server.GetAsync("/..%2f..%2fetc%2fpasswd");
        outside.Text.ShouldNotContain("root:");
    }

    [Fact]
    public async Task An_unknown_address_of_the_api_is_no_page()
    {
        await using var server = await StartAsync();
        (await server.GetAsync("/api/v1/nothing")).ShouldBeProblem(404, "not-found");
        (await server.SendAsync(HttpMethod.Post, "/catalogue", "{}")).ShouldBeProblem(
            405,
            "method-not-allowed"
        );
    }

    private Task<RunningServer> StartAsync() =>
        RunningServer.StartAsync(o => o with { DashboardPath = _built.FullName });
}
