using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Motif.Tests.Content;

namespace Motif.Server.Tests.Api;

/// <summary>Every text field gives a hostile text back unchanged or refuses it by its name.</summary>
public sealed class ContentHostileTextTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Content = "/api/v1/content";

    private RunningServer Server => shared.Server;

    [SharedFact]
    [Trait("Category", "Slow")]
    public async Task Posts_keep_hostile_names_as_they_are_or_say_what_is_wrong_with_them()
    {
        var kept = 0;
        foreach (var (text, number) in Texts().Select((t, i) => (t, i)))
        foreach (var field in (string[])["variant_id", "topic", "external_id", "thread_id"])
        {
            var request = new JsonObject
            {
                ["content"] = text,
                [field] = text,
                ["part"] = 1,
                ["idempotency_key"] = $"{field} {number}",
            };
            var answer = await Server.PostAsync(
                $"{Content}/personas/hostile-{field}/posts",
                request.ToJsonString()
            );
            if (answer.Status == 400)
            {
                answer.ShouldBlame(field).ShouldNotBeNullOrWhiteSpace();
                continue;
            }
            answer.Status.ShouldBe(200, answer.Text);
            answer.Json["post"]![field]!.GetValue<string>().ShouldBe(text);
            var found = await Server.GetAsync(
                $"{Content}/posts/{answer.Json["post"]!["post_id"]!.GetValue<string>()}"
            );
            found.Json[field]!.GetValue<string>().ShouldBe(text);
            kept++;
        }
        kept.ShouldBeGreaterThan(1800);
    }

    [SharedFact]
    [Trait("Category", "Slow")]
    public async Task Questions_about_hostile_texts_are_answered_each_in_its_place()
    {
        var texts = Texts();
        var items = new JsonArray([
            .. texts.Select(t => new JsonObject
            {
                ["content"] = t,
                ["topic"] = t,
                ["variant_id"] = t,
            }),
        ]);
        var patterns = new JsonArray([.. texts.Select(t => new JsonObject { ["pattern"] = t })]);
        foreach (var questions in (JsonArray[])[items, patterns])
        {
            var answer = await Server.PostAsync(
                $"{Content}/check/batch",
                new JsonObject { ["persona_id"] = "hostile", ["items"] = questions }.ToJsonString()
            );
            answer.Status.ShouldBe(200, answer.Text);
            answer.Json["items"]!.AsArray().Count.ShouldBe(texts.Count);
        }
        var extracted = await Server.PostAsync(
            $"{Content}/extract/batch",
            new JsonObject
            {
                ["contents"] = new JsonArray([.. texts.Select(t => (JsonNode)t)]),
            }.ToJsonString()
        );
        extracted.Json["items"]!.AsArray().Count.ShouldBe(texts.Count);
    }

    [SharedFact]
    [Trait("Category", "Slow")]
    public async Task Hostile_names_of_personas_variants_and_decisions_come_back()
    {
        foreach (var text in Texts())
        {
            var request = new JsonObject
            {
                ["persona_id"] = text,
                ["decision_id"] = text,
                ["variants"] = new JsonArray(
                    new JsonObject
                    {
                        ["variant_id"] = text,
                        ["content"] = text,
                        ["group"] = text,
                        ["topic"] = text,
                    }
                ),
            };
            var answer = await Server.PostAsync($"{Content}/select", request.ToJsonString());
            if (answer.Status == 400)
                continue;
            answer.Status.ShouldBe(200, answer.Text);
            answer.Json["persona_id"]!.GetValue<string>().ShouldBe(text);
            answer.Json["decision_id"]!.GetValue<string>().ShouldBe(text);
            answer.Json["selected"]![0]!["variant_id"]!.GetValue<string>().ShouldBe(text);
            if (text is "." or "..")
                continue;
            var name = Uri.EscapeDataString(text);
            var why = await Server.GetAsync($"{Content}/personas/{name}/decisions/{name}");
            // A slash in a path is a slash, however it is written: such a name is reached by the list alone.
            if (!text.Contains('/', StringComparison.Ordinal))
                why.Status.ShouldBe(200, $"{text}: {why.Text}");
        }
    }

    [SharedFact]
    public async Task Hostile_texts_are_imported_line_by_line()
    {
        var texts = Texts();
        var lines = string.Join(
            '\n',
            texts.Select(
                (t, i) =>
                    new JsonObject
                    {
                        ["persona_id"] = "import",
                        ["content"] = t,
                        ["topic"] = t.Length > 0 ? t : null,
                        ["external_id"] = $"{i}",
                        ["used_at"] = "2026-01-01T10:00:00Z",
                    }.ToJsonString()
            )
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Content}/posts/import");
        request.Content = new StringContent(lines, Encoding.UTF8, "application/x-ndjson");
        var report = await Server.SendAsync(request);

        report.Status.ShouldBe(200, report.Text);
        var refused = report.Json["refused"]!.AsArray();
        (report.Json["imported"]!.GetValue<int>() + refused.Count).ShouldBe(texts.Count);
        refused.ShouldAllBe(r => r!["reason"]!.GetValue<string>().Length > 10);
        refused.Count.ShouldBeLessThan(20, report.Text);
    }

    private static List<string> Texts()
    {
        using var stream = new GZipStream(
            File.OpenRead(SharedData.File("hostile-text", "blns.json.gz")),
            CompressionMode.Decompress
        );
        return JsonSerializer.Deserialize<List<string>>(stream)!;
    }
}
