namespace Motif.Content.Selection;

/// <summary>
/// Lifts the probabilities of a group of variants to the share that it was promised and lowers the others in proportion. Mixed
/// before the draw, so that what is logged is what was drawn with.
/// </summary>
internal static class GroupShares
{
    public static double[] Raise(SelectionInputs inputs, List<int> eligible, double[] probabilities)
    {
        if (inputs.MinShares.Count == 0)
            return probabilities;
        var members = eligible
            .Select((v, i) => (Group: inputs.Variants[v].Group ?? "", Place: i))
            .GroupBy(m => m.Group, m => m.Place, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        var shares = members.ToDictionary(
            m => m.Key,
            m => m.Value.Sum(i => probabilities[i]),
            StringComparer.Ordinal
        );
        var targets = Targets(inputs.MinShares, shares);
        var result = new double[probabilities.Length];
        foreach (var (group, places) in members)
        foreach (var place in places)
            result[place] = probabilities[place] * targets[group] / shares[group];
        return result;
    }

    /// <summary>Those below their promise are lifted to it; the rest share what is left as they did before.</summary>
    private static Dictionary<string, double> Targets(
        IReadOnlyDictionary<string, double> promised,
        Dictionary<string, double> shares
    )
    {
        var lifted = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var given = lifted.Sum(g => promised[g]);
            var rest = shares.Where(s => !lifted.Contains(s.Key)).Sum(s => s.Value);
            var scale = given >= 1 || rest <= 0 ? 0 : (1 - given) / rest;
            var low = shares.Keys.FirstOrDefault(g =>
                !lifted.Contains(g)
                && promised.TryGetValue(g, out var least)
                && shares[g] * scale < least
            );
            if (low is null)
            {
                // Promises that sum to more than 1, or leave nobody else, are scaled to 1.
                var all = given >= 1 || rest <= 0 ? given : 1;
                return shares.ToDictionary(
                    s => s.Key,
                    s => lifted.Contains(s.Key) ? promised[s.Key] / all : s.Value * scale,
                    StringComparer.Ordinal
                );
            }
            lifted.Add(low);
        }
    }
}
