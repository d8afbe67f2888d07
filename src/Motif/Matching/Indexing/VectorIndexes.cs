using System.Collections.Concurrent;
using Motif.Vectors;

namespace Motif.Matching.Indexing;

/// <summary>An index outside this process, one for each space.</summary>
/// <param name="Kind">Such as <c>qdrant</c>.</param>
/// <param name="Open">Makes the way to the index of a space, without asking it anything.</param>
public sealed record RemoteVectors(string Kind, Func<EmbeddingSpace, IRemoteVectorIndex> Open);

/// <summary>The indexes of all spaces in use: one kind of them, inside this process or outside. Thread-safe.</summary>
public sealed class VectorIndexes(
    IVectorStore store,
    VectorOptions options,
    TimeProvider time,
    RemoteVectors? remote = null
) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<LocalVectors>> _local = new(
        StringComparer.Ordinal
    );
    private readonly ConcurrentDictionary<string, Lazy<IRemoteVectorIndex>> _remote = new(
        StringComparer.Ordinal
    );

    /// <summary><c>in_process</c>, <c>qdrant</c> or <c>pgvector</c>.</summary>
    public string Kind => remote?.Kind ?? "in_process";

    /// <summary>The index of a space outside this process; null where it is inside.</summary>
    public IRemoteVectorIndex? Remote(EmbeddingSpace space) =>
        remote is null
            ? null
            : _remote
                .GetOrAdd(
                    space.Name,
                    static (_, arguments) => new(() => arguments.remote.Open(arguments.space)),
                    (remote, space)
                )
                .Value;

    /// <summary>The index to search a space in, in step with the database where it is inside this process.</summary>
    public async Task<IVectorIndex> CurrentAsync(
        EmbeddingSpace space,
        CancellationToken cancellationToken
    ) => Remote(space) ?? await Local(space).CurrentAsync(cancellationToken);

    /// <summary>What was unusual when the index of a space was opened; null when nothing was.</summary>
    public string? Remark(EmbeddingSpace space) =>
        remote is null && _local.TryGetValue(space.Name, out var local) ? local.Value.Remark : null;

    /// <summary>Writes a snapshot of an index inside this process where that pays; returns the file.</summary>
    public Task<string?> SaveAsync(EmbeddingSpace space, CancellationToken cancellationToken) =>
        remote is null ? Local(space).SaveAsync(cancellationToken) : Task.FromResult<string?>(null);

    /// <summary>Lets go of the indexes of all other spaces.</summary>
    public void KeepOnly(IReadOnlyCollection<EmbeddingSpace> spaces)
    {
        var names = spaces.Select(space => space.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in _local.Keys.Where(name => !names.Contains(name)))
            _local.TryRemove(name, out _);
        foreach (var name in _remote.Keys.Where(name => !names.Contains(name)))
        {
            if (_remote.TryRemove(name, out var gone))
                gone.Value.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var local in _local.Values)
            local.Value.Dispose();
        foreach (var index in _remote.Values)
            index.Value.Dispose();
    }

    private LocalVectors Local(EmbeddingSpace space) =>
        _local
            .GetOrAdd(space.Name, _ => new(() => new LocalVectors(store, space, options, time)))
            .Value;
}
