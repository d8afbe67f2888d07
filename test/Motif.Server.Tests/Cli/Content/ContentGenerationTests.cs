using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Motif.Server.Tests.Cli.Content;

/// <summary>
/// Contents written by a language model behind a chat endpoint, as <c>MOTIF_CHAT_…</c> name it: over HTTP and by the command line,
/// each a process of its own. Whatever the endpoint says or does, the template is filled.
/// </summary>
public sealed class ContentGenerationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Over_HTTP_a_model_writes_under_the_template_and_no_other_answer_is_taken()
    {
        await using var chat = await ChatStandIn.StartAsync();
        await using var server = await ServeProcess.StartAsync(_folder.Path, chat.Environment());

        var right = await GenerateAsync(server, "right");
        ShouldBeWritten(right);
        var request = chat.Server.Requests.ShouldHaveSingleItem();
        request.Path.ShouldBe("/v1/chat/completions");
        request.Headers["Authorization"].ShouldBe($"Bearer {ChatStandIn.Key}");
        JsonNode.Parse(request.Body)!["model"]!.GetValue<string>().ShouldBe("writer-1");

        foreach (
            var (name, say, reason) in ((string, Func<string, string>, string)[])
                [
                    ("prose", _ => "Here is your post about rest.", "is not {"),
                    ("more lines", right => $"{right}\nAnd one more line.", "is not {"),
                    ("two posts", right => $"{right}\n{right}", "is not {"),
                    ("fenced", right => $"```json\n{right}\n```", "is not {"),
                    ("other member", _ => """{"post": "x"}""", "is not {"),
                    ("advertisement", _ => """{"content": "Buy now!"}""", "left its template"),
                    ("nothing", _ => "", "is not {"),
                ]
        )
        {
            chat.Say = say;
            ShouldBeFilled(await GenerateAsync(server, name), reason);
        }
        chat.Say = right => right;
        chat.FinishReason = "length";
        ShouldBeFilled(await GenerateAsync(server, "cut off"), "failed");
        chat.FinishReason = "stop";
        chat.Status = 401;
        ShouldBeFilled(await GenerateAsync(server, "wrong key"), "failed");
        chat.Status = 200;
        ShouldBeWritten(await GenerateAsync(server, "right again"));
    }

    [Fact]
    public async Task Over_HTTP_an_endpoint_that_hangs_or_is_gone_leaves_the_filled_templates()
    {
        await using var chat = await ChatStandIn.StartAsync();
        chat.Hangs = true;
        // On a busy machine a short limit ends before the endpoint was even asked: then a longer one.
        for (var limit = 0.05; chat.Server.Requests.IsEmpty; limit *= 4)
        {
            await using var waiting = await ServeProcess.StartAsync(
                _folder.Path,
                chat.Environment(limit)
            );
            ShouldBeFilled(await GenerateAsync(waiting, $"hangs {limit}"), "failed");
        }

        await using var server = await ServeProcess.StartAsync(_folder.Path, chat.Environment());
        await chat.DisposeAsync();
        ShouldBeFilled(await GenerateAsync(server, "gone"), "failed");
    }

    [Fact]
    public async Task The_command_line_takes_what_the_model_writes_and_says_why_it_did_not()
    {
        await using var chat = await ChatStandIn.StartAsync();

        var right = await RunAsync(chat.Environment(), "right");
        right.ExitCode.ShouldBe(0, right.Errors);
        ShouldBeWritten(Item(right));

        chat.Say = answer => $"{answer}\n{answer}";
        ShouldBeFilled(Item(await RunAsync(chat.Environment(), "surplus")), "is not {");

        chat.Hangs = true;
        ShouldBeFilled(Item(await RunAsync(chat.Environment(0.05), "hangs")), "failed");

        var environment = chat.Environment();
        await chat.DisposeAsync();
        var gone = await RunAsync(environment, "gone");
        gone.ExitCode.ShouldBe(0, gone.Errors);
        ShouldBeFilled(Item(gone), "failed");
        (gone.Output + gone.Errors).ShouldNotContain(ChatStandIn.Key);
    }

    [Fact]
    public async Task A_chat_endpoint_that_is_set_by_half_is_told_in_one_line()
    {
        var run = await RunAsync([("MOTIF_CHAT_URL", "http://127.0.0.1:1/v1")], "half");

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Errors.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain("MOTIF_CHAT_MODEL");
    }

    private static void ShouldBeWritten(JsonNode item)
    {
        (Text(item, "author"), item["refusal"]).ShouldBe(("model", null));
        Text(item, "content").ShouldBe(About(item, "really good rest"));
        item["post_id"].ShouldNotBeNull();
    }

    private static void ShouldBeFilled(JsonNode item, string reason)
    {
        (Text(item, "author"), Text(item, "content")).ShouldBe(("template", About(item, "rest")));
        Text(item, "refusal").ShouldContain(reason);
        item["post_id"].ShouldNotBeNull();
    }

    private static string About(JsonNode item, string topic) =>
        Text(item, "template").Replace("{topic}", topic, StringComparison.Ordinal);

    private static string Text(JsonNode item, string name) => item[name]!.GetValue<string>();

    private static JsonNode Item(CommandRun run) =>
        JsonNode.Parse(run.Output)!["items"]!.AsArray().ShouldHaveSingleItem()!;

    /// <summary>One content for a persona of its own, of a decision whose id makes the draw the same in every run.</summary>
    private static async Task<JsonNode> GenerateAsync(ServeProcess server, string persona)
    {
        using var content = new StringContent(
            JsonSerializer.Serialize(
                new
                {
                    persona_id = persona,
                    topic = "rest",
                    decision_id = persona,
                }
            ),
            Encoding.UTF8,
            "application/json"
        );
        using var answer = await server.Client.PostAsync("/api/v1/content/generate", content);
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBe(200, text);
        return JsonNode.Parse(text)!["items"]!.AsArray().ShouldHaveSingleItem()!;
    }

    private Task<CommandRun> RunAsync((string Name, string? Value)[] environment, string persona) =>
        CommandRun.With(
            _folder.Path,
            environment,
            "content",
            "generate",
            "rest",
            "--persona",
            persona,
            "--decision",
            persona,
            "--json"
        );
}
