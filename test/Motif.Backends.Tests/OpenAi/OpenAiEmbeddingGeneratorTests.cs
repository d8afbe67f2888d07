using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Motif.Backends.Http;
using Motif.Backends.OpenAi;
using Motif.Backends.Tests.Http;
using Motif.Storage;
using Motif.Tests.Shared;

namespace Motif.Backends.Tests.OpenAi;

public sealed class OpenAiEmbeddingGeneratorTests : IAsyncLifetime
{
    private EmbeddingStandIn _endpoint = null!;

    public async Task InitializeAsync() => _endpoint = await EmbeddingStandIn.StartAsync();

    public async Task DisposeAsync() => await _endpoint.DisposeAsync();

    [Fact]
    public async Task Vectors_come_in_the_order_of_the_texts_whatever_the_order_of_the_answer()
    {
        using var generator = Generator();
        string[] texts = ["one", "two", "three"];
        var answer = await generator.GenerateAsync(texts);
        answer
            .Select(e => e.Vector.ToArray())
            .ShouldBe(texts.Select(t => EmbeddingStandIn.Vector("model-a", t)));
        answer.Usage!.InputTokenCount.ShouldBe(9);
        var request = _endpoint.Server.Requests.Single();
        (request.Method, request.Path).ShouldBe(("POST", "/v1/embeddings"));
        request.Headers["Authorization"].ShouldBe("Bearer sk-very-secret");
    }

    [Fact]
    public async Task Texts_are_sent_in_batches()
    {
        using var generator = Generator(o => o with { BatchSize = 64 });
        var texts = Enumerable.Range(0, 150).Select(i => $"text {i}").ToArray();
        var answer = await generator.GenerateAsync(texts);
        answer.Count.ShouldBe(150);
        _endpoint.Inputs().Select(i => i.Length).ShouldBe([64, 64, 22]);
        answer[149].Vector.ToArray().ShouldBe(EmbeddingStandIn.Vector("model-a", "text 149"));
    }

