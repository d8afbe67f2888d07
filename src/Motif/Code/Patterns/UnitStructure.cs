using System.Runtime.InteropServices;
using Motif.Code.Quality;

namespace Motif.Code.Patterns;

/// <summary>How a unit is built, told from the facts of its file alone: the same wherever the file stands.</summary>
/// <param name="Stream">Hash of its <see cref="StructureStream"/>; 0 where it is not looked at for copies.</param>
/// <param name="StreamLength">Elements of that stream, 0 likewise.</param>
/// <param name="Vocabulary">Its <see cref="StructureStream.Vocabulary"/>; empty where it is too small to be looked at for copies.</param>
/// <param name="Grams">The runs of its stream; none likewise.</param>
internal sealed record UnitStructure(
    int? Complexity,
    ulong Stream,
    int StreamLength,
    uint[] Vocabulary,
    GramSet Grams
)
{
    /// <summary>In the order of <see cref="CodeFacts.Units"/>.</summary>
    public static UnitStructure[] Of(CodeFacts facts)
    {
        var complexities = CyclomaticComplexity.Of(facts);
        var structures = new UnitStructure[facts.Units.Count];
        var (structure, stream) = (new StructureStream(facts), new List<uint>());
        for (var i = 0; i < structures.Length; i++)
        {
            var unit = facts.Units[i];
            stream.Clear();
            if (CloneFamilies.AreLookedFor(unit))
                structure.Write(unit.Node, stream);
            var hash = stream.Count == 0 ? 0 : StructureStream.Hash(stream);
            var isSmall = stream.Count < CloneFamilies.MinElements;
            structures[i] = new UnitStructure(
                complexities[i],
                hash,
                stream.Count,
                isSmall ? [] : structure.Vocabulary(unit.Node),
                isSmall ? GramSet.None : GramSet.Of(CollectionsMarshal.AsSpan(stream))
            );
        }
        return structures;
    }
}
