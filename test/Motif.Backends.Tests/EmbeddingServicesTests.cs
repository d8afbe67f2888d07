using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.Tests.OpenAi;
using Motif.Embeddings;
using Motif.Matching;
using Motif.Tests.Shared;
using OpenAiOptions = Motif.Backends.OpenAi.EmbeddingEndpointOptions;

namespace Motif.Backends.Tests;

public sealed class EmbeddingServicesTests
{
    [Fact]
    public void Without_a_URL_there_is_no_endpoint()
    {
        EmbeddingServices.Endpoint(_ => null).ShouldBeNull();
        EmbeddingServices.Endpoint(_ => "  ").ShouldBeNull();
    }

    [Fact]
    public void A_lexicon_of_ones_own_takes_the_place_of_the_one_that_comes_with_Motif()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("our.lexicon");
        using (var file = File.Create(path))
            LexiconFile.Write(Lexicon.Default, file);

        using var engine = new ServiceCollection()
            .AddMotif()
            .UseLexicon(path)
            .Services.BuildServiceProvider();

        var used = engine.GetRequiredService<Lexicon>();
        used.ShouldNotBeSameAs(Lexicon.Default);
        used.Count.ShouldBe(Lexicon.Default.Count);
    }

    [Fact]
    public void A_lexicon_that_cannot_be_read_is_refused_by_the_name_of_its_variable()
    {
        using var folder = new TemporaryFolder();
        var damaged = folder.File("damaged.lexicon");
        File.WriteAllText(damaged, "no lexicon");

        foreach (var path in (string[])[damaged, folder.File("missing.lexicon")])
            Should
                .Throw<ValidationException>(() =>
                    new ServiceCollection().AddMotif().UseLexicon(path)
                )
                .Message.ShouldStartWith($"MOTIF_LEXICON is '{path}': ");
    }

    [Fact]
    public void The_variables_describe_the_endpoint()
    {
        var endpoint = Read(
            ("MOTIF_EMBEDDING_URL", "https://api.example.org/v1"),
            ("MOTIF_EMBEDDING_MODEL", "text-embedding-3-small"),
            ("MOTIF_EMBEDDING_KEY", "sk-hunter2"),
            ("MOTIF_EMBEDDING_DIMENSIONS", "256"),
            ("MOTIF_EMBEDDING_BATCH", "16"),
            ("MOTIF_EMBEDDING_TIMEOUT_SECONDS", "7")
        )!;
        endpoint.Provider.ShouldBe("api.example.org");
        (endpoint.Model, endpoint.Dimensions, endpoint.BatchSize).ShouldBe(
            ("text-embedding-3-small", 256, 16)
        );
        endpoint.Service.TimeoutSeconds.ShouldBe(7);
        EmbeddingServices.Shown(endpoint).Values.ShouldNotContain(v => v.Contains("hunter2"));
    }

    [Theory]
    [InlineData("ftp://x/v1", "m", null, "http://")]
    [InlineData("not a url", "m", null, "MOTIF_EMBEDDING_URL")]
    [InlineData("http://u:hunter2@x/v1", "m", null, "MOTIF_EMBEDDING_KEY")]
    [InlineData("http://x/v1", null, null, "MOTIF_EMBEDDING_MODEL")]
    [InlineData("http://x/v1", "m", "many", "MOTIF_EMBEDDING_DIMENSIONS")]
    [InlineData("http://x/v1", "m", "5000", "Dimensions")]
    public void A_wrong_value_is_refused_by_name(
        string url,
        string? model,
        string? dimensions,
        string says
    )
    {
        var refused = Should.Throw<ValidationException>(() =>
            Read(
                ("MOTIF_EMBEDDING_URL", url),
                ("MOTIF_EMBEDDING_MODEL", model),
                ("MOTIF_EMBEDDING_DIMENSIONS", dimensions)
            )
        );
        refused.Message.ShouldContain(says);
        refused.Message.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task The_endpoint_is_behind_the_cache_of_the_database()
    {
        await using var endpoint = await EmbeddingStandIn.StartAsync();
        using var folder = new TemporaryFolder();
        for (var start = 0; start < 2; start++)
        {
            var services = new ServiceCollection();
            services
                .AddMotif()
                .UseDatabase(folder.File("motif.db"))
                .UseEmbeddings(name =>
                    name switch
                    {
                        "MOTIF_EMBEDDING_URL" => endpoint.Options().Url.AbsoluteUri,
                        "MOTIF_EMBEDDING_MODEL" => "model-a",
                        _ => null,
                    }
                );
            await using var server = services.BuildServiceProvider();
            var embedded = await server
                .GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>()
                .GenerateAsync(["once"]);
            embedded[0].Vector.ToArray().ShouldBe(EmbeddingStandIn.Vector("model-a", "once"));
            server.GetRequiredService<PatternMatcher>().ShouldNotBeNull();
            await StoredAsync(folder.File("motif.db"));
        }
        endpoint.Server.Requests.Count.ShouldBe(1);
    }

    /// <summary>The vector is answered first and stored then.</summary>
    private static Task StoredAsync(string file) =>
        Eventually.HoldsAsync(async () =>
        {
            await using var server = TestBackend.Open(file);
            var cache = server.GetRequiredService<IEmbeddingCache>();
            return await cache.TrimAsync(1, CancellationToken.None) == 0
                && await HasOneAsync(server);
        });

    private static Task<bool> HasOneAsync(IServiceProvider server) =>
        server
            .GetRequiredService<Relational.RelationalDatabase>()
            .ReadAsync(
                "test.count",
                async session =>
                    await session.FirstOrDefaultAsync<long>("SELECT count(*) FROM embedding_cache")
                    == 1,
                CancellationToken.None
            );

    private static OpenAiOptions? Read(params (string Name, string? Value)[] variables) =>
        EmbeddingServices.Endpoint(name => Array.Find(variables, v => v.Name == name).Value);
}
