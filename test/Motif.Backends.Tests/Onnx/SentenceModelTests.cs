using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.OpenAi;
using Motif.Backends.Tests.OpenAi;
using Motif.Embeddings;
using Motif.Matching.Indexing;
using Motif.Onnx;
using Motif.Storage;
using Motif.Vectors;

namespace Motif.Backends.Tests.Onnx;

public sealed class SentenceModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("model.onnx", "", "is damaged")]
    [InlineData("vocab.txt", "", "is damaged")]
    [InlineData("model.json", "{", "model.json")]
    [InlineData("model.json", """{"name": "m", "pooling": "mean"}""", "length")]
    [InlineData("model.json", """{"name": "m", "length": 99}""", "pooling")]
    [InlineData("model.json", """{"name": "m", "pooling": "max", "length": 99}""", "pooling")]
    [InlineData("model.json", """{"name": "m", "pooling": "mean", "length": 9999}""", "Length")]
    [InlineData("model.json", """{"name": "a b", "pooling": "mean", "length": 99}""", "Name")]
    [InlineData(
        "model.json",
        """{"name": "m", "pooling": "mean", "length": 99, "network": "../model.onnx"}""",
        "same folder"
    )]
    [InlineData(
        "model.json",
        """{"name": "m", "pooling": "mean", "length": 99, "network": "other.onnx"}""",
        "other.onnx"
    )]
    [InlineData(
        "model.json",
        """{"name": "m", "pooling": "mean", "length": 99, "network": "vocab.txt"}""",
        "ONNX Runtime"
    )]
    [InlineData(
        "model.json",
        """{"name": "m", "pooling": "mean", "length": 99, "vocabulary": "NOTICE.md"}""",
        "NOTICE.md"
    )]
    public void A_folder_that_the_user_named_is_refused_in_one_sentence(
        string file,
        string content,
        string says
    )
    {
        var folder = _folder.File("model");
        ShippedModel.CopyTo(folder);
        File.WriteAllText(Path.Combine(folder, file), content);
        var refused = Should.Throw<ValidationException>(() => SentenceModel.Choose(folder));
        refused.Message.ShouldStartWith($"MOTIF_MODEL is '{folder}': ");
        refused.Message.ShouldContain(says);
        // The shipped one is said to be damaged, and the lexicon answers.
        using var shipped = SentenceModel.Shipped(folder);
        shipped.Check();
        shipped.Status.State.ShouldBe(SentenceModelState.Damaged);
        shipped.Status.IsProblem.ShouldBeTrue();
        shipped.Status.Reason!.ShouldContain(says);
    }

    [Fact]
    public void A_network_with_a_flipped_bit_is_not_used()
    {
        var folder = _folder.File("model");
        ShippedModel.CopyTo(folder);
        var path = Path.Combine(folder, "model.onnx");
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
        Should
            .Throw<ValidationException>(() => SentenceModel.Choose(folder))
            .Message.ShouldContain("damaged");
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        var missing = _folder.File("nowhere");
        Should
            .Throw<ValidationException>(() => SentenceModel.Choose(missing))
            .Message.ShouldContain($"there is no readable model.json in {missing}");
        using var shipped = SentenceModel.Shipped(missing);
        shipped.Status.State.ShouldBe(SentenceModelState.Absent);
        shipped.Generator.ShouldBeNull();
    }

    [Fact]
    public void It_can_be_switched_off()
    {
        using var engine = Engine(motif => motif.UseSentenceModel("off"));
        engine.GetRequiredService<SentenceModel>().Status.State.ShouldBe(SentenceModelState.Off);
        engine.GetService<SpaceEmbeddings>().ShouldBeNull();
    }

    [Fact]
    public async Task An_endpoint_keeps_its_place()
    {
        await using var endpoint = await EmbeddingStandIn.StartAsync();
        await using var engine = Engine(motif =>
            motif.UseOpenAiEmbeddings(endpoint.Options()).UseSentenceModel()
        );
        engine
            .GetRequiredService<SentenceModel>()
            .Status.State.ShouldBe(SentenceModelState.Replaced);
        engine.GetRequiredService<SpaceEmbeddings>().Model.ShouldBe("model-a");
    }

    [Fact]
    public async Task The_one_that_comes_with_Motif_embeds_behind_the_cache_of_the_database()
    {
        await using var engine = Engine(motif => motif.UseSentenceModel());
        await engine.GetRequiredService<IMotifDatabase>().MigrateAsync(CancellationToken.None);
        var model = engine.GetRequiredService<SentenceModel>();
        model.Check();
        model.Status.ShouldBe(
            new SentenceModelStatus(
                SentenceModelState.Used,
                model.Generator!.Model,
                ShippedModel.Folder,
                null
            )
        );
        var generator = engine.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>();
        generator.ShouldBeOfType<CachedEmbeddingGenerator>();
        var space = await engine
            .GetRequiredService<SpaceEmbeddings>()
            .ProbeAsync(CancellationToken.None);
        space.ShouldBe(new EmbeddingSpace("onnx", model.Generator.Model, 384));
        engine
            .GetRequiredService<SpaceEmbeddings>()
            .Serves(space with { Model = "another" })
            .ShouldBeFalse();
        foreach (var notice in (string[])["NOTICE.md", "LICENSE-Apache-2.0.txt"])
            File.Exists(Path.Combine(ShippedModel.Folder, notice)).ShouldBeTrue(notice);
    }

    private ServiceProvider Engine(Action<MotifBuilder> use)
    {
        var services = new ServiceCollection();
        use(services.AddMotif().UseDatabase(_folder.File("motif.db")));
        return services.BuildServiceProvider();
    }
}
