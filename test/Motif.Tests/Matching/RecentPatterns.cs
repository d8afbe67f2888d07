using Motif.Catalog;
using Motif.Tests.Catalog;

namespace Motif.Tests.Matching;

/// <summary>Patterns in memory, last changed first, in pages as the query wants them.</summary>
internal sealed class RecentPatterns : PatternsInMemory
{
    public void Save(Pattern pattern) => Stored[pattern.PatternId] = pattern;

    public void Purge(string name) => Stored.Remove(PatternId.For(PatternKind.Success, name));

    public override Task<PatternPage> ListAsync(
        PatternQuery query,
        CancellationToken cancellationToken
    )
    {
        var skipped = query.Cursor is null
            ? 0
            : int.Parse(query.Cursor, System.Globalization.CultureInfo.InvariantCulture);
        var rest = Stored
            .Values.OrderByDescending(p => p.UpdatedAt)
            .ThenBy(p => p.PatternId)
            .Skip(skipped)
            .ToList();
        var next = rest.Count > query.Limit ? $"{skipped + query.Limit}" : null;
        return Task.FromResult(new PatternPage([.. rest.Take(query.Limit)], next));
    }
}
