using Microsoft.Extensions.AI;
using Motif.Embeddings;
using Motif.Embeddings.Training;
using Motif.Text;

namespace Motif.Tests.Embeddings;

public sealed class LexiconTests
{
    private static readonly TextAnalyzer Analyzer = new();

    [Fact]
    public void The_shipped_lexicon_knows_what_belongs_together()
    {
        var lexicon = Lexicon.Default;

        var deploy = lexicon.Embed("deploy containers to a kubernetes cluster", Analyzer);

        Cosine(deploy, lexicon.Embed("run pods on k8s nodes", Analyzer))
            .ShouldBeGreaterThan(
                Cosine(deploy, lexicon.Embed("write a sql query with a join", Analyzer)) + 0.2
            );
    }

    [Fact]
    public async Task The_generator_gives_unit_vectors_and_names_its_model()
    {
        using var generator = new LexiconEmbeddingGenerator(Lexicon.Default, Analyzer);

        var embeddings = await generator.GenerateAsync(["retry failed requests", ""]);

        embeddings[0].Dimensions.ShouldBe(300);
        Cosine(embeddings[0].Vector.ToArray(), embeddings[0].Vector.ToArray()).ShouldBe(1, 1e-5);
        embeddings[0].ModelId.ShouldBe(Lexicon.Default.Name);
        embeddings[1].Vector.ToArray().ShouldAllBe(value => value == 0);
        generator.GetService<EmbeddingGeneratorMetadata>()!.DefaultModelDimensions.ShouldBe(300);
    }

    [Fact]
    public void A_lexicon_survives_its_file_and_a_damaged_file_is_refused()
    {
        using var stream = new MemoryStream();
        LexiconFile.Write(Train(), stream);
        var bytes = stream.ToArray();

        var read = LexiconFile.Read(new MemoryStream(bytes));
        read.Embed("cache server", Analyzer).ShouldBe(Train().Embed("cache server", Analyzer));

        bytes[^40] ^= 1;
        Should
            .Throw<InvalidDataException>(() => LexiconFile.Read(new MemoryStream(bytes)))
            .Message.ShouldContain("checksum");
        Should
            .Throw<InvalidDataException>(() => LexiconFile.Read(new MemoryStream([1, 2, 3])))
            .Message.ShouldContain("MOTIFLEX");
    }

    [Fact]
    public void The_same_text_and_seed_give_the_same_bytes()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        LexiconFile.Write(Train(), first);
        LexiconFile.Write(Train(), second);

        second.ToArray().ShouldBe(first.ToArray());
    }

    [Fact]
    public void Training_brings_a_heading_near_its_text()
    {
        var lexicon = Train();

        var cache = lexicon.Embed("cache", Analyzer);

        Cosine(cache, lexicon.Embed("memory entries expire", Analyzer))
            .ShouldBeGreaterThan(Cosine(cache, lexicon.Embed("login password token", Analyzer)));
    }

    [Fact]
    public void Too_little_text_is_refused_with_a_reason()
    {
        var trainer = new LexiconTrainer(Analyzer, new LexiconTrainingOptions());

        Should
            .Throw<InvalidDataException>(() => trainer.Train([new("a", "b", "c")]))
            .Message.ShouldContain("give more text");
    }

    private static Lexicon Train()
    {
        var random = new Random(3);
        string[][] topics =
        [
            [
                "cache",
                "memory",
                "entries",
                "expire",
                "evict",
                "server",
                "store",
                "fast",
                "key",
                "value",
            ],
            [
                "login",
                "password",
                "token",
                "session",
                "user",
                "secret",
                "hash",
                "account",
                "identity",
                "role",
            ],
        ];
        var sections = Enumerable
            .Range(0, 200)
            .Select(number => topics[number % 2])
            .Select(words => new TrainingSection(
                "guide",
                words[0],
                string.Join(' ', Enumerable.Range(0, 5).Select(_ => Sentence(words)))
            ))
            .ToList();
        var options = new LexiconTrainingOptions
        {
            Dimensions = 16,
            Steps = 60,
            BatchSize = 32,
        };
        return new LexiconTrainer(Analyzer, options).Train(sections);

        string Sentence(string[] words) =>
            string.Join(' ', Enumerable.Range(0, 6).Select(_ => words[random.Next(words.Length)]))
            + ".";
    }

    private static double Cosine(float[] left, float[] right) =>
        System.Numerics.Tensors.TensorPrimitives.CosineSimilarity<float>(left, right);
}
