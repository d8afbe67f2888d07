namespace Motif.Vectors;

/// <summary>What an index is made of, for people and for metrics.</summary>
/// <param name="Keys">Stored keys.</param>
/// <param name="Rows">Rows held, ended ones that wait for compaction among them.</param>
/// <param name="TailRows">Rows appended since the lists were laid out.</param>
/// <param name="Lists">Inverted lists; 1 where every code is scanned.</param>
/// <param name="CodeBytes">Memory of codes, with scales, corrections and ids.</param>
/// <param name="SignBytes">Memory of the sign codes that are read before the codes; 0 where there are none.</param>
/// <param name="VectorBytes">Memory of the float vectors and keys.</param>
/// <param name="TreeBytes">Memory of the centroids.</param>
/// <param name="KeyTableBytes">Memory of the table from keys to rows.</param>
/// <param name="Kernel">The instruction path of the dot products.</param>
/// <param name="Plans">The calibrated plans, by recall.</param>
public sealed record IvfStatistics(
    int Keys,
    int Rows,
    int TailRows,
    int Lists,
    long CodeBytes,
    long SignBytes,
    long VectorBytes,
    long TreeBytes,
    long KeyTableBytes,
    string Kernel,
    IReadOnlyList<ProbePlan> Plans
)
{
    public long TotalBytes => CodeBytes + SignBytes + VectorBytes + TreeBytes + KeyTableBytes;

    internal static IvfStatistics Of(View view) =>
        new(
            view.Keys,
            view.Rows,
            view.Layout.Lists.TailRows,
            view.Layout.Lists.Count,
            view.Layout.Lists.Bytes,
            view.Layout.Signs?.Bytes ?? 0,
            view.Layout.Rows.Bytes,
            view.Layout.Centroids?.Bytes ?? 0,
            view.Layout.Keys.Bytes,
            Int8Dot.PathName,
            view.Layout.Plans
        );
}
