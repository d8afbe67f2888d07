namespace Motif.Discovery.Mining;

/// <summary>A feature in a scope, as it is tested.</summary>
internal sealed class EffectTest(Layer layer, FeatureRows feature, EffectEstimate found)
{
    public Layer Layer { get; } = layer;

    public FeatureRows Feature { get; } = feature;

    public int Scope => Found.Sums.Scope;

    /// <summary>In the discovery part.</summary>
    public EffectEstimate Found { get; } = found;

    /// <summary>The same over channels.</summary>
    public required RandomEffects FoundSpread { get; init; }

    public EffectEstimate? Later { get; set; }

    public RandomEffects? LaterSpread { get; set; }

    /// <summary>Over all items.</summary>
    public required EffectEstimate Whole { get; init; }

    public required RandomEffects WholeSpread { get; init; }

    /// <summary>Of a compound what it does beyond its parts; null for a single trait.</summary>
    public InteractionTest? Interaction { get; set; }

    /// <summary>In the discovery part; of a compound that of its effect or of its interaction, whichever is less sure.</summary>
    public double P => Interaction is { } beyond ? Math.Max(Found.P, beyond.Found.P) : Found.P;

    public double Q { get; set; } = 1;

    public double LayerQ { get; set; } = 1;

    /// <summary>Declared in the discovery part.</summary>
    public bool IsFound { get; set; }

    /// <summary>What was to be expected of later items, from the discovery part.</summary>
    public Shrinkage FoundPrior { get; set; } = Shrinkage.Of([]);

    /// <summary>The same from all items, for items to come.</summary>
    public Shrinkage WholePrior { get; set; } = Shrinkage.Of([]);

    /// <summary>Null while it is no finding.</summary>
    public FindingState? State { get; set; }

    /// <summary>Beside the other confirmed ones of its scope, over all items; on the log scale.</summary>
    public double? Joint { get; set; }

    public bool CanBeTestedLater =>
        Later is { } later
        && later.Sums.Support >= MiningRules.NeededLaterSupport
        && later.EffectiveUnits >= MiningRules.NeededLaterUnits;

    public double WholeExpected => WholePrior.Of(WholeSpread.Mean, WholeSpread.Error);

    public double FoundExpected => FoundPrior.Of(FoundSpread.Mean, FoundSpread.Error);
}
