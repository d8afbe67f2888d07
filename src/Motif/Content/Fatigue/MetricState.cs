namespace Motif.Content.Fatigue;

/// <summary>
/// What all snapshots of a post say together: the most of each number, whatever order they came in. A fall is recorded and not
/// learned, so its later rise is not learned twice.
/// </summary>
/// <param name="Impressions">Null while no snapshot that may be learned had any.</param>
/// <param name="Decreased">A later snapshot said less than an earlier one.</param>
public sealed record MetricState(
    double? Impressions,
    double? Successes,
    DateTimeOffset? AsOf,
    bool Decreased,
    bool Final
)
{
    public static MetricState None { get; } = new(null, null, null, false, false);

    /// <param name="removedAt">What was measured after a post was deleted is nobody's reaction to it.</param>
    public static MetricState Of(
        IReadOnlyList<MetricSnapshot> snapshots,
        DateTimeOffset? removedAt = null
    )
    {
        ArgumentNullException.ThrowIfNull(snapshots);
        var state = None;
        foreach (var snapshot in snapshots.OrderBy(s => s.AsOf))
        {
            if (
                snapshot is { Estimated: false, Impressions: { } seen }
                && !(snapshot.AsOf > removedAt)
            )
                state = state.And(snapshot, seen);
        }
        return state;
    }

    private MetricState And(MetricSnapshot snapshot, double seen) =>
        new(
            Math.Max(Impressions ?? 0, seen),
            Successes is { } known && !(snapshot.Successes > known) ? known : snapshot.Successes,
            snapshot.AsOf,
            Decreased || seen < Impressions || snapshot.Successes < Successes,
            Final || snapshot.Final
        );

    /// <summary>Why a row of numbers is refused; null when it is not.</summary>
    public static string? Fault(MetricSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (snapshot is { Impressions: { } i } && !(double.IsFinite(i) && i >= 0))
            return "impressions must be a number from 0";
        if (snapshot is { Successes: { } s } && !(double.IsFinite(s) && s >= 0))
            return "successes must be a number from 0";
        return snapshot.Successes > snapshot.Impressions
            ? "successes are more than impressions"
            : null;
    }
}
