using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.OpenAi;
using Motif.Backends.Tests.OpenAi;
using Motif.Embeddings;
using Motif.Onnx;
using Motif.Storage;
using Motif.Tests.Embeddings;

namespace Motif.Backends.Tests.Onnx;

public sealed class OnnxEmbeddingGeneratorConformanceTests : EmbeddingGeneratorConformance
{
    protected override Task<IEmbeddingGenerator<string, Embedding<float>>> CreateAsync() =>
        Task.FromResult<IEmbeddingGenerator<string, Embedding<float>>>(
            new OnnxEmbeddingGenerator(ShippedModel.Folder)
        );
}

public sealed class OpenAiEmbeddingGeneratorConformanceTests : EmbeddingGeneratorConformance
{
    private EmbeddingStandIn _endpoint = null!;

    protected override bool KnowsEmptyTexts => false;

    protected override async Task<IEmbeddingGenerator<string, Embedding<float>>> CreateAsync()
    {
        _endpoint = await EmbeddingStandIn.StartAsync();
        return new OpenAiEmbeddingGenerator(_endpoint.Options(), TimeProvider.System);
    }

    protected override async Task StopAsync() => await _endpoint.DisposeAsync();
}

/// <summary>The cache of a real database before an endpoint.</summary>
public sealed class CachedEmbeddingGeneratorConformanceTests : EmbeddingGeneratorConformance
{
    private readonly TemporaryFolder _folder = new();
    private EmbeddingStandIn _endpoint = null!;
    private ServiceProvider _database = null!;

    protected override async Task<IEmbeddingGenerator<string, Embedding<float>>> CreateAsync()
    {
        _endpoint = await EmbeddingStandIn.StartAsync();
        _database = TestBackend.Open(_folder.File("motif.db"));
        await _database.GetRequiredService<IMotifDatabase>().MigrateAsync(CancellationToken.None);
        return new CachedEmbeddingGenerator(
            new OpenAiEmbeddingGenerator(_endpoint.Options(), TimeProvider.System),
            _database.GetRequiredService<IEmbeddingCache>(),
            TimeProvider.System
        );
    }

    protected override async Task StopAsync()
    {
        await _database.DisposeAsync();
        await _endpoint.DisposeAsync();
        _folder.Dispose();
    }
}

public sealed class EmbeddingGeneratorCoverageTests
{
    [Fact]
    public void No_embedding_generator_skips_the_suite()
    {
        var suites = typeof(EmbeddingGeneratorCoverageTests)
            .Assembly.GetTypes()
            .Where(type => type.BaseType == typeof(EmbeddingGeneratorConformance))
            .Select(type => type.Name)
            // It runs beside the lexicon's own tests.
            .Append("LexiconEmbeddingGeneratorConformanceTests")
            .ToList();
        Type[] parts = [typeof(Lexicon), typeof(DatabaseServices), typeof(OnnxEmbeddingGenerator)];
        var generators = parts
            .SelectMany(part => part.Assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false })
            .Where(type =>
                typeof(IEmbeddingGenerator<string, Embedding<float>>).IsAssignableFrom(type)
            )
            .ToList();
        generators.Count.ShouldBeGreaterThan(3);
        foreach (var generator in generators)
            suites.ShouldContain($"{generator.Name}ConformanceTests");
    }
}
