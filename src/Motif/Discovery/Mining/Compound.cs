namespace Motif.Discovery.Mining;

/// <summary>Two or three traits that an item has at once, as one trait: <c>phrase:how to &amp; mark:question</c>.</summary>
internal static class Compound
{
    public const int MostParts = 3;
    private const string And = " & ";

    public static Feature Of(IEnumerable<Feature> parts) =>
        new(
            FeatureFamily.Compound,
            string.Join(And, parts.Select(p => p.Key).Order(StringComparer.Ordinal))
        );

    /// <summary>Null where it is none, or where a part's name could be taken for two.</summary>
    public static IReadOnlyList<Feature>? PartsOf(Feature compound)
    {
        if (compound.Family is not FeatureFamily.Compound)
            return null;
        var parts = compound.Value.Split(And).Select(Feature.Parse).OfType<Feature>().ToList();
        return
            parts.Count is >= 2 and <= MostParts
            && parts.TrueForAll(p => p.Family is not FeatureFamily.Compound)
            ? parts
            : null;
    }

    /// <summary>
    /// Whether two traits may be looked at together. Words beside words are what phrases, openings and templates are for, and a name
    /// with the sign between parts in it could not be read again.
    /// </summary>
    public static bool CanJoin(Feature one, Feature other) =>
        !(IsWording(one) && IsWording(other)) && IsReadable(one) && IsReadable(other);

    private static bool IsReadable(Feature feature) =>
        feature.Family is not (FeatureFamily.Compound or FeatureFamily.Control)
        && !feature.Key.Contains(And, StringComparison.Ordinal);

    private static bool IsWording(Feature feature) =>
        feature.Family
            is FeatureFamily.Phrase
                or FeatureFamily.Start
                or FeatureFamily.End
                or FeatureFamily.Skeleton;

    /// <summary>Rows that all parts have.</summary>
    /// <param name="parts">Each ascending.</param>
    public static int[] RowsOf(IReadOnlyList<int[]> parts)
    {
        var rows = parts[0];
        for (var i = 1; i < parts.Count; i++)
            rows = Common(rows, parts[i]);
        return rows;
    }

    private static int[] Common(int[] one, int[] other)
    {
        var common = new List<int>();
        var (i, j) = (0, 0);
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j])
                common.Add(one[i]);
            var order = one[i].CompareTo(other[j]);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return [.. common];
    }
}
