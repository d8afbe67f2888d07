namespace Motif.Discovery.Mining;

/// <summary>The features of a corpus, and of each macro those that have the support there, with its rows alone.</summary>
internal sealed class PartedFeatures
{
    private readonly IReadOnlyList<FeatureRows> _all;
    private readonly Dictionary<int, List<FeatureRows>> _ofMacro = [];

    public PartedFeatures(IReadOnlyList<FeatureRows> features, Evidence evidence)
    {
        _all = features;
        foreach (var feature in features)
        {
            foreach (var macro in feature.Rows.GroupBy(row => evidence.Rows[row].Macro))
            {
                int[] rows = [.. macro];
                // What cannot have the support is not looked at again.
                if (macro.Key < 0 || rows.Length < MiningRules.NeededSupport)
                    continue;
                if (!_ofMacro.TryGetValue(macro.Key, out var own))
                    _ofMacro[macro.Key] = own = [];
                own.Add(feature with { Rows = rows });
            }
        }
    }

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<FeatureRows> Of(int part) =>
        part is MinedPart.Everything ? _all : _ofMacro.GetValueOrDefault(part, []);
}
