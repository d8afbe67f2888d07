using Motif.Catalog;

namespace Motif.Tests.Catalog;

/// <summary>Patterns in memory, for tests of what is above the store.</summary>
internal sealed class MemoryPatternStore : PatternsInMemory
{
    /// <summary>How many saves are to find that somebody else was faster.</summary>
    public int LostRaces { get; set; }

    public List<IReadOnlyList<PatternWrite>> Saves { get; } = [];

    public IReadOnlyList<Pattern> All =>
        [.. Stored.Values.OrderBy(p => p.Name, StringComparer.Ordinal)];

    public override Task<IReadOnlyList<Guid>> SaveAsync(
        IReadOnlyList<PatternWrite> writes,
        CancellationToken cancellationToken
    )
    {
        if (LostRaces > 0)
        {
            LostRaces--;
            return Task.FromResult<IReadOnlyList<Guid>>([writes[0].Pattern.PatternId]);
        }
        writes.Select(w => w.Pattern.PatternId).ShouldBeUnique();
        Saves.Add(writes);
        foreach (var write in writes)
            Stored[write.Pattern.PatternId] = write.Pattern;
        return Task.FromResult<IReadOnlyList<Guid>>([]);
    }

    /// <summary>Pages of two, by name.</summary>
    public override Task<PatternPage> ListAsync(
        PatternQuery query,
        CancellationToken cancellationToken
    )
    {
        var rest = All.Where(p =>
                query.Cursor is null || string.CompareOrdinal(p.Name, query.Cursor) > 0
            )
            .ToList();
        var page = rest.Take(2).ToList();
        return Task.FromResult(new PatternPage(page, rest.Count > 2 ? page[^1].Name : null));
    }
}
