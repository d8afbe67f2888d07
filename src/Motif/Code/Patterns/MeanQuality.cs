namespace Motif.Code.Patterns;

/// <summary>
/// The quality of a pattern: of every component the mean over the occurrences that have it measured. Most functions are of a few
/// lines, and the median of what they have in common is one of a few values, whatever the others are like.
/// </summary>
internal static class MeanQuality
{
    /// <param name="files">Files, tests apart, that contain or use an occurrence: the reuse of the pattern as a whole.</param>
    public static Motif.Quality Of(IReadOnlyCollection<Motif.Quality> qualities, int files)
    {
        var measured = qualities.Where(q => q.Profile is not null).ToList();
        if (measured.Count == 0)
            return Motif.Quality.Unmeasured;
        var profile = measured[0].Profile!;
        var components = Quality.QualityProfile.Weights.Select(w =>
            (
                w.Name,
                w.Weight,
                w.Name == Quality.QualityProfile.Reuse
                    ? Quality.QualityProfile.Named(profile).ReuseOf(files) is { } reuse
                        ? Math.Round(reuse, 4)
                        : null
                    : Mean(measured.Select(q => q.Components.GetValueOrDefault(w.Name)))
            )
        );
        return Motif.Quality.Measure(profile, [.. components]);
    }

    /// <summary>Rounded to four places; null where nothing is measured.</summary>
    private static double? Mean(IEnumerable<double?> values) =>
        values.Average() is { } mean ? Math.Round(mean, 4) : null;

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
