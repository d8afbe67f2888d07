namespace Motif;

/// <summary>
/// What a pattern is worth by measurement: components of 0 (worst) to 1 (best), each null while unmeasured.
/// </summary>
/// <param name="Score">
/// Σ wᵢ·cᵢ / Σ wᵢ over the measured components, rounded to four places; null when none is measured.
/// </param>
/// <param name="Completeness">The share of the profile's weight that was measured, 0 to 1.</param>
/// <param name="Components">Every component of the profile by name.</param>
/// <param name="Profile">The name of the profile whose weights were used.</param>
public sealed record Quality(
    double? Score,
    double Completeness,
    IReadOnlyDictionary<string, double?> Components,
    string? Profile = null
)
{
    /// <summary>Nothing measured: an honest null, not a default number.</summary>
    public static Quality Unmeasured { get; } =
        new(null, 0, new SortedDictionary<string, double?>(StringComparer.Ordinal));

    /// <summary>Weighs what was measured; what was not is left out and the weights are renormalised.</summary>
    /// <exception cref="ArgumentException">A component lies outside 0..1 or a weight is not positive.</exception>
    public static Quality Measure(
        string profile,
        IReadOnlyList<(string Name, double Weight, double? Value)> components
    )
    {
        double weighed = 0,
            measured = 0,
            total = 0;
        var values = new SortedDictionary<string, double?>(StringComparer.Ordinal);
        foreach (var (name, weight, value) in components)
        {
            if (!(weight > 0))
                throw new ArgumentException(
                    $"the weight of {name} is {weight}; it must be positive",
                    nameof(components)
                );
            if (value is not (null or (>= 0 and <= 1)))
                throw new ArgumentException(
                    $"{name} is {value}; it must be 0 to 1",
                    nameof(components)
                );
            values[name] = value;
            total += weight;
            if (value is null)
                continue;
            weighed += weight * value.Value;
            measured += weight;
        }
        return new Quality(
            measured > 0 ? Math.Round(weighed / measured, 4) : null,
            total > 0 ? Math.Round(measured / total, 4) : 0,
            values,
            profile
        );
    }

    /// <summary>Equal where score, completeness, profile and every component are.</summary>
    public bool Equals(Quality? other) =>
        other is not null
        && Score.Equals(other.Score)
        && Completeness.Equals(other.Completeness)
        && Profile == other.Profile
        && Components.Count == other.Components.Count
        && Components.All(c => other.Components.TryGetValue(c.Key, out var v) && v.Equals(c.Value));

    public override int GetHashCode() =>
        HashCode.Combine(Score, Completeness, Profile, Components.Count);
}
