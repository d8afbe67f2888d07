using Motif.Catalog;
using Motif.Discovery.Mining;

namespace Motif.Discovery.Experiments;

/// <summary>How arms are dealt out.</summary>
public enum ExperimentDesign
{
    /// <summary>Every unit (a viewer, a session) is in one arm, by a hash of its name.</summary>
    Assigned,

    /// <summary>Two arms take turns by day, for those who cannot assign viewers.</summary>
    Switchback,
}

/// <summary>What is compared of a metric.</summary>
public enum MetricKind
{
    /// <summary>The sum of a unit's outcomes, on average over units.</summary>
    Mean,

    /// <summary>The share of units with any outcome above 0.</summary>
    Proportion,

    /// <summary>The sum of one outcome over the sum of another, such as clicks over views.</summary>
    Ratio,
}

public enum MetricRole
{
    /// <summary>Decides; corrected together with all others that do.</summary>
    Decision,

    /// <summary>Must not suffer; watched apart, each at the full level.</summary>
    Guardrail,
}

public enum BetterWhen
{
    Higher,
    Lower,
}

/// <summary>How many comparisons at once are held to one error rate.</summary>
public enum ComparisonCorrection
{
    /// <summary>No false win at all, in all but α of experiments.</summary>
    Holm,

    /// <summary>Of the wins, a share of α is false.</summary>
    BenjaminiHochberg,
}

/// <summary>One of the things that are compared; the first is what the others are compared with.</summary>
[WireRequest]
public sealed record ExperimentArm
{
    public required string Name { get; init; }

    /// <summary>Its part of the units, above 0, against the other arms' parts.</summary>
    public double Ratio { get; init; } = 1;
}

[WireRequest]
public sealed record ExperimentMetric
{
    public required string Name { get; init; }

    public MetricKind Kind { get; init; }

    /// <summary>The outcome that it counts; its own name when not given.</summary>
    public string? Outcome { get; init; }

    /// <summary>Of a ratio: the outcome below the line.</summary>
    public string? Denominator { get; init; }

    public MetricRole Role { get; init; }

    public BetterWhen Better { get; init; }

    internal string Numerator => Outcome ?? Name;
}

/// <summary>What an experiment is to be; fixed once it runs.</summary>
[WireRequest]
public sealed record ExperimentSetup
{
    public const int MostArms = 10;
    public const int MostMetrics = 50;
    private const int MostName = 200;
    private const int MostText = 4000;

    public required string Name { get; init; }

    public string? Hypothesis { get; init; }

    public ExperimentDesign Design { get; init; }

    /// <summary>The first is the control.</summary>
    public required IReadOnlyList<ExperimentArm> Arms { get; init; }

    public required IReadOnlyList<ExperimentMetric> Metrics { get; init; }

    /// <summary>The share of units that take part, above 0, at most 1. It can be raised later, which moves nobody.</summary>
    public double Traffic { get; init; } = 1;

    /// <summary>Of a false win, over all decisions together.</summary>
    public double Alpha { get; init; } = 0.05;

    public ComparisonCorrection Correction { get; init; }

    /// <summary>
    /// About how many units (days, for a switchback) will come: the intervals are narrowest there. They hold at any other number too.
    /// </summary>
    public double? ExpectedUnits { get; init; }

    /// <summary>p of the arms' counts below which something is wrong with them.</summary>
    public double RatioAlpha { get; init; } = SampleRatioCheck.UsualAlpha;

    /// <summary>A deviation of an arm's share by less than this part of it is practically small.</summary>
    public double SmallestRatioDeviation { get; init; } = SampleRatioCheck.UsualDeviation;

    /// <summary>The trait that the arms differ in, such as <c>phrase:how to</c>: results are evidence for its finding.</summary>
    public string? Feature { get; init; }

    /// <summary>The neighbourhood of that finding; the whole corpus when null.</summary>
    public Guid? ClusterId { get; init; }

    /// <summary>The time zone whose days count (IANA).</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>Of a switchback: its first day; the day on which it is started when not given.</summary>
    public DateOnly? StartsOn { get; init; }

    internal double Expected =>
        ExpectedUnits ?? (Design is ExperimentDesign.Switchback ? 28 : 10_000);

    internal TimeZoneInfo TimeZone => TimeZoneInfo.FindSystemTimeZoneById(Zone);

