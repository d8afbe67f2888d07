namespace Motif.Bench;

/// <summary>What another vector index gave on the same files.</summary>
/// <param name="Name">With its settings.</param>
/// <param name="QueriesPerSecond">By measured recall, interpolated between settings; a recall that no setting reached is absent.</param>
internal sealed record VectorPeer(
    string Name,
    IReadOnlyDictionary<double, double> QueriesPerSecond,
    double BuildSeconds,
    double Megabytes
);
