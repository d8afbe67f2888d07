using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.OpenAi;
using Motif.Backends.Tests.Http;
using Motif.Catalog;
using Motif.Content.Generation;
using Motif.Storage;

namespace Motif.Backends.Tests.OpenAi;

/// <summary>A language model behind an endpoint: what it may say, and what becomes of contents when it says something else.</summary>
public sealed class OpenAiChatClientTests : IAsyncLifetime
{
    private LoopbackServer _endpoint = null!;
    private Func<LoopbackRequest, Task<LoopbackAnswer>> _answer = _ => Say("hello");

    public async Task InitializeAsync() =>
        _endpoint = await LoopbackServer.StartAsync(request => _answer(request));

    public async Task DisposeAsync() => await _endpoint.DisposeAsync();

    [Fact]
    public async Task A_question_is_asked_as_the_protocol_wants_it()
    {
        using var chat = Client();
        var answer = await chat.GetResponseAsync(
            [new ChatMessage(ChatRole.System, "be brief"), new ChatMessage(ChatRole.User, "hi")],
            new ChatOptions { ResponseFormat = ChatResponseFormat.Json }
        );

        answer.Text.ShouldBe("hello");
        var request = _endpoint.Requests.Single();
        (request.Method, request.Path).ShouldBe(("POST", "/v1/chat/completions"));
        request.Headers["Authorization"].ShouldBe("Bearer sk-very-secret");
        JsonNode
            .DeepEquals(
                JsonNode.Parse(request.Body),
                JsonNode.Parse(
                    """
                    {"model": "model-a", "response_format": {"type": "json_object"},
                     "messages": [{"role": "system", "content": "be brief"}, {"role": "user", "content": "hi"}]}
                    """
                )
            )
            .ShouldBeTrue(request.Body);
    }

