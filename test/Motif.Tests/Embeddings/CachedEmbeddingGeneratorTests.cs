using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using Motif.Embeddings;
using Motif.Storage;
using Motif.Tests.Shared;

namespace Motif.Tests.Embeddings;

public sealed class CachedEmbeddingGeneratorTests : IDisposable
{
    private readonly CountingGenerator _model = new();
    private readonly MemoryCache _cache = new();
    private readonly CachedEmbeddingGenerator _cached;

    public CachedEmbeddingGeneratorTests() =>
        _cached = new CachedEmbeddingGenerator(_model, _cache, TimeProvider.System, capacity: 3);

    public void Dispose() => _cached.Dispose();

    [Fact]
    public async Task A_text_is_embedded_once()
    {
        var first = await _cached.GenerateAsync(["a", "bb", "a"]);
        first.Select(e => e.Vector.Span[0]).ShouldBe([1, 2, 1]);
        (await _cached.GenerateAsync(["bb", " a\r\n"]))
            .Select(e => e.Vector.Span[0])
            .ShouldBe([2, 1]);
        _model.Asked.ShouldBe(["a", "bb"]);
        (_cached.Hits, _cached.Misses).ShouldBe((2, 2));
    }

    [Fact]
    public async Task An_empty_text_is_never_sent()
    {
        var answer = await _cached.GenerateAsync(["", "  \n", "a"]);
        answer.Select(e => e.Vector.Length).ShouldBe([0, 0, 1]);
        _model.Asked.ShouldBe(["a"]);
    }

    [Fact]
    public async Task Equal_requests_at_the_same_time_are_one()
    {
        _model.Gate = new TaskCompletionSource();
        var waiting = Enumerable
            .Range(0, 20)
            .Select(i => _cached.GenerateAsync(["same", $"own {i}"]))
            .ToList();
        _model.Gate.SetResult();
        foreach (var answer in await Task.WhenAll(waiting))
            answer[0].Vector.Span[0].ShouldBe(4);
        _model.Asked.Count(t => t == "same").ShouldBe(1);
        _model.Asked.Count.ShouldBe(21);
    }

    [Fact]
    public async Task Who_gives_up_does_not_take_it_from_the_others()
    {
        _model.Gate = new TaskCompletionSource();
        using var stop = new CancellationTokenSource();
        var first = _cached.GenerateAsync(["same"], cancellationToken: stop.Token);
        var second = _cached.GenerateAsync(["same"]);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        _model.Gate.SetResult();
        (await second)[0].Vector.Span[0].ShouldBe(4);
    }

    [Fact]
    public async Task A_failure_reaches_everybody_and_is_not_remembered()
    {
        _model.Failure = new HttpRequestException("down");
        _model.Gate = new TaskCompletionSource();
        var waiting = new[] { _cached.GenerateAsync(["a"]), _cached.GenerateAsync(["a", "b"]) };
        _model.Gate.SetResult();
        foreach (var one in waiting)
            await Should.ThrowAsync<HttpRequestException>(() => one);
        _model.Failure = null;
        (await _cached.GenerateAsync(["a"]))[0].Vector.Span[0].ShouldBe(1);
    }

    [Fact]
    public async Task What_memory_forgot_comes_from_the_database()
    {
        await _cached.GenerateAsync(["a", "bb", "ccc", "dddd"]);
        await _cached.GenerateAsync(["a"]);
        _model.Asked.Count.ShouldBe(4);
        using var restarted = new CachedEmbeddingGenerator(_model, _cache, TimeProvider.System);
        (await restarted.GenerateAsync(["dddd"]))[0].Vector.Span[0].ShouldBe(4);
        _model.Asked.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Models_and_dimensions_are_kept_apart()
    {
        await _cached.GenerateAsync(["a"]);
        await _cached.GenerateAsync(["a"], new EmbeddingGenerationOptions { ModelId = "other" });
        await _cached.GenerateAsync(["a"], new EmbeddingGenerationOptions { Dimensions = 5 });
        await _cached.GenerateAsync(["a"], new EmbeddingGenerationOptions { ModelId = "other" });
        _model.Asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_database_that_takes_no_vector_is_counted_and_stops_nobody()
    {
        _cache.Failure = new BackendException("sqlite", "store", "disk full", isTransient: false);
        (await _cached.GenerateAsync(["a"]))[0].Vector.Span[0].ShouldBe(1);
        await Eventually.HoldsAsync(() => _cached.StoreFailures == 1);
    }

    /// <summary>The vector of a text is its length.</summary>
    private sealed class CountingGenerator : IEmbeddingGenerator<string, Embedding<float>>
    {
        public ConcurrentQueue<string> Asked { get; } = new();

        public TaskCompletionSource? Gate { get; set; }

        public Exception? Failure { get; set; }

        public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values,
            EmbeddingGenerationOptions? options = null,
            CancellationToken cancellationToken = default
        )
        {
            if (Gate is not null)
                await Gate.Task.WaitAsync(cancellationToken);
            if (Failure is not null)
                throw Failure;
            var answer = new GeneratedEmbeddings<Embedding<float>>();
            foreach (var text in values)
            {
                Asked.Enqueue(text);
                answer.Add(new Embedding<float>(new float[] { text.Length }));
            }
            return answer;
        }

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(EmbeddingGeneratorMetadata)
                ? new EmbeddingGeneratorMetadata("test", defaultModelId: "counting")
                : null;

        public void Dispose() { }
    }

    private sealed class MemoryCache : IEmbeddingCache
    {
        private readonly ConcurrentDictionary<string, float[]> _vectors = new(
            StringComparer.Ordinal
        );

        public BackendException? Failure { get; set; }

        public Task<IReadOnlyDictionary<string, float[]>> FindAsync(
            IReadOnlyCollection<string> keys,
            CancellationToken cancellationToken
        ) =>
            Task.FromResult<IReadOnlyDictionary<string, float[]>>(
                keys.Where(_vectors.ContainsKey)
                    .ToDictionary(k => k, k => _vectors[k], StringComparer.Ordinal)
            );

        public Task StoreAsync(
            IReadOnlyDictionary<string, float[]> vectors,
            DateTimeOffset at,
            CancellationToken cancellationToken
        )
        {
            if (Failure is not null)
                throw Failure;
            foreach (var (key, vector) in vectors)
                _vectors.TryAdd(key, vector);
            return Task.CompletedTask;
        }

        public Task<int> TrimAsync(int most, CancellationToken cancellationToken) =>
            Task.FromResult(0);
    }
}
