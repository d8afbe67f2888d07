using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Motif.Onnx;
using Motif.Storage;
using Motif.Tests;

namespace Motif.Backends.Tests.Onnx;

public sealed class OnnxEmbeddingGeneratorTests
{
    [Fact]
    public async Task A_vector_is_the_same_bit_for_bit_alone_and_in_a_large_import()
    {
        using var generator = new OnnxEmbeddingGenerator(ShippedModel.Folder);
        var texts = Directory
            .EnumerateFiles(
                Path.Combine(Repository.Root, "specs"),
                "*.md",
                SearchOption.AllDirectories
            )
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Where(line => line.Length > 0)
            .Chunk(3)
            .Select((lines, i) => string.Join('\n', lines.Take(1 + (i % 3))))
            .Distinct(StringComparer.Ordinal)
            .Take(300)
            .ToList();
        texts.Count.ShouldBe(300);
        var together = await VectorsAsync(generator, texts);
        for (var i = 0; i < texts.Count; i++)
            (await VectorsAsync(generator, [texts[i]]))[0].ShouldBe(together[i], texts[i]);
        foreach (var vector in together)
            TensorPrimitives.Norm<float>(vector).ShouldBe(1, 1e-5f);
    }

    [Fact]
    public async Task Meaning_is_near_where_no_word_is_shared()
    {
        using var generator = new OnnxEmbeddingGenerator(ShippedModel.Folder);
        var vectors = await VectorsAsync(
            generator,
            [
                "the network call fails now and then, try again with growing pauses",
                "retry transient failures with exponential backoff",
                "I forgot my login credentials and can't sign in",
                "How do I reset my password?",
            ]
        );
        var strangers = MathF.Max(Cosine(0, 3), Cosine(1, 2));
        Cosine(0, 1).ShouldBeGreaterThan(strangers + 0.1f);
        Cosine(2, 3).ShouldBeGreaterThan(strangers + 0.3f);

        float Cosine(int left, int right) =>
            TensorPrimitives.Dot<float>(vectors[left], vectors[right]);
    }

    [Fact]
    public async Task Accents_do_not_make_a_word_unknown()
    {
        using var generator = new OnnxEmbeddingGenerator(ShippedModel.Folder);
        var vectors = await VectorsAsync(
            generator,
            ["Café in Zürich", "cafe\u0301 in zu\u0308rich", "cafe in zurich"]
        );
        vectors[1].ShouldBe(vectors[0]);
        vectors[2].ShouldBe(vectors[0]);
    }

    [Fact]
    public async Task What_lies_beyond_the_length_is_not_read()
    {
        using var generator = new OnnxEmbeddingGenerator(ShippedModel.Folder);
        var start = string.Join(' ', Enumerable.Repeat("retry the call", 100));
        var vectors = await VectorsAsync(generator, [start, start + " and bake a cake"]);
        vectors[1].ShouldBe(vectors[0]);
    }

    [Fact]
    public async Task An_import_can_be_cancelled_in_its_midst()
    {
        using var generator = new OnnxEmbeddingGenerator(ShippedModel.Folder);
        using var stop = new CancellationTokenSource();
        var read = 0;
        var texts = Enumerable.Range(0, 100_000).Select(Text);
        await Should.ThrowAsync<OperationCanceledException>(async () =>
            await generator.GenerateAsync(texts, null, stop.Token)
        );
        read.ShouldBe(100_000);
        (await VectorsAsync(generator, ["cache"]))[0].ShouldContain(component => component != 0);

        string Text(int number)
        {
            if (++read == 100_000)
                stop.Cancel();
            return $"text number {number}";
        }
    }

    [Fact]
    public async Task A_generator_that_is_closed_in_the_midst_of_runs_lets_them_end()
    {
        for (var round = 0; round < 10; round++)
        {
            var generator = new OnnxEmbeddingGenerator(ShippedModel.Folder);
            await VectorsAsync(generator, ["open"]);
            var runs = Enumerable
                .Range(0, 8)
                .Select(i =>
                    VectorsAsync(generator, [$"a text that is read by run {i}", "another"])
                )
                .ToList();
            generator.Dispose();
            foreach (var run in runs)
            {
                try
                {
                    (await run).Count.ShouldBe(2);
                }
                catch (ObjectDisposedException)
                {
                    // It came too late, which it may.
                }
            }
        }
    }

    [Fact]
    public async Task Generators_of_one_model_share_it_and_outlive_each_other()
    {
        var first = new OnnxEmbeddingGenerator(ShippedModel.Folder);
        using var second = new OnnxEmbeddingGenerator(ShippedModel.Folder);
        var vector = (await VectorsAsync(first, ["cache"]))[0];
        (await VectorsAsync(second, ["cache"]))[0].ShouldBe(vector);
        first.Dispose();
        (await VectorsAsync(second, ["cache"]))[0].ShouldBe(vector);
        await Should.ThrowAsync<ObjectDisposedException>(async () =>
            await first.GenerateAsync(["cache"])
        );
    }

    [Fact]
    public async Task Another_model_or_length_cannot_be_asked_for()
    {
        using var generator = new OnnxEmbeddingGenerator(ShippedModel.Folder);
        foreach (
            var options in new[]
            {
                new EmbeddingGenerationOptions { ModelId = "another" },
                new EmbeddingGenerationOptions { Dimensions = 10 },
            }
        )
            (
                await Should.ThrowAsync<BackendException>(async () =>
                    await generator.GenerateAsync(["cache"], options)
                )
            ).IsTransient.ShouldBeFalse();
    }

    [Fact]
    public async Task Pooling_prefix_and_length_of_a_folder_are_followed_and_name_its_space()
    {
        using var folder = new TemporaryFolder();
        (string Name, string Description)[] others =
        [
            ("cls", """{"name": "mine", "pooling": "cls", "length": 256}"""),
            (
                "prefix",
                """{"name": "mine", "pooling": "mean", "length": 256, "prefix": "query: "}"""
            ),
            ("short", """{"name": "mine", "pooling": "mean", "length": 5}"""),
        ];
        var models = new HashSet<string>(StringComparer.Ordinal);
        using var shipped = new OnnxEmbeddingGenerator(ShippedModel.Folder);
        models.Add(shipped.Model).ShouldBeTrue();
        var usual = (await VectorsAsync(shipped, ["retry the failed call again"]))[0];
        foreach (var (name, description) in others)
        {
            ShippedModel.CopyTo(folder.File(name), description);
            using var other = new OnnxEmbeddingGenerator(folder.File(name));
            models.Add(other.Model).ShouldBeTrue(name);
            (await VectorsAsync(other, ["retry the failed call again"]))[0]
                .ShouldNotBe(usual, name);
            if (name == "prefix")
                (await VectorsAsync(shipped, ["query: retry"]))[0]
                    .ShouldBe((await VectorsAsync(other, ["retry"]))[0]);
        }
        shipped.Model.ShouldStartWith("all-MiniLM-L6-v2-nb8-32-wordpiece-256-");
    }

    private static async Task<List<float[]>> VectorsAsync(
        OnnxEmbeddingGenerator generator,
        IEnumerable<string> texts
    ) => [.. (await generator.GenerateAsync(texts)).Select(e => e.Vector.ToArray())];
}
