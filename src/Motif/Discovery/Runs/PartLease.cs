namespace Motif.Discovery.Runs;

/// <summary>A part as a worker has it.</summary>
/// <param name="Part">The number of a macro; −1 for the corpus as a whole.</param>
/// <param name="Fence">Higher than that of every earlier lease of the run.</param>
public readonly record struct PartLease(int Part, int Fence);

/// <summary>How many parts of a run are done.</summary>
public readonly record struct PartCount(int Done, int Total)
{
    public bool IsComplete => Total > 0 && Done == Total;
}

/// <summary>How a lease ended.</summary>
public enum PartOutcome
{
    /// <summary>It goes on.</summary>
    Working,

    /// <summary>Its result was kept.</summary>
    Committed,

    /// <summary>It was not heard of until its time was over, and another worker took the part.</summary>
    Expired,

    /// <summary>It came with a result after another worker had taken the part, or after the run.</summary>
    Refused,

    /// <summary>The run ended, or began anew, without it.</summary>
    Abandoned,
}

/// <summary>One lease of a part of a run.</summary>
/// <param name="Part">The number of a macro; −1 for the corpus as a whole.</param>
/// <param name="Fence">Higher than that of every earlier lease of the run.</param>
/// <param name="Worker">Its machine and process.</param>
public sealed record PartAttempt(
    int Part,
    int Fence,
    string Worker,
    DateTimeOffset LeasedAt,
    DateTimeOffset? EndedAt,
    PartOutcome Outcome
);
