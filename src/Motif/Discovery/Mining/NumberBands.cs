using System.Globalization;
using System.Text.Json;
using Motif.Discovery.Items;

namespace Motif.Discovery.Mining;

/// <summary>
/// Numeric attributes as bands between their quintiles. Cut points come from the discovery part alone: cut with the later part in
/// sight, a band would already know what it is to be tested on.
/// </summary>
internal sealed class NumberBands
{
    private const int Bands = 5;

    /// <summary>A number that few values have is a category.</summary>
    private const int FewestValues = 8;

    private readonly Dictionary<string, double[]> _cuts = new(StringComparer.Ordinal);

    public static NumberBands Of(IEnumerable<Item> discovery)
    {
        var bands = new NumberBands();
        var values = new SortedDictionary<string, List<double>>(StringComparer.Ordinal);
        foreach (var (name, value) in discovery.SelectMany(i => i.Attributes))
        {
            if (value.ValueKind is not JsonValueKind.Number)
                continue;
            if (!values.TryGetValue(name, out var list))
                values[name] = list = [];
            list.Add(value.GetDouble());
        }
        foreach (var (name, list) in values)
        {
            list.Sort();
            if (list.Distinct().Take(FewestValues).Count() == FewestValues)
                bands._cuts[name] =
                [
                    .. Enumerable
                        .Range(1, Bands - 1)
                        .Select(b => list[b * list.Count / Bands])
                        .Distinct(),
                ];
        }
        return bands;
    }

    /// <summary>The band of a number, such as <c>duration_seconds=60..180</c>: from the first on, below the second.</summary>
    public string Of(string name, double value)
    {
        if (!_cuts.TryGetValue(name, out var cuts))
            return $"{name}={Text(value)}";
        var band = cuts.Count(c => value >= c);
        var low = band == 0 ? "" : Text(cuts[band - 1]);
        var high = band == cuts.Length ? "" : Text(cuts[band]);
        return $"{name}={low}..{high}";
    }

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
