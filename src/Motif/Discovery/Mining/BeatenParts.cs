namespace Motif.Discovery.Mining;

/// <summary>
/// Whether a compound is worth a mention: it moves further from no effect than each of its parts and pairs of them, and the way its
/// interaction leans.
/// </summary>
internal sealed class BeatenParts
{
    private readonly Dictionary<(Layer, int Scope, string Key), double> _effects;

    /// <param name="tests">All of the run.</param>
    public BeatenParts(IEnumerable<EffectTest> tests) =>
        _effects = tests.ToDictionary(
            t => (t.Layer, t.Scope, t.Feature.Feature.Key),
            t => t.Found.Effect
        );

    public bool By(EffectTest compound)
    {
        var sign = Math.Sign(compound.Interaction!.Found.Effect);
        var effect = sign * compound.Found.Effect;
        return effect > 0
            && Smaller(compound.Feature.Parts)
                .All(part =>
                    !_effects.TryGetValue((compound.Layer, compound.Scope, part.Key), out var own)
                    || sign * own < effect
                );
    }

    private static IEnumerable<Feature> Smaller(IReadOnlyList<FeatureRows> parts)
    {
        foreach (var part in parts)
            yield return part.Feature;
        for (var i = 0; parts.Count > 2 && i < parts.Count; i++)
            yield return Compound.Of(parts.Where((_, j) => j != i).Select(p => p.Feature));
    }
}
