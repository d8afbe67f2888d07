using System.Text.Json;
using System.Text.Json.Serialization;

namespace Motif.Catalog;

/// <summary>
/// What a success pattern says of the execution that worked. Each is kept as the member of its name in the pattern's body;
/// null leaves that member as it is.
/// </summary>
public abstract record SuccessFields
{
    public const int MaxIntentLength = 2000;

    /// <summary>What was to be achieved, in words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Intent { get; init; }

    /// <summary>Where it worked: text or an object such as <c>{"framework": "FastAPI", "database": "PostgreSQL"}</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Environment { get; init; }

    /// <summary>What was done, an object with <c>steps</c> or an array of steps.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? ExecutionTrace { get; init; }

    /// <summary>When it counts as a success, such as <c>{"metric": "p99_latency_ms", "operator": "&lt;", "threshold": 50}</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? SuccessCriteria { get; init; }

    /// <summary>
    /// Measures of how good it is, an object. Numbers from 0 to 1 whose name ends in no unit are the components of the
    /// pattern's quality where no <c>quality</c> is given.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? QualityMetrics { get; init; }

    /// <summary>What the execution cost, an object.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? PerformanceData { get; init; }
}
