namespace Motif.Code.Patterns;

/// <summary>The quality of a pattern: of every component the median over the occurrences that have it measured.</summary>
internal static class MedianQuality
{
    public static Motif.Quality Of(IReadOnlyCollection<Motif.Quality> qualities)
    {
        var measured = qualities.Where(q => q.Profile is not null).ToList();
        if (measured.Count == 0)
            return Motif.Quality.Unmeasured;
        var profile = measured[0].Profile!;
        var components = Quality.QualityProfile.Weights.Select(w =>
            (w.Name, w.Weight, Median(measured.Select(q => q.Components.GetValueOrDefault(w.Name))))
        );
        return Motif.Quality.Measure(profile, [.. components]);
    }

    /// <summary>The middle of what is measured, of an even number the mean of the two in the middle; rounded to four places.</summary>
    public static double? Median(IEnumerable<double?> values)
    {
        var sorted = values.OfType<double>().Order().ToList();
        if (sorted.Count == 0)
            return null;
        var upper = sorted[sorted.Count / 2];
        return Math.Round(
            sorted.Count % 2 == 1 ? upper : (upper + sorted[(sorted.Count / 2) - 1]) / 2,
            4
        );
    }
}
