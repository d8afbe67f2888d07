using System.Text.Json.Serialization;

namespace Motif.Discovery.Mining;

/// <summary>What became of a trait once it was looked at again in later items.</summary>
public enum FindingState
{
    /// <summary>Found in the first 70 % of each channel's time; the rest is too little to tell.</summary>
    Candidate,

    /// <summary>Found there, and again in the last 30 %: same sign, and more than chance.</summary>
    Confirmed,

    /// <summary>Found, but one channel or few carry it.</summary>
    ChannelSpecific,

    /// <summary>It helps in some channels and harms in others, in both parts.</summary>
    DependsOnChannel,

    /// <summary>Found, and later weaker than it can have been.</summary>
    Decayed,

    /// <summary>Found, and later the other way round.</summary>
    Refuted,
}

/// <summary>Two ends at 95 %.</summary>
public sealed record Interval95(double Low, double High);

/// <summary>An effect in one part of the time, as a ratio; 1 is none.</summary>
/// <param name="P">Two-sided.</param>
/// <param name="Support">Items with the trait that have something to be compared with.</param>
/// <param name="EffectiveUnits">How many channels it is worth, counted by their weight.</param>
public sealed record PartEffect(
    double Multiplier,
    Interval95 Ci95,
    double P,
    int Support,
    int Channels,
    double EffectiveUnits
);

/// <summary>How an effect differs between channels.</summary>
/// <param name="Multiplier">Of the mean over channels.</param>
/// <param name="Tau">Standard deviation between channels on the log scale.</param>
/// <param name="ISquared">The share of the differences that chance does not explain, 0 to 1.</param>
/// <param name="NewChannel">What to expect of a channel not seen yet; null with fewer than three.</param>
public sealed record ChannelSpread(
    double Multiplier,
    double Tau,
    double ISquared,
    double HeterogeneityP,
    Interval95? NewChannel
);

/// <summary>A trait that goes with better or worse performance inside a neighbourhood.</summary>
public sealed record Finding
{
    /// <summary>Derived from scope and feature: the same trait is the same finding in every run.</summary>
    public required Guid FindingId { get; init; }

    /// <summary>Such as <c>phrase:how to</c>.</summary>
    public required string Feature { get; init; }

    public required FeatureFamily Family { get; init; }

    /// <summary>The neighbourhood; null for the whole corpus.</summary>
    public Guid? ClusterId { get; init; }

    /// <summary>Its name, or <c>everything</c>.</summary>
    public required string Scope { get; init; }

    public required FindingState State { get; init; }

    /// <summary>Performance with the trait against without, inside channel and time, over all items; 1 is no effect.</summary>
    public required double Multiplier { get; init; }

    public required Interval95 Ci95 { get; init; }

    /// <summary>The same, by drawing channels anew a thousand times.</summary>
    public Interval95? BootstrapCi95 { get; init; }

    /// <summary>What to expect of it: drawn towards its kind's usual, for the largest of many are large by luck too.</summary>
    public required double ExpectedMultiplier { get; init; }

    public required Interval95 ExpectedCi95 { get; init; }

    /// <summary>
    /// What it does beside the other confirmed traits of its scope: what goes along with one of them is not counted twice. Null for
    /// a finding that is not confirmed.
    /// </summary>
    public double? JointMultiplier { get; init; }

    /// <summary>Of a compound what its traits do together beyond what they do beside each other; null for a single trait.</summary>
    public InteractionEffect? Interaction { get; init; }

    public required int Support { get; init; }

    public required int Channels { get; init; }

    public required double EffectiveUnits { get; init; }

    /// <summary>Of the channel that weighs most, 0 to 1.</summary>
    public required double LargestChannelShare { get; init; }

    /// <summary>False discovery rate over everything that the run tested.</summary>
    public required double Q { get; init; }

    /// <summary>False discovery rate over its layer alone.</summary>
    public required double LayerQ { get; init; }

    /// <summary>In the part that found it.</summary>
    public required PartEffect Found { get; init; }

    /// <summary>In the part that tested it; null where nothing can be compared there.</summary>
    public PartEffect? Later { get; init; }

