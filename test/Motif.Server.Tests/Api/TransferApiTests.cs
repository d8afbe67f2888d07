using System.Net.Http.Headers;
using System.Text;

namespace Motif.Server.Tests.Api;

public sealed class TransferApiTests
{
    [Fact]
    public async Task An_export_of_one_server_imports_into_another_as_it_was()
    {
        await using var from = await RunningServer.StartAsync();
        await using var to = await RunningServer.StartAsync();
        for (var i = 0; i < 20; i++)
            await from.CreateAsync(
                $"moved {i}",
                $$$""", "tags": ["t{{{i % 3}}}"], "body": {"n": {{{i}}} }, "quality": {"x": 0.{{{i}}}} """
            );
        var exported = await from.GetAsync("/api/v1/patterns/export");
        exported.MediaType.ShouldBe("application/x-ndjson");
        exported.Text.TrimEnd('\n').Split('\n').Length.ShouldBe(20);
        var report = (await ImportAsync(to, exported.Text)).Json;
        report["created"]!.GetValue<long>().ShouldBe(20);
        (await to.GetAsync("/api/v1/patterns/export")).Text.ShouldBe(exported.Text);
        (await ImportAsync(from, exported.Text)).Json["unchanged"]!.GetValue<long>().ShouldBe(20);
    }

    [Fact]
    public async Task Rejected_lines_are_reported_and_the_others_imported()
    {
        await using var server = await RunningServer.StartAsync();
        var answer = await ImportAsync(
            server,
            "{\"pattern_type\": \"t\", \"name\": \"good\"}\nnot json\n{\"pattern_type\": \"t\"}\n"
        );
        answer.Status.ShouldBe(200, answer.Text);
        answer.Json["read"]!.GetValue<long>().ShouldBe(3);
        answer.Json["created"]!.GetValue<long>().ShouldBe(1);
        var rejected = answer.Json["rejected"]!.AsArray();
        rejected.Select(r => r!["line"]!.GetValue<long>()).ShouldBe([2, 3]);
        rejected[1]!["detail"]!.GetValue<string>().ShouldBe("lacks name (position 22)");
    }

    [Fact]
    public async Task An_export_takes_the_filters_of_the_list()
    {
        await using var server = await RunningServer.StartAsync();
        await server.CreateAsync("kept", """, "tags": ["yes"] """);
        await server.CreateAsync("left");
        var exported = (await server.GetAsync("/api/v1/patterns/export?tag=yes")).Text;
        exported.ShouldContain("kept");
        exported.ShouldNotContain("left");
        (await server.GetAsync("/api/v1/patterns/export?kind=poem")).ShouldBlame("kind");
    }

    [Fact]
    public async Task An_import_beyond_its_limit_is_refused_and_keeps_what_it_had_written()
    {
        await using var server = await RunningServer.StartAsync(o =>
            o with
            {
                MaxImportBytes = 2000,
            }
        );
        (await ImportAsync(server, new string(' ', 2001))).ShouldBeProblem(413, "too-large");
    }

    [Fact]
    public async Task An_import_may_be_larger_than_other_bodies()
    {
        await using var server = await RunningServer.StartAsync(o =>
            o with
            {
                MaxBodyBytes = 1024,
            }
        );
        var lines = string.Concat(
            Enumerable
                .Range(0, 100)
                .Select(i => $"{{\"pattern_type\": \"t\", \"name\": \"line {i}\"}}\n")
        );
        (await ImportAsync(server, lines)).Json["created"]!.GetValue<long>().ShouldBe(100);
    }

    [Fact]
    public async Task An_import_of_another_media_type_is_refused()
    {
        await using var server = await RunningServer.StartAsync();
        (await ImportAsync(server, "{}", "application/json")).ShouldBeProblem(415, "media-type");
    }

    private static async Task<Answer> ImportAsync(
        RunningServer server,
        string lines,
        string mediaType = "application/x-ndjson"
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/patterns/import");
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(lines));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return await server.SendAsync(request);
    }
}
