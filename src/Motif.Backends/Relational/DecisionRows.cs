using System.Text.Json;
using Motif.Decisions.Records;

namespace Motif.Backends.Relational;

/// <summary>Decisions as rows: the record as JSON, and beside it the columns that conditions look at.</summary>
internal static class DecisionRows
{
    public static DecisionExecution? Execution(string? body) =>
        body is null ? null : Read<DecisionExecution>(body);

    public static IReadOnlyList<DecisionExecution> Executions(List<string> bodies) =>
        bodies.ConvertAll(Read<DecisionExecution>);

    public static StoredLesson Lesson(string body) => Read<StoredLesson>(body);

    public static ImportedPair Pair(string body) => Read<ImportedPair>(body);

    public static PatternEvidence Evidence(string body) => Read<PatternEvidence>(body);

    public static Conversation Conversation(string body) => Read<Conversation>(body);

    public static DecisionOverrides Overrides(string body) => Read<DecisionOverrides>(body);

    private static T Read<T>(string body) =>
        JsonSerializer.Deserialize<T>(body, MotifJson.Options)!;
}

internal sealed class PositionRow
{
    public long Epoch { get; init; }

    public long Lessons { get; init; }

    public LogPosition ToPosition() => new(Epoch, Lessons);
}

internal sealed class LessonRow
{
    public long Number { get; init; }

    public string Body { get; init; } = "";
}

internal sealed class CountRow
{
    public string State { get; init; } = "";

    public long Count { get; init; }
}

internal sealed class EvolutionRow
{
    public StoredId PatternId { get; init; }

    public StoredTime At { get; init; }

    public double Old { get; init; }

    public double New { get; init; }

    public string Reason { get; init; } = "";

    public string Actor { get; init; } = "";

    public StoredId? ExecutionId { get; init; }

    public ConfidenceChange ToChange() =>
        new(PatternId.Value, At.Value, Old, New, Reason, Actor, ExecutionId?.Value);
}

internal sealed class AuditRow
{
    public long Number { get; init; }

    public string Event { get; init; } = "";

    public string Hash { get; init; } = "";

    public AuditEntry ToEntry() =>
        new(Number, JsonSerializer.Deserialize<AuditEvent>(Event, MotifJson.Options)!, Hash);
}

/// <summary>The row that numbers the logs.</summary>
internal sealed class LogRow
{
    public const string Select = """
        SELECT epoch AS Epoch, lessons AS Lessons, evolution AS Evolution, audit AS Audit, audit_hash AS AuditHash,
               settings AS Settings, version AS Version
        FROM decision_settings WHERE name = 'all'
        """;

    public long Epoch { get; set; }

    public long Lessons { get; set; }

    public long Evolution { get; set; }

    public long Audit { get; set; }

    public string AuditHash { get; set; } = "";

    public string Settings { get; init; } = "";

    public long Version { get; init; }
}