    public required ChannelSpread AcrossChannels { get; init; }

    /// <summary>Mean ratio with the trait over that without, channels and times thrown together; not to be trusted.</summary>
    public double? PooledMultiplier { get; init; }

    /// <summary>How often items are hits with it and without; null where nothing can be compared.</summary>
    public HitShares? Hits { get; init; }

    /// <summary>How strong an unseen cause would have to be to explain it away, as a ratio.</summary>
    public required double EValue { get; init; }

    /// <summary>The same for the end of the interval next to 1.</summary>
    public required double EValueCi95 { get; init; }

    /// <summary>Re-posts that were folded into their first.</summary>
    public required int Folded { get; init; }

    /// <summary>
    /// <c>associated</c>: nobody changed the trait alone; <c>experimental</c>: an experiment did, its arms had the units that they
    /// were to have, and it decided.
    /// </summary>
    public string Evidence { get; init; } = "associated";

    /// <summary>Experiments on the trait that are stopped and sound, the newest first, decided or not.</summary>
    public IReadOnlyList<Guid> Experiments { get; init; } = [];

    /// <summary>Items that have it and did best against their stratum.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>Items that have it and did worst.</summary>
    public IReadOnlyList<string> CounterExamples { get; init; } = [];

    /// <summary>Drawn-in effect on the log scale, for predictions.</summary>
    [JsonIgnore]
    public double ExpectedLog => Math.Log(ExpectedMultiplier);
}

/// <summary>What traits do together beyond what they do beside each other.</summary>
/// <param name="Parts">Their keys.</param>
/// <param name="Multiplier">Over all items; above 1 where they help each other.</param>
/// <param name="Found">In the part that found it.</param>
/// <param name="Later">In the part that tested it; null where nothing can be compared there.</param>
public sealed record InteractionEffect(
    IReadOnlyList<string> Parts,
    double Multiplier,
    Interval95 Ci95,
    PartEffect Found,
    PartEffect? Later
);

/// <summary>The shares of items that are hits, inside the same strata.</summary>
/// <param name="Threshold">Times the channel's usual from which on an item is one.</param>
/// <param name="With">Of the items that have the trait, 0 to 1.</param>
/// <param name="Without">Of the items beside them that have it not, weighted by how many have it.</param>
public sealed record HitShares(double Threshold, double With, double Without);

/// <summary>What a run's mining is worth, measured on the items that did not take part in finding.</summary>
/// <param name="Tested">Traits in scopes.</param>
/// <param name="Correlation">
/// Between what was expected and what came, weighted by precision, over everything tested; null with fewer than three.
/// </param>
/// <param name="CorrelationCeiling">The most that a perfect forecast could reach, given the noise of what came.</param>
/// <param name="SameSign">Of those found, the share that kept its direction; null where none was found.</param>
/// <param name="CalibrationSlope">Of what came on what was expected; 1 is honest, below 1 promises too much.</param>
/// <param name="IntervalCoverage">The share of what came that lay inside its 95 % interval.</param>
/// <param name="PermutationDiscoveries">How many chance alone would have found, a run.</param>
/// <param name="PermutationShare">The same as a share of those found; null where none was.</param>
/// <param name="OutOfSampleR2">Of single later items, by the traits found; below 0 is worse than none.</param>
/// <param name="SumSlope">Of single later items on the sums of their traits' effects: what is kept of what sums promise.</param>
public sealed record MiningNumbers(
    int Tested,
    int Found,
    int Confirmed,
    double? Correlation,
    double? CorrelationCeiling,
    double? SameSign,
    double? CalibrationSlope,
    double? IntervalCoverage,
    double? PermutationDiscoveries,
    double? PermutationShare,
    double? OutOfSampleR2,
    double? SumSlope,
    int ControlsTested,
    int ControlsFound
);

/// <summary>What mining came to.</summary>
/// <param name="Remarks">What a reader should know, such as "small catalogue: 3 channels".</param>
public sealed record MiningReport(
    IReadOnlyList<Finding> Findings,
    MiningNumbers Numbers,
    int Rows,
    int Channels,
    int Folded,
    IReadOnlyList<string> Remarks
);