    [Fact]
    public async Task A_stream_is_the_whole_answer()
    {
        using var chat = Client();
        var text = "";
        await foreach (var update in chat.GetStreamingResponseAsync([new(ChatRole.User, "hi")]))
            text += update.Text;
        text.ShouldBe("hello");
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"choices": []}""")]
    [InlineData("""{"choices": [7]}""")]
    [InlineData("""{"choices": [{"message": {"content": 7}}]}""")]
    [InlineData("""{"choices": [{"message": {"content": null}}]}""")]
    [InlineData("""{"choices": [{"message": {"content": "\ud800"}}]}""")]
    [InlineData("""{"choices": [{"finish_reason": "length", "message": {"content": "hel"}}]}""")]
    [InlineData(
        """{"choices": [{"finish_reason": "content_filter", "message": {"content": ""}}]}"""
    )]
    public async Task An_answer_of_another_shape_or_without_an_end_is_refused(string body)
    {
        _answer = _ => Task.FromResult(new LoopbackAnswer(200, body));
        using var chat = Client();
        var exception = await Should.ThrowAsync<BackendException>(() =>
            chat.GetResponseAsync([new(ChatRole.User, "hi")])
        );
        exception.ToString().ShouldNotContain("sk-very-secret");
    }

    [Fact]
    public async Task A_content_that_a_model_wrote_under_its_template_is_taken()
    {
        _answer = request =>
        {
            var asked = JsonNode.Parse(request.Body)!["messages"]![1]!["content"]!;
            var question = JsonNode.Parse(asked.GetValue<string>())!;
            return Say(
                new JsonObject
                {
                    ["content"] = question["template"]!
                        .GetValue<string>()
                        .Replace("{topic}", "slow and honest rest", StringComparison.Ordinal),
                }.ToJsonString()
            );
        };
        foreach (var item in await GenerateAsync(3))
        {
            (item.Author, item.Refusal).ShouldBe((ContentAuthor.Model, null));
            item.Content.ShouldContain("slow and honest rest");
            item.PostId.ShouldNotBeNull();
        }
    }

    [Theory]
    [InlineData("Sure! Here is your post: rest wins.")]
    [InlineData("""{"content": "Buy my course now, it is cheap and you will never regret it!"}""")]
    public async Task A_content_that_left_its_template_is_not_posted(string said)
    {
        _answer = _ => Say(said);
        foreach (var item in await GenerateAsync(2))
        {
            item.Author.ShouldBe(ContentAuthor.Template);
            item.Content.ShouldContain("rest");
            item.Refusal.ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task A_model_that_hangs_is_given_up_and_every_content_is_there()
    {
        using var never = new CancellationTokenSource();
        _answer = async _ =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, never.Token);
            return new LoopbackAnswer(200);
        };
        var items = await GenerateAsync(12, timeoutSeconds: 0.3);
        await never.CancelAsync();
        items.Count.ShouldBe(12);
        items.ShouldAllBe(i => i.Author == ContentAuthor.Template && i.Refusal != null);
        // Twelve contents were not twelve times waited for: after two attempts that failed it is left alone.
        _endpoint.Requests.Count.ShouldBeLessThan(7);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(500)]
    public async Task A_model_that_refuses_is_no_failure_and_its_key_is_not_shown(int status)
    {
        _answer = _ =>
            Task.FromResult(
                new LoopbackAnswer(status, """{"error": {"message": "bad key sk-very-secret"}}""")
            );
        var item = (await GenerateAsync(1)).ShouldHaveSingleItem();
        item.Author.ShouldBe(ContentAuthor.Template);
        item.Refusal!.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("not a url", "m", null, "MOTIF_CHAT_URL")]
    [InlineData("ftp://example.org", "m", null, "MOTIF_CHAT_URL")]
    [InlineData("http://user:hunter2@example.org", "m", null, "MOTIF_CHAT_KEY")]
    [InlineData("http://example.org", null, null, "MOTIF_CHAT_MODEL")]
    [InlineData("http://example.org", "m", "soon", "MOTIF_CHAT_TIMEOUT_SECONDS")]
    [InlineData("http://example.org", "m", "0", "MOTIF_CHAT_TIMEOUT_SECONDS")]
    public void What_cannot_be_read_is_told_by_its_variable(
        string url,
        string? model,
        string? timeout,
        string named
    )
    {
        var exception = Should.Throw<ValidationException>(() =>
            ChatEndpointOptions.FromEnvironment(name =>
                name switch
                {
                    "MOTIF_CHAT_URL" => url,
                    "MOTIF_CHAT_MODEL" => model,
                    "MOTIF_CHAT_TIMEOUT_SECONDS" => timeout,
                    _ => null,
                }
            )
        );
        exception.Message.ShouldContain(named);
        exception.Message.ShouldNotContain("hunter2");
    }

    private static Task<LoopbackAnswer> Say(string text) =>
        Task.FromResult(
            new LoopbackAnswer(
                200,
                new JsonObject
                {
                    ["choices"] = new JsonArray(
                        new JsonObject
                        {
                            ["finish_reason"] = "stop",
                            ["message"] = new JsonObject
                            {
                                ["role"] = "assistant",
                                ["content"] = text,
                            },
                        }
                    ),
                }.ToJsonString()
            )
        );

    private OpenAiChatClient Client() =>
        new(
            ChatEndpointOptions.FromEnvironment(name => Variable(name, 5))! with
            {
                Service = new() { FirstWaitSeconds = 0.001, Retries = 1 },
            },
            TimeProvider.System
        );

    private string? Variable(string name, double timeoutSeconds) =>
        name switch
        {
            "MOTIF_CHAT_URL" => new Uri(_endpoint.Address, "v1").AbsoluteUri,
            "MOTIF_CHAT_MODEL" => "model-a",
            "MOTIF_CHAT_KEY" => "sk-very-secret",
            "MOTIF_CHAT_TIMEOUT_SECONDS" => $"{timeoutSeconds}",
            _ => null,
        };

    /// <summary>As a server does it that the environment tells of the endpoint.</summary>
    private async Task<IReadOnlyList<GeneratedContent>> GenerateAsync(
        int count,
        double timeoutSeconds = 5
    )
    {
        var backend = new SqliteBackend();
        var setting = await backend.CreateAsync();
        try
        {
            var services = new ServiceCollection();
            services
                .AddMotif()
                .UseDatabase(setting)
                .UseChat(name => Variable(name, timeoutSeconds));
            await using var server = services.BuildServiceProvider();
            CatalogueAnswer<GeneratedContents> answer = await server
                .GetRequiredService<ContentGenerator>()
                .GenerateAsync(new GenerateRequest("ada", "rest", count), default);
            answer.Problem.ShouldBeNull();
            return answer.Value!.Items;
        }
        finally
        {
            await backend.DropAsync(setting);
        }
    }
}