    /// <summary>The outcomes that its metrics are made of.</summary>
    internal HashSet<string> Outcomes() =>
        [
            .. Metrics.Select(m => m.Numerator),
            .. Metrics.Select(m => m.Denominator).OfType<string>(),
        ];

    internal CatalogueProblem? Problem() =>
        (Mistake() ?? ArmMistake() ?? MetricMistake()) is var (field, mistake)
            ? CatalogueProblem.Invalid(field, mistake)
            : null;

    private (string Field, string Mistake)? Mistake()
    {
        if (!IsName(Name))
            return ("name", $"has 1 to {MostName} characters");
        if (Hypothesis?.Length > MostText)
            return ("hypothesis", $"is longer than {MostText} characters");
        if (Traffic is not (> 0 and <= 1))
            return ("traffic", "is above 0, at most 1");
        if (Alpha is not (> 0 and < 0.5))
            return ("alpha", "is above 0, below .5");
        if (RatioAlpha is not (> 0 and < 0.5))
            return ("ratio_alpha", "is above 0, below .5");
        if (SmallestRatioDeviation is not (>= 0 and < 1))
            return ("smallest_ratio_deviation", "is at least 0, below 1");
        if (ExpectedMistake() is { } expected)
            return ("expected_units", expected);
        if (Feature is not null && Mining.Feature.Parse(Feature) is null)
            return (
                "feature",
                $"'{Feature}' is no trait; write FAMILY:VALUE, such as phrase:how to"
            );
        if (ClusterId is not null && Feature is null)
            return ("cluster_id", "stands beside a feature");
        return TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _)
            ? null
            : ("zone", $"'{Zone}' is no time zone; give an IANA name, such as Europe/Berlin");
    }

    /// <summary>A test made for more days than a year could say nothing of a few weeks, however large the effect.</summary>
    private string? ExpectedMistake()
    {
        if (ExpectedUnits is not { } units)
            return null;
        if (Design is ExperimentDesign.Switchback)
            return units is >= 14 and <= 366 ? null : "of a switchback are days, 14 to 366";
        return units is >= 2 and <= 1e12 ? null : "is 2 to 10¹²";
    }

    private (string Field, string Mistake)? ArmMistake()
    {
        if (Arms.Count is < 2 or > MostArms)
            return ("arms", $"has 2 to {MostArms} arms, the first being the control");
        for (var i = 0; i < Arms.Count; i++)
        {
            if (!IsName(Arms[i].Name))
                return ($"arms[{i}].name", $"has 1 to {MostName} characters");
            if (Arms[i].Ratio is not (> 0 and <= 1e6))
                return ($"arms[{i}].ratio", "is above 0, at most 1,000,000");
        }
        if (Arms.DistinctBy(a => a.Name, StringComparer.Ordinal).Count() < Arms.Count)
            return ("arms", "every arm needs a name of its own");
        if (Design is not ExperimentDesign.Switchback)
            return null;
        return Arms.Count != 2 ? ("arms", "a switchback has two arms")
            : Arms[0].Ratio.Equals(Arms[1].Ratio) ? null
            : ("arms", "the arms of a switchback have the same ratio: they take turns");
    }

    private (string Field, string Mistake)? MetricMistake()
    {
        if (Metrics.Count is 0 or > MostMetrics)
            return ("metrics", $"has 1 to {MostMetrics} metrics");
        if (Metrics.DistinctBy(m => m.Name, StringComparer.Ordinal).Count() < Metrics.Count)
            return ("metrics", "every metric needs a name of its own");
        for (var i = 0; i < Metrics.Count; i++)
        {
            var metric = Metrics[i];
            if (!IsName(metric.Name) || !IsName(metric.Numerator))
                return ($"metrics[{i}].name", $"has 1 to {MostName} characters");
            if (metric.Kind is MetricKind.Ratio != IsName(metric.Denominator))
                return (
                    $"metrics[{i}].denominator",
                    "is the outcome below the line of a ratio, and stands beside no other kind"
                );
            if (Design is ExperimentDesign.Switchback && metric.Kind is MetricKind.Proportion)
                return (
                    $"metrics[{i}].kind",
                    "days have sums and ratios; a proportion is of units"
                );
        }
        return Metrics.All(m => m.Role is MetricRole.Guardrail)
            ? ("metrics", "one metric at least decides")
            : null;
    }

    private static bool IsName(string? name) =>
        !string.IsNullOrWhiteSpace(name) && name.Length <= MostName;
}
