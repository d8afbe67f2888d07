using System.ComponentModel.DataAnnotations;

namespace Motif.Backends.Http;

/// <summary>How patiently a remote service is called.</summary>
public sealed record RemoteServiceOptions
{
    /// <summary>For one attempt, from connecting to the last byte of the answer.</summary>
    [Range(0.01, 600)]
    public double TimeoutSeconds { get; init; } = 30;

    /// <summary>Further attempts after a lost connection, a timeout, 408, 429 or 5xx.</summary>
    [Range(0, 10)]
    public int Retries { get; init; } = 4;

    /// <summary>The wait before the first retry; it doubles from retry to retry, each between half and the whole of it.</summary>
    [Range(0.001, 60)]
    public double FirstWaitSeconds { get; init; } = 0.5;

    /// <summary>No wait is longer. A service that asks for a longer one (Retry-After) is not asked again by this call.</summary>
    [Range(0.001, 600)]
    public double LongestWaitSeconds { get; init; } = 30;

    /// <summary>A longer answer is a failure and is not read to its end.</summary>
    [Range(1, 256L << 20)]
    public long MaxAnswerBytes { get; init; } = 256L << 20;

    /// <summary>
    /// So many attempts within 30 s, half of them failed, open the circuit: calls fail at once. A refusal such as 400 or 429
    /// is an answer, not a failure.
    /// </summary>
    [Range(2, 1000)]
    public int BreakAfterAttempts { get; init; } = 5;

    /// <summary>How long the circuit stays open before one attempt is let through.</summary>
    [Range(0.5, 600)]
    public double BreakSeconds { get; init; } = 15;
}
