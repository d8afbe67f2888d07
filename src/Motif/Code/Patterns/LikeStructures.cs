namespace Motif.Code.Patterns;

/// <summary>Units by how much their structures have in common, and the names that they read and call.</summary>
/// <param name="Groups">Every unit is in one; each by place, in the order of the structure with most relatives.</param>
/// <param name="Pairs">Similar units that are no exact copies, one of each structure.</param>
internal sealed record LikeStructures(
    IReadOnlyList<IReadOnlyList<MeasuredUnit>> Groups,
    IReadOnlyList<(MeasuredUnit Left, MeasuredUnit Right, double Similarity)> Pairs
)
{
    /// <param name="known">Pairs that an earlier search with the same numbers found; null where everything is to be compared.</param>
    /// <param name="similar">Jaccard of the grams from which two units are a pair, 0 to 1.</param>
    /// <param name="family">Likewise from which they are of one group, at least <paramref name="similar"/>.</param>
    public static LikeStructures Of(
        IEnumerable<MeasuredUnit> units,
        double similar,
        double family,
        int parallelism,
        CancellationToken cancellationToken,
        KnownPairs? known = null
    )
    {
        var structures = units
            .GroupBy(StructureKey.Of)
            .Select(g => g.Order(MeasuredUnit.ByPlace).ToList())
            .OrderBy(g => g[0], MeasuredUnit.ByPlace)
            .ToList();
        var join =
            known?.In(structures.ConvertAll(s => s[0]), similar)
            ?? Join(structures, similar, parallelism, cancellationToken);
        return new LikeStructures(
            [
                .. Group(structures.Count, join, family)
                    .Select(g =>
                        g.SelectMany(i => structures[i]).Order(MeasuredUnit.ByPlace).ToList()
                    ),
            ],
            join.ConvertAll(p => (structures[p.Left][0], structures[p.Right][0], p.Similarity))
        );
    }

    private static List<SimilarPair> Join(
        List<List<MeasuredUnit>> structures,
        double similar,
        int parallelism,
        CancellationToken cancellationToken
    )
    {
        var join = SimilarityJoin.Of(
            structures.ConvertAll(s => s[0].Structure.Grams),
            similar,
            cancellationToken,
            parallelism: parallelism
        );
        join.RemoveAll(p =>
            !SharedVocabulary.IsLike(
                structures[p.Left][0].Vocabulary,
                structures[p.Right][0].Vocabulary
            )
        );
        return join;
    }

    /// <summary>
    /// Each group is a structure and all that are of its family: the one with most relatives first. Members are thus like one
    /// structure, not like a chain of others.
    /// </summary>
    private static IEnumerable<List<int>> Group(int count, List<SimilarPair> pairs, double family)
    {
        var relatives = new List<int>[count];
        for (var i = 0; i < count; i++)
            relatives[i] = [];
        foreach (var pair in pairs.Where(p => p.Similarity >= family))
        {
            relatives[pair.Left].Add(pair.Right);
            relatives[pair.Right].Add(pair.Left);
        }
        var isTaken = new bool[count];
        foreach (
            var leader in Enumerable
                .Range(0, count)
                .OrderByDescending(i => relatives[i].Count)
                .ThenBy(i => i)
        )
        {
            if (isTaken[leader])
                continue;
            var group = new List<int> { leader };
            group.AddRange(relatives[leader].Where(r => !isTaken[r]));
            foreach (var member in group)
                isTaken[member] = true;
            yield return group;
        }
    }
}
