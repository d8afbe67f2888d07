using Motif.Statistics;

namespace Motif.Discovery.Experiments;

/// <summary>
/// How many units of each arm have an attribute's value. A group that lost units in one arm has the largest χ²: a wider group
/// dilutes the loss, a narrower one has fewer units to show it.
/// </summary>
public sealed class UnitGroups(int arms)
{
    /// <summary>An attribute of more values than this tells units apart, not groups; it is dropped.</summary>
    private const int MostValues = 1000;
    private const int MostAttributes = 100;
    private const int MostCauses = 10;

    private readonly SortedDictionary<string, Dictionary<string, long[]>?> _counts = new(
        StringComparer.Ordinal
    );

    public void Add(int arm, string attribute, string value)
    {
        if (!_counts.TryGetValue(attribute, out var values))
        {
            if (_counts.Count == MostAttributes)
                return;
            _counts[attribute] = values = new(StringComparer.Ordinal);
        }
        if (values is null)
            return;
        if (!values.TryGetValue(value, out var counts))
        {
            if (values.Count == MostValues)
            {
                _counts[attribute] = null;
                return;
            }
            values[value] = counts = new long[arms];
        }
        counts[arm]++;
    }

    /// <summary>The groups whose ratio is off beyond chance, their number reckoned with, by falling χ².</summary>
    internal IReadOnlyList<RatioCause> Causes(
        IReadOnlyList<ExperimentArm> ordered,
        long[] all,
        double alpha
    )
    {
        double[] ratios = [.. ordered.Select(a => a.Ratio)];
        var groups = _counts
            .Where(a => a.Value is not null)
            .SelectMany(a => a.Value!.Select(v => (a.Key, Value: v.Key, Counts: v.Value)))
            .ToList();
        return
        [
            .. groups
                .Select(g =>
                {
                    var fit = ChiSquaredFit.Of(g.Counts, ratios);
                    return new RatioCause(
                        g.Key,
                        g.Value,
                        SampleRatioCheck.Counts(ordered, g.Counts),
                        fit.Statistic,
                        Math.Min(1, fit.P * groups.Count),
                        ChiSquaredFit.Of([.. all.Zip(g.Counts, (n, own) => n - own)], ratios).P
                    );
                })
                .Where(c => c.P < alpha)
                .OrderByDescending(c => c.ChiSquared)
                // The whole is no cause: where all units share a value, another group of the same counts says more.
                .ThenByDescending(c => c.PWithout)
                .ThenBy(c => c.Attribute, StringComparer.Ordinal)
                .ThenBy(c => c.Value, StringComparer.Ordinal)
                .Take(MostCauses),
        ];
    }
}
