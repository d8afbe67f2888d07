using System.Globalization;
using System.Text.Json;
using Motif.Discovery.Experiments;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>An experiment as it is kept.</summary>
internal sealed class ExperimentRow
{
    public const string Select = "SELECT body AS Body FROM experiments";

    public const string Insert = """
        INSERT INTO experiments (experiment_id, state, version, created_at, body)
        VALUES (@experiment_id, @state, @version, @created_at, @body)
        """;

    public string Body { get; init; } = "";

    public static (string Name, object? Value)[] Parameters(Experiment experiment) =>
        [
            ("experiment_id", experiment.ExperimentId),
            ("state", WireName.Of(experiment.State)),
            ("version", experiment.Version),
            ("created_at", experiment.CreatedAt),
            ("body", StorableJson.Of("experiment", experiment)),
        ];

    public Experiment ToExperiment() =>
        JsonSerializer.Deserialize<Experiment>(Body, MotifJson.Options)!;
}

/// <summary>An exposure as it is kept.</summary>
internal sealed class ExposureRow
{
    public const string Insert = """
        INSERT INTO experiment_exposures (experiment_id, unit, arm, exposed_at, attributes)
        VALUES (@experiment_id, @unit, @arm, @exposed_at, @attributes)
        ON CONFLICT DO NOTHING
        """;

    public const string Earlier = """
        UPDATE experiment_exposures SET exposed_at = @exposed_at, attributes = @attributes
        WHERE experiment_id = @experiment_id AND unit = @unit AND arm = @arm AND exposed_at > @exposed_at
        """;

    public const string Page = """
        SELECT unit AS Unit, arm AS Arm, exposed_at AS ExposedAt, attributes AS Attributes FROM experiment_exposures
        WHERE experiment_id = @id AND (unit, arm) > (@unit, @arm) ORDER BY unit, arm LIMIT @limit
        """;

    public string Unit { get; init; } = "";

    public string Arm { get; init; } = "";

    public StoredTime ExposedAt { get; init; }

    public string Attributes { get; init; } = "{}";

    public static (string Name, object? Value)[] Parameters(Guid experimentId, Exposure exposure) =>
        [
            ("experiment_id", experimentId),
            ("unit", StorableText.RequireIndexed("unit", exposure.Unit)),
            ("arm", StorableText.RequireIndexed("arm", exposure.Arm)),
            ("exposed_at", exposure.At),
            ("attributes", StorableJson.Of("attributes", exposure.Attributes)),
        ];

    public Exposure ToExposure() =>
        new(
            Unit,
            Arm,
            ExposedAt.Value,
            JsonSerializer.Deserialize<SortedDictionary<string, string>>(
                Attributes,
                MotifJson.Options
            )!
        );
}

/// <summary>An outcome as it is kept.</summary>
internal sealed class UnitOutcomeRow
{
    public const string Insert = """
        INSERT INTO experiment_outcomes (experiment_id, unit, outcome, observed_at, value)
        VALUES (@experiment_id, @unit, @outcome, @observed_at, @value)
        ON CONFLICT DO NOTHING
        """;

    public const string Correct = """
        UPDATE experiment_outcomes SET value = @value
        WHERE experiment_id = @experiment_id AND unit = @unit AND outcome = @outcome AND observed_at = @observed_at
        """;

    public const string Page = """
        SELECT unit AS Unit, outcome AS Name, observed_at AS ObservedAt, value AS Value FROM experiment_outcomes
        WHERE experiment_id = @id AND (unit, outcome, observed_at) > (@unit, @outcome, @observed_at)
        ORDER BY unit, outcome, observed_at LIMIT @limit
        """;

    public string Unit { get; init; } = "";

    public string Name { get; init; } = "";

    public StoredTime ObservedAt { get; init; }

    public double Value { get; init; }

    public static (string Name, object? Value)[] Parameters(Guid experimentId, Outcome outcome) =>
        [
            ("experiment_id", experimentId),
            ("unit", StorableText.RequireIndexed("unit", outcome.Unit)),
            ("outcome", StorableText.RequireIndexed("outcome", outcome.Name)),
            ("observed_at", outcome.At),
            ("value", outcome.Value),
        ];

    public Outcome ToOutcome() => new(Unit, Name, ObservedAt.Value, Value);
}

/// <summary>A verdict that was shown.</summary>
internal sealed class VerdictRow
{
    private const string DayFormat = "yyyy-MM-dd";

    public const string Insert = """
        INSERT INTO experiment_verdicts (experiment_id, metric, arm, verdict, decided_on)
        VALUES (@experiment_id, @metric, @arm, @verdict, @decided_on)
        ON CONFLICT DO NOTHING
        """;

    public const string Select = """
        SELECT metric AS Metric, arm AS Arm, verdict AS Verdict, decided_on AS DecidedOn
        FROM experiment_verdicts WHERE experiment_id = @id ORDER BY metric, arm
        """;

    public string Metric { get; init; } = "";

    public string Arm { get; init; } = "";

    public string Verdict { get; init; } = "";

    public string DecidedOn { get; init; } = "";

    public static (string Name, object? Value)[] Parameters(
        Guid experimentId,
        ShownVerdict shown
    ) =>
        [
            ("experiment_id", experimentId),
            ("metric", StorableText.RequireIndexed("metric", shown.Metric)),
            ("arm", StorableText.RequireIndexed("arm", shown.Arm)),
            ("verdict", WireName.Of(shown.Verdict)),
            ("decided_on", shown.DecidedOn.ToString(DayFormat, CultureInfo.InvariantCulture)),
        ];

    public ShownVerdict ToVerdict() =>
        new(
            Metric,
            Arm,
            WireName.Require<Verdict>(Verdict),
            DateOnly.ParseExact(DecidedOn, DayFormat, CultureInfo.InvariantCulture)
        );
}
