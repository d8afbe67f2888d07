namespace Motif.Discovery.Experiments;

/// <summary>Where an experiment stands; it goes one way only.</summary>
public enum ExperimentState
{
    /// <summary>Still to be changed; nobody is assigned.</summary>
    Draft,

    /// <summary>Fixed but for its traffic; exposures and outcomes come in.</summary>
    Running,

    /// <summary>Its result stands.</summary>
    Stopped,
}

/// <summary>What somebody did with it.</summary>
/// <param name="Act">Such as <c>created</c>, <c>started</c>, <c>traffic</c>, <c>stopped</c>.</param>
public sealed record ExperimentAct(
    string Act,
    string Actor,
    DateTimeOffset At,
    string? Detail = null
);

/// <summary>An experiment with its history.</summary>
public sealed record Experiment
{
    public required Guid ExperimentId { get; init; }

    public required ExperimentState State { get; init; }

    /// <summary>1, and one more with every change.</summary>
    public required int Version { get; init; }

    public required ExperimentSetup Setup { get; init; }

    /// <summary>What units are hashed with: another one for every experiment.</summary>
    public required string Salt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>Of a switchback that runs: the first day of its schedule.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Of one that is stopped: what it came to.</summary>
    public ExperimentResult? Result { get; init; }

    public IReadOnlyList<ExperimentAct> History { get; init; } = [];
}

/// <summary>A verdict as it was first shown; it stays, whatever comes later.</summary>
public sealed record ShownVerdict(string Metric, string Arm, Verdict Verdict, DateOnly DecidedOn);

/// <summary>The arm of a unit.</summary>
/// <param name="Arm">Null for a unit that does not take part.</param>
public sealed record AssignedUnit(string Unit, string? Arm);
