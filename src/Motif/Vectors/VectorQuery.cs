namespace Motif.Vectors;

/// <summary>A request for the nearest vectors.</summary>
public sealed record VectorQuery(ReadOnlyMemory<float> Vector)
{
    public const int MaxLimit = 10_000;

    private readonly int _limit = 10;

    /// <summary>How many neighbours at most, 1..<see cref="MaxLimit"/>.</summary>
    public int Limit
    {
        get => _limit;
        init =>
            _limit = value is >= 1 and <= MaxLimit
                ? value
                : throw new ArgumentOutOfRangeException(
                    nameof(value),
                    value,
                    $"a search returns 1 to {MaxLimit} neighbours"
                );
    }

    /// <summary>Only these keys may answer; null lets all.</summary>
    public VectorFilter? Filter { get; init; }

    /// <summary>
    /// Only vectors with such a payload may answer; null lets all. An index without
    /// <see cref="VectorIndexCapabilities.Payloads"/> refuses it.
    /// </summary>
    public PayloadFilter? Payload { get; init; }

    /// <summary>
    /// The share of the true neighbours wanted, above 0, at most 1; 1 asks for the exact answer. Null is the
    /// index's own default. An index without <see cref="VectorIndexCapabilities.WantedRecall"/> ignores it.
    /// </summary>
    public double? Recall { get; init; }
}
