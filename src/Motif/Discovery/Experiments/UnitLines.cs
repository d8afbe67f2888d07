using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Motif.Catalog;
using Motif.Storage;

namespace Motif.Discovery.Experiments;

/// <summary>An exposure as an import brings it; members that it does not name are attributes of the unit.</summary>
[WireRequest]
public sealed record ExposureLine
{
    public const int MaxUnitBytes = 600;
    private const int MostAttributes = 20;
    private const int MostValue = 200;

    public required string Unit { get; init; }

    public required string Arm { get; init; }

    [JsonConverter(typeof(OffsetTimeConverter))]
    public required DateTimeOffset At { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Attributes { get; init; }

    /// <summary>The exposure, or why the line is none.</summary>
    internal (Exposure? Value, string? Mistake) Read(ExperimentSetup setup)
    {
        if (UnitMistake(Unit) is { } mistake)
            return (null, mistake);
        if (setup.Arms.All(a => a.Name != Arm))
            return (
                null,
                $"arm: '{Arm}' is none of {string.Join(", ", setup.Arms.Select(a => a.Name))}"
            );
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in Attributes ?? [])
        {
            if (value.ValueKind is JsonValueKind.Null)
                continue;
            var text =
                value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();
            if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                return (null, $"{name}: an attribute is a text, a number or a boolean");
            if (name.Length > MostValue || text.Length > MostValue)
                return (null, $"{name}: is longer than {MostValue} characters");
            if ((StorableText.Mistake(name) ?? StorableText.Mistake(text)) is { } bad)
                return (null, $"{name}: {bad}");
            attributes[name] = text;
        }
        return attributes.Count > MostAttributes
            ? (null, $"has {attributes.Count} attributes; at most {MostAttributes} are kept")
            : (new Exposure(Unit, Arm, Moment.Kept(At), attributes), null);
    }

    internal static string? UnitMistake(string unit) =>
        string.IsNullOrWhiteSpace(unit) ? "unit: must not be blank"
        : Encoding.UTF8.GetByteCount(unit) > MaxUnitBytes
            ? $"unit: is longer than {MaxUnitBytes} bytes"
        : null;
}

/// <summary>An outcome as an import brings it.</summary>
[WireRequest]
public sealed record OutcomeLine
{
    public required string Unit { get; init; }

    /// <summary>One that the experiment's metrics count.</summary>
    public required string Outcome { get; init; }

    [JsonConverter(typeof(OffsetTimeConverter))]
    public required DateTimeOffset At { get; init; }

    /// <summary>1 when not given: it happened once.</summary>
    public double Value { get; init; } = 1;

    internal (Outcome? Value, string? Mistake) Read(ExperimentSetup setup)
    {
        if (ExposureLine.UnitMistake(Unit) is { } mistake)
            return (null, mistake);
        if (!double.IsFinite(Value) || Math.Abs(Value) > 1e15)
            return (null, "value: is a number up to 10¹⁵");
        return setup.Outcomes() is var known && known.Contains(Outcome)
            ? (new Outcome(Unit, Outcome, Moment.Kept(At), Value), null)
            : (
                null,
                $"outcome: '{Outcome}' is counted by no metric; known are {string.Join(", ", known.Order(StringComparer.Ordinal))}"
            );
    }
}
