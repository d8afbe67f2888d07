using System.ComponentModel.DataAnnotations;

namespace Motif.Vectors;

/// <summary>How an <see cref="IvfIndex"/> is built. The defaults suit 1,000 to 10 million vectors.</summary>
public sealed record IvfOptions
{
    /// <summary>Same vectors in the same order, same seed: the same index, byte for byte.</summary>
    public long Seed { get; init; } = 20_240_229;

    /// <summary>The share of true neighbours found when a query does not say; 1 is an exact scan.</summary>
    [Range(0.5, 1)]
    public double Recall { get; init; } = 0.98;

    /// <summary>Up to this many vectors every code is scanned: lists would not pay.</summary>
    [Range(0, 1_000_000)]
    public int FlatRows { get; init; } = 4096;

    /// <summary>Lists per square root of the number of vectors.</summary>
    [Range(0.25, 16)]
    public double ListsPerRoot { get; init; } = 3;

    /// <summary>Share of ended and appended rows at which the lists are laid out anew, 0..1.</summary>
    [Range(0.01, 1)]
    public double CompactionShare { get; init; } = 0.3;

    /// <summary>Vectors held out to calibrate on; fewer make the promised recall less sure.</summary>
    [Range(50, 10_000)]
    public int CalibrationQueries { get; init; } = 500;

    /// <summary>Threads that a build or compaction may use; the result does not depend on it.</summary>
    [Range(1, 1024)]
    public int BuildThreads { get; init; } = Environment.ProcessorCount;

    /// <exception cref="ValidationException">A value is out of its range.</exception>
    public void Validate() =>
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
}
