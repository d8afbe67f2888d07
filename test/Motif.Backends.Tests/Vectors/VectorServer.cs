using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.OpenAi;
using Motif.Catalog;
using Motif.Matching;
using Motif.Matching.Indexing;
using Motif.Matching.Requests;
using Motif.Tests.Shared;
using Motif.Vectors;

namespace Motif.Backends.Tests.Vectors;

/// <summary>The parts of one server that keeps vectors.</summary>
internal sealed class VectorServer : IAsyncDisposable, IProgress<VectorNotice>
{
    private readonly ServiceProvider _services;

    private VectorServer(ServiceProvider services) => _services = services;

    public ConcurrentQueue<VectorNotice> Notices { get; } = new();

    public VectorSync Sync => Get<VectorSync>();

    public IVectorStore Store => Get<IVectorStore>();

    public IPatternStore Patterns => Get<IPatternStore>();

    public static VectorServer Open(
        string database,
        EmbeddingEndpointOptions? endpoint,
        VectorSettings? settings = null,
        Action<MotifBuilder>? more = null,
        TimeProvider? time = null
    )
    {
        var services = new ServiceCollection();
        services.AddSingleton(time ?? TimeProvider.System);
        var motif = services.AddMotif().UseDatabase(database);
        if (endpoint is not null)
            motif.UseOpenAiEmbeddings(endpoint);
        more?.Invoke(motif);
        motif.UseVectors(settings ?? new VectorSettings(), database);
        return new VectorServer(services.BuildServiceProvider());
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public void Report(VectorNotice value) => Notices.Enqueue(value);

    public Task<VectorStatus> CompleteAsync() => Sync.CompleteAsync(this, CancellationToken.None);

    public Task<VectorStatus> StatusAsync() => Sync.StatusAsync(CancellationToken.None);

    public async Task SaveAsync(params Pattern[] patterns) =>
        (
            await Patterns.SaveAsync([.. patterns.Select(Sample.Insert)], CancellationToken.None)
        ).ShouldBeEmpty();

    public Task<MatchResponse> MatchAsync(string intent, MatchFilters? filters = null) =>
        Get<PatternMatcher>()
            .MatchAsync(
                new MatchRequest { Intent = intent, Filters = filters ?? new() },
                CancellationToken.None
            );

    /// <summary>Runs the loop of a server until the condition holds.</summary>
    public async Task RunUntilAsync(Func<Task<bool>> condition)
    {
        using var stop = new CancellationTokenSource();
        var running = Sync.RunAsync(this, stop.Token);
        try
        {
            await Eventually.HoldsAsync(condition);
        }
        finally
        {
            await stop.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => running);
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    public static Pattern Practice(string name, string intent) =>
        Sample.Pattern(name) with
        {
            Name = name,
            Body = Sample.Json($$"""{"intent": "{{intent}}"}"""),
            // Matching reads what changed since it looked last.
            UpdatedAt = TimeProvider.System.GetUtcNow(),
        };
}
