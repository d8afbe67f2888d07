using Motif.Content.Fatigue;

namespace Motif.Content.Selection;

/// <summary>What is known of a family at the moment of a decision.</summary>
/// <param name="Exposures">Effective impressions under each hypothesis.</param>
/// <param name="Satiation">For each half-life.</param>
/// <param name="Recent">Uses in the last seven days.</param>
public sealed record FamilyState(
    string FamilyId,
    double Successes,
    double[] Exposures,
    double[] Satiation,
    double Recent
)
{
    /// <summary>Uses and open reservations that the cap counts.</summary>
    public int Counted { get; init; }

    /// <summary>Uses that fatigue this family; null for no cap.</summary>
    public int? Cap { get; init; }

    public static FamilyState Unknown(string familyId, int cells) =>
        new(familyId, 0, new double[cells], new double[SatiationCells.HalfLivesDays.Count], 0);
}

/// <summary>What is known of a variant at the moment of a decision.</summary>
public sealed record VariantState(
    string VariantId,
    string FamilyId,
    double Successes,
    double[] Exposures
)
{
    /// <summary>Impressions and successes as they were reported, for the plain modes.</summary>
    public double PlainImpressions { get; init; }

    public double PlainSuccesses { get; init; }

    /// <summary>Why it may not be drawn, whatever is relaxed; null when it may.</summary>
    public string? Excluded { get; init; }

    /// <summary>Places of the <see cref="SelectionInputs.Limits"/> that count it.</summary>
    public IReadOnlyList<int> Limits { get; init; } = [];

    /// <summary>The group of which <see cref="SelectionInputs.MinShares"/> may promise a share.</summary>
    public string? Group { get; init; }
}

/// <summary>
/// Everything that a decision depends on. The same inputs give the same slate, numbers and all, on every machine: what is
/// stored of a decision is this.
/// </summary>
public sealed record SelectionInputs
{
    public required string DecisionId { get; init; }
    public required string Salt { get; init; }
    public required SelectionMode Mode { get; init; }
    public required int Slots { get; init; }
    public required IReadOnlyList<FamilyState> Families { get; init; }
    public required IReadOnlyList<VariantState> Variants { get; init; }

    /// <summary>Belief in each of <see cref="Cells"/>.</summary>
    public required double[] Weights { get; init; }
    public required IReadOnlyList<SatiationCell> Cells { get; init; }
    public required double MeanRate { get; init; }
    public double FamilyPrior { get; init; } = 100;
    public double VariantPrior { get; init; } = 500;

    /// <summary>
    /// How much surer a draw is than the data are: 1 is Thompson sampling; above it less is tried out, which pays where there
    /// are far more families than posts to learn them by.
    /// </summary>
    public double Sharpness { get; init; } = 1;

    /// <summary>
    /// How much more a capped family's few places are kept for its better variants: the score is multiplied by
    /// (θ̂_v / m̂_f)^emphasis, of expected rates. 0 takes the best variant that is offered now, however poor.
    /// </summary>
    public double Emphasis { get; init; }

    /// <summary>The share of every slot that goes to all eligible alike.</summary>
    public double Exploration { get; init; } = 0.02;

    /// <summary>Draws from the posterior; 0 for as many as the time of one slate allows.</summary>
    public int Draws { get; init; }

    /// <summary>By group, the least share of slots that it shall have.</summary>
    public IReadOnlyDictionary<string, double> MinShares { get; init; } =
        new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>How many more slots each further cap leaves to the variants that it counts.</summary>
    public IReadOnlyList<int> Limits { get; init; } = [];

    /// <summary>The place of each variant's family; the draws of one decision ask thousands of times.</summary>
    internal int[] FamilyPlaces =>
        ReferenceEquals(_places.Families, Families) && ReferenceEquals(_places.Variants, Variants)
            ? _places.Places!
            : (_places = (Families, Variants, PlaceFamilies())).Places!;

    /// <summary>With what it was computed of: a copy of the record may hold other lists.</summary>
    private (object? Families, object? Variants, int[]? Places) _places;

    private int[] PlaceFamilies()
    {
        var places = new Dictionary<string, int>(Families.Count, StringComparer.Ordinal);
        for (var f = 0; f < Families.Count; f++)
            places[Families[f].FamilyId] = f;
        return [.. Variants.Select(v => places[v.FamilyId])];
    }

    /// <summary>Freshness by uses in the window, for the compatible modes.</summary>
    public static double Freshness(double uses) =>
        uses switch
        {
            < 1 => 1,
            < 2 => 0.5,
            < 3 => 0.25,
            _ => 0,
        };
}
