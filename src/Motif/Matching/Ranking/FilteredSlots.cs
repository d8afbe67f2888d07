using Motif.Vectors;

namespace Motif.Matching.Ranking;

/// <summary>What passes some filters at one state of the index; kept until the index changes, for filters come again.</summary>
/// <param name="Version">Of the index.</param>
/// <param name="Slots">Those that pass.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Live">Documents there are.</param>
internal sealed record FilteredSlots(
    long Version,
    SlotSet Slots,
    int Count,
    int Live,
    IReadOnlyList<FilterEffect> Effects
)
{
    private VectorFilter? _keys;
    private IReadOnlyList<VectorKey>? _sample;

    /// <summary>Their keys in a vector index.</summary>
    /// <param name="ids">Of the index at this version.</param>
    public VectorFilter Keys(IReadOnlyList<string> ids) =>
        _keys ??= new VectorFilter(Ids(ids).Select(id => (VectorKey)Guid.Parse(id)));

    /// <summary>Some of them, the same whatever order they were written in.</summary>
    public IReadOnlyList<VectorKey> Sample(SlotSample sample, IReadOnlyList<string> ids) =>
        _sample ??= [.. sample.Of(Slots, Count).Select(slot => (VectorKey)Guid.Parse(ids[slot]))];

    private IEnumerable<string> Ids(IReadOnlyList<string> ids)
    {
        foreach (var slot in Slots)
            yield return ids[slot];
    }
}
