namespace Motif.Discovery.Hierarchy;

/// <summary>A known topic as a run meets it.</summary>
/// <param name="Centre">Of length 1, not centred; zeros where nothing tells what it is about.</param>
/// <param name="Similarity">The least cosine of its items.</param>
internal sealed record TopicSeed(Guid TopicId, float[] Centre, float Similarity);

/// <summary>What a hierarchy is made from beside the vectors.</summary>
/// <param name="Standing">What stands; what people touched in it is kept.</param>
/// <param name="IsWarm">Whether the rest of it is kept too, as far as the items still say so.</param>
/// <param name="IsNew">Of each row, whether it came since that was made.</param>
/// <param name="Moved">Rows that a person put into a micro.</param>
internal sealed record HierarchyInput(
    StandingHierarchy? Standing,
    bool IsWarm,
    bool[] IsNew,
    IReadOnlyList<TopicSeed> Topics,
    IReadOnlyDictionary<int, Guid> Moved
)
{
    public static HierarchyInput Nothing(int rows) =>
        new(null, false, new bool[rows], [], new Dictionary<int, Guid>());
}
