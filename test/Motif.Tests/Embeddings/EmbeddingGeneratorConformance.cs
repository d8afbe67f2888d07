using Microsoft.Extensions.AI;

namespace Motif.Tests.Embeddings;

/// <summary>What every embedding generator of Motif keeps, whatever it asks.</summary>
public abstract class EmbeddingGeneratorConformance : IAsyncLifetime
{
    private static readonly string[] Texts =
    [
        "retry a failed call with growing pauses",
        "Café, naïve Ünïcode and £3 or $5",
        "cache",
        "日本語のテキスト 한국어 🙂",
        "keep a\nlist\tof _private_ names = [1, 2]",
        "the weather in Paris is lovely in spring",
        "lone \ud800 surrogate",
        "retry a failed call",
    ];

    private IEmbeddingGenerator<string, Embedding<float>> _generator = null!;

    /// <summary>Whether a text without a word is answered by itself; a bare endpoint leaves that to the cache before it.</summary>
    protected virtual bool KnowsEmptyTexts => true;

    protected abstract Task<IEmbeddingGenerator<string, Embedding<float>>> CreateAsync();

    protected virtual Task StopAsync() => Task.CompletedTask;

    public async Task InitializeAsync() => _generator = await CreateAsync();

    public async Task DisposeAsync()
    {
        _generator.Dispose();
        _generator.Dispose();
        await StopAsync();
    }

    [Fact]
    public async Task Vectors_come_in_the_order_of_the_texts_and_are_the_same_alone_and_in_any_company()
    {
        var alone = new List<float[]>();
        foreach (var text in Texts)
            alone.Add(await VectorAsync(text));
        var twice = Texts.Concat(Texts.Reverse()).ToArray();
        var together = await VectorsAsync(twice);
        together.Count.ShouldBe(twice.Length);
        for (var i = 0; i < twice.Length; i++)
            together[i].ShouldBe(alone[Array.IndexOf(Texts, twice[i])], twice[i]);
        alone[0].ShouldNotBe(alone[5]);
    }

    [Fact]
    public async Task No_text_gives_no_vector() => (await VectorsAsync([])).ShouldBeEmpty();

    [Fact]
    public async Task A_text_without_a_word_is_similar_to_nothing()
    {
        if (!KnowsEmptyTexts)
            return;
        foreach (var vector in await VectorsAsync(["", " \n\t "]))
            vector.ShouldAllBe(component => component == 0);
        (await VectorsAsync(["", "cache"]))[1].ShouldContain(component => component != 0);
    }

    [Fact]
    public async Task Every_vector_has_the_dimensions_of_the_model_and_finite_components()
    {
        string[] hostile =
        [
            new string('x', 100_000),
            string.Concat(Enumerable.Repeat("word 🙂 ", 20_000)),
            "\u0000\u0001\u202e\ufeff control",
            new string('\u0301', 3_000),
        ];
        var vectors = await VectorsAsync([.. Texts, .. hostile]);
        vectors.Select(vector => vector.Length).Distinct().Count().ShouldBe(1);
        vectors.SelectMany(vector => vector).ShouldAllBe(component => float.IsFinite(component));
        if (Metadata.DefaultModelDimensions is { } dimensions)
            vectors[0].Length.ShouldBe(dimensions);
    }

    [Fact]
    public async Task A_model_says_who_it_is()
    {
        Metadata.ProviderName.ShouldNotBeNullOrEmpty();
        Metadata.DefaultModelId.ShouldNotBeNullOrEmpty();
        (await _generator.GenerateAsync(["cache"]))[0].ModelId.ShouldBe(Metadata.DefaultModelId);
        _generator.GetService(_generator.GetType()).ShouldBeSameAs(_generator);
        _generator.GetService(typeof(EmbeddingGeneratorMetadata), "key").ShouldBeNull();
        _generator.GetService(typeof(string)).ShouldBeNull();
    }

    [Fact]
    public async Task A_call_that_was_cancelled_gives_nothing()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
            await _generator.GenerateAsync(["never seen before"], null, stop.Token)
        );
        // It is as good as before.
        (await VectorAsync("never seen before")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Many_callers_get_what_one_gets()
    {
        var alone = await VectorsAsync(Texts);
        var calls = Enumerable
            .Range(0, 16)
            .Select(turn =>
                Task.Run(() => VectorsAsync([.. Texts.Skip(turn % 8), .. Texts.Take(turn % 8)]))
            )
            .ToList();
        for (var turn = 0; turn < calls.Count; turn++)
        {
            var got = await calls[turn];
            for (var i = 0; i < got.Count; i++)
                got[i].ShouldBe(alone[(i + turn) % Texts.Length]);
        }
    }

    [Fact]
    public async Task Null_is_refused() =>
        await Should.ThrowAsync<ArgumentNullException>(async () =>
            await _generator.GenerateAsync(null!)
        );

    private EmbeddingGeneratorMetadata Metadata =>
        _generator
            .GetService(typeof(EmbeddingGeneratorMetadata))
            .ShouldBeOfType<EmbeddingGeneratorMetadata>();

    private async Task<float[]> VectorAsync(string text) => (await VectorsAsync([text]))[0];

    private async Task<List<float[]>> VectorsAsync(string[] texts) =>
        [.. (await _generator.GenerateAsync(texts)).Select(e => e.Vector.ToArray())];
}
