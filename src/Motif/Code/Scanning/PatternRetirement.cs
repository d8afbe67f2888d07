using Motif.Catalog;
using Motif.Code.Patterns;

namespace Motif.Code.Scanning;

/// <summary>What becomes of a pattern where a tree, or a part of one, no longer shows it.</summary>
internal sealed class PatternRetirement(ICodeStore store, Catalogue catalogue, Actor actor)
{
    /// <summary>Its occurrences that stay.</summary>
    public async Task<IReadOnlyList<Occurrence>> RestAsync(
        Guid patternId,
        Func<Occurrence, bool> stays,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await store.OccurrencesAsync(patternId, int.MaxValue, cancellationToken)).Where(
                stays
            ),
        ];

    /// <summary>Null where nothing changes.</summary>
    public (PatternWrite? Write, bool IsRetired) Without(
        Pattern known,
        IReadOnlyList<Occurrence> rest,
        string repository
    )
    {
        var wanted = PatternComposer.Without(known, rest);
        var isRetired = wanted.Status != known.Status;
        var write = catalogue.Update(
            known,
            wanted,
            actor,
            isRetired ? VersionEvent.StatusChanged : VersionEvent.Edited,
            isRetired ? $"no longer in {repository} nor anywhere else" : null
        );
        return (write, isRetired);
    }
}