    [Fact]
    public async Task Wanted_dimensions_and_another_model_are_asked_for()
    {
        using var generator = Generator(o => o with { Dimensions = 4 });
        (await generator.GenerateAsync(["a"]))[0].Vector.Length.ShouldBe(4);
        var other = await generator.GenerateAsync(
            ["a"],
            new EmbeddingGenerationOptions { ModelId = "model-b" }
        );
        other[0].ModelId.ShouldBe("model-b");
        other[0].Vector.ToArray().ShouldBe(EmbeddingStandIn.Vector("model-b", "a"));
        JsonNode.Parse(_endpoint.Server.Requests.Last().Body)!["dimensions"].ShouldBeNull();
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_passing_failure_is_tried_again(int status)
    {
        _endpoint.Misbehave = _ =>
            _endpoint.Server.Requests.Count < 3 ? new LoopbackAnswer(status) : null;
        using var generator = Generator();
        (await generator.GenerateAsync(["a"])).Count.ShouldBe(1);
        _endpoint.Server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Waits_grow_with_jitter_and_follow_what_the_endpoint_asks_for()
    {
        var time = new SwiftTime(TimeSpan.FromSeconds(20));
        _endpoint.Misbehave = _ =>
            _endpoint.Server.Requests.Count switch
            {
                1 or 2 => new LoopbackAnswer(500),
                3 => new LoopbackAnswer(429, RetryAfter: "17"),
                4 => new LoopbackAnswer(503, RetryAfter: "Thu, 01 Jan 2026 00:00:30 GMT"),
                _ => null,
            };
        using var generator = Generator(
            o => WithService(o, s => s with { FirstWaitSeconds = 2 }),
            time
        );
        (await generator.GenerateAsync(["a"])).Count.ShouldBe(1);
        var waits = time.Waits.Select(w => w.TotalSeconds).ToArray();
        waits.Length.ShouldBe(4);
        waits[0].ShouldBeInRange(1, 2);
        waits[1].ShouldBeInRange(2, 4);
        waits[2].ShouldBe(17);
        (waits.Sum()).ShouldBe(30, 1e-3);
    }

    [Fact]
    public async Task A_wait_beyond_patience_is_not_waited_for()
    {
        _endpoint.Misbehave = _ => new LoopbackAnswer(
            429,
            """{"error": {"message": "You exceeded your quota"}}""",
            RetryAfter: "86400"
        );
        using var generator = Generator();
        var failed = await FailsAsync(generator);
        failed.IsTransient.ShouldBeTrue();
        failed.Message.ShouldContain("429: You exceeded your quota");
        _endpoint.Server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refusal_is_not_repeated_and_says_why()
    {
        _endpoint.Misbehave = _ => new LoopbackAnswer(
            404,
            """{"error": {"message": "model 'model-a' not found"}}"""
        );
        using var generator = Generator();
        var failed = await FailsAsync(generator);
        failed.IsTransient.ShouldBeFalse();
        failed.Message.ShouldContain("404: model 'model-a' not found");
        _endpoint.Server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(401, """{"error": {"message": "Incorrect API key provided: sk-very-secret"}}""")]
    [InlineData(400, """{"error": "bad key sk-very-secret in request"}""")]
    [InlineData(500, "sk-very-secret")]
    public async Task The_key_is_in_no_error(int status, string answer)
    {
        _endpoint.Misbehave = _ => new LoopbackAnswer(status, answer);
        using var generator = Generator(o => WithService(o, s => s with { Retries = 0 }));
        var failed = await FailsAsync(generator);
        failed.ToString().ShouldNotContain("sk-very-secret");
        failed.Message.ShouldContain($"answered {status}");
        _endpoint.Options().ToString().ShouldNotContain("secret");
    }

    [Fact]
    public async Task The_key_does_not_follow_a_redirect()
    {
        await using var elsewhere = await EmbeddingStandIn.StartAsync();
        _endpoint.Misbehave = _ => new LoopbackAnswer(
            307,
            Location: new Uri(elsewhere.Server.Address, "v1/embeddings").AbsoluteUri
        );
        using var generator = Generator();
        (await FailsAsync(generator)).Message.ShouldContain("answered 307");
        elsewhere.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_slow_endpoint_is_given_up_in_time()
    {
        var release = new TaskCompletionSource();
        _endpoint.Delay = () => release.Task;
        using var generator = Generator(o =>
            WithService(o, s => s with { TimeoutSeconds = 0.1, Retries = 1 })
        );
        var failed = await FailsAsync(generator);
        release.SetResult();
        failed.IsTransient.ShouldBeTrue();
        failed.Message.ShouldContain("did not answer in time");
        // On a busy machine an attempt may end before it reached the endpoint.
        _endpoint.Server.Requests.Count.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task After_a_row_of_failures_the_circuit_opens_and_closes_again_by_itself()
    {
        _endpoint.Server.IsDown = true;
        using var generator = Generator(o =>
            WithService(o, s => s with { Retries = 0, BreakAfterAttempts = 3 })
        );
        generator.Circuit.ShouldBe("closed");
        for (var i = 0; i < 3; i++)
            (await FailsAsync(generator)).Message.ShouldContain("cannot be reached");
        generator.Circuit.ShouldBe("open");
        var asked = _endpoint.Server.Requests.Count;
        (await FailsAsync(generator)).Message.ShouldContain("left alone");
        _endpoint.Server.Requests.Count.ShouldBe(asked);

        _endpoint.Server.IsDown = false;
        await Eventually.HoldsAsync(async () => (await TryAsync(generator)) is null);
        generator.Circuit.ShouldBe("closed");
    }

    [Fact]
    public async Task A_vector_of_another_dimension_than_before_is_refused()
    {
        using var generator = Generator();
        await generator.GenerateAsync(["a"]);
        _endpoint.Misbehave = r => EmbeddingStandIn.Right(r, dimensions: 3);
        var failed = await FailsAsync(generator);
        failed.IsTransient.ShouldBeFalse();
        failed.Message.ShouldContain("3 dimensions where model-a has 8");
    }

    [Theory]
    [InlineData("""{"data": []}""", "lacks vectors")]
    [InlineData("""{"data": [{"index": 1, "embedding": [1]}]}""", "index 1")]
    [InlineData("""{"data": [{"index": 0, "embedding": []}]}""", "0 dimensions")]
    [InlineData("""{"data": [{"index": 0, "embedding": [1e400]}]}""", "no finite number")]
    [InlineData("""{"data": [{"index": 0, "embedding": "AAAA"}]}""", "shape")]
    [InlineData("""{"object": "list"}""", "shape")]
    [InlineData("<html>", "no JSON")]
    public async Task An_answer_of_another_shape_is_refused(string answer, string why)
    {
        _endpoint.Misbehave = _ => new LoopbackAnswer(200, answer);
        using var generator = Generator();
        (await FailsAsync(generator)).Message.ShouldContain(why);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_let_go()
    {
        var release = new TaskCompletionSource();
        _endpoint.Delay = () => release.Task;
        using var generator = Generator();
        using var stop = new CancellationTokenSource();
        var waiting = generator.GenerateAsync(["a"], cancellationToken: stop.Token);
        await Eventually.HoldsAsync(() => !_endpoint.Server.Requests.IsEmpty);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        release.SetResult();
    }

    private OpenAiEmbeddingGenerator Generator(
        Func<EmbeddingEndpointOptions, EmbeddingEndpointOptions>? change = null,
        TimeProvider? time = null
    ) =>
        new(
            change?.Invoke(_endpoint.Options()) ?? _endpoint.Options(),
            time ?? TimeProvider.System
        );

    private static EmbeddingEndpointOptions WithService(
        EmbeddingEndpointOptions options,
        Func<RemoteServiceOptions, RemoteServiceOptions> change
    ) => options with { Service = change(options.Service) };

    private static Task<BackendException> FailsAsync(OpenAiEmbeddingGenerator generator) =>
        Should.ThrowAsync<BackendException>(() => generator.GenerateAsync(["a"]));

    private static async Task<BackendException?> TryAsync(OpenAiEmbeddingGenerator generator)
    {
        try
        {
            await generator.GenerateAsync(["a"]);
            return null;
        }
        catch (BackendException exception)
        {
            return exception;
        }
    }
}
