using Motif.Catalog;
using Motif.Code.Scanning.Kept;
using Motif.Storage;

namespace Motif.Code.Scanning;

/// <summary>The source trees that were scanned: which there are, and how one is forgotten.</summary>
/// <param name="kept">Where scans leave what they read; null where nowhere.</param>
public sealed class CodeRepositories(ICodeStore store, Catalogue catalogue, KeptFacts? kept = null)
{
    private const int MaxAttempts = 5;

    /// <summary>By name, ordinal.</summary>
    public Task<IReadOnlyList<CodeRepository>> ListAsync(CancellationToken cancellationToken) =>
        store.RepositoriesAsync(cancellationToken);

    /// <summary>
    /// Takes out files, occurrences, relationships and scans of a repository in one transaction; a pattern that then stands nowhere
    /// is retired.
    /// </summary>
    /// <returns>What it was; null where none has that name.</returns>
    /// <exception cref="BackendException">The store failed; nothing was changed.</exception>
    /// <exception cref="IOException">The repository is gone, but what scans had kept of it could not be removed.</exception>
    public async Task<CodeRepository?> ForgetAsync(
        string name,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var all = await store.RepositoriesAsync(cancellationToken);
        if (all.FirstOrDefault(r => r.Name == name) is not { } repository)
            return null;
        var retirement = new PatternRetirement(store, catalogue, actor);
        for (var attempt = 1; ; attempt++)
        {
            var writes = await WritesAsync(name, retirement, cancellationToken);
            var conflicts = await store.ForgetAsync(
                new RepositoryRemoval(name, writes),
                cancellationToken
            );
            if (conflicts.Count == 0)
            {
                kept?.Forget(name);
                return repository;
            }
            if (attempt == MaxAttempts)
                throw new BackendException(
                    "catalogue",
                    "code.forget",
                    $"{conflicts.Count} patterns were changed by others in each of {MaxAttempts} attempts; try again",
                    isTransient: true
                );
        }
    }

    private async Task<List<PatternWrite>> WritesAsync(
        string name,
        PatternRetirement retirement,
        CancellationToken cancellationToken
    )
    {
        var writes = new List<PatternWrite>();
        foreach (var known in await store.PatternsAsync(name, cancellationToken))
        {
            var rest = await retirement.RestAsync(
                known.Pattern.PatternId,
                o => o.Repository != name,
                cancellationToken
            );
            if (retirement.Without(known.Pattern, rest, name).Write is { } write)
                writes.Add(write);
        }
        return writes;
    }
}
