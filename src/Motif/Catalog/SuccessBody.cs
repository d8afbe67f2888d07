using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Motif.Catalog;

/// <summary>The body of a success pattern: its fields by their wire names, and the hash that names its context.</summary>
internal static class SuccessBody
{
    public const string Intent = "intent";
    public const string Environment = "environment";
    public const string ContextHash = "context_hash";
    public const string QualityMetrics = "quality_metrics";

    /// <summary>Free text where the environment is not given; what Markdown catalogues call it.</summary>
    private const string Context = "context";

    /// <summary>Ends of names that say a number is no share.</summary>
    private static readonly HashSet<string> Units = new(
        "ns us ms s sec seconds min minutes h hours days b bytes kb mb gb pct percent count usd eur".Split(
            ' '
        ),
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly string[] Objects =
    [
        "success_criteria",
        QualityMetrics,
        "performance_data",
    ];

    /// <summary>Writes what is wrong with the fields, and with the same members of a body, into <paramref name="errors"/>.</summary>
    public static void Check(
        SuccessFields fields,
        JsonElement? body,
        Dictionary<string, string[]> errors
    )
    {
        if (fields.Intent is { } intent && intent.Length > SuccessFields.MaxIntentLength)
            errors[Intent] = [$"at most {SuccessFields.MaxIntentLength} characters"];
        var size = Bytes(body ?? PatternBody.Empty);
        foreach (var (name, value) in Given(fields))
        {
            size += Bytes(value);
            if (
                body is { ValueKind: JsonValueKind.Object } standing
                && Disagrees(standing, name, value)
            )
                errors[name] = [$"is given twice: here and in body.{name}, and they differ"];
            else if (WrongShape(name, value.ValueKind) is { } expected)
                errors[name] = [$"must be {expected}"];
        }
        if (size > PatternDraft.MaxBodyBytes)
            errors["body"] =
            [
                $"at most {PatternDraft.MaxBodyBytes} bytes, together with the fields that are kept in it",
            ];
    }

    /// <summary>The body with the fields as its members.</summary>
    public static JsonElement Fold(SuccessFields fields, JsonElement body)
    {
        var given = Given(fields).ToList();
        return given.Count == 0 ? body : With(body, given);
    }

    /// <summary>
    /// The folded body with the hash of its context: <paramref name="own"/> where the caller made one, the hash it has
    /// already, or a new one. As it is where there is neither a hash nor an intent.
    /// </summary>
    public static JsonElement WithHash(string patternType, JsonElement body, string? own = null) =>
        (own ?? HashOf(body) ?? Compute(patternType, body)) is { } hash
            ? With(body, [(ContextHash, PatternBody.From(hash))])
            : body;

    /// <summary>
    /// The changed body with the hash that belongs to it: the standing hash follows a change of intent or environment unless
    /// the caller had made it.
    /// </summary>
    public static JsonElement Rehash(Pattern current, string patternType, JsonElement changed)
    {
        var standing = HashOf(current.Body);
        var isOurs = standing is not null && standing == Compute(current.PatternType, current.Body);
        var kept = HashOf(changed);
        return isOurs && (kept is null || kept == standing)
            ? WithHash(patternType, changed, Compute(patternType, changed) ?? standing)
            : WithHash(patternType, changed);
    }

    /// <summary>The context hash that a folded body carries; null where it has no intent.</summary>
    public static string? HashOf(JsonElement body) =>
        body.ValueKind is JsonValueKind.Object
        && body.TryGetProperty(ContextHash, out var hash)
        && hash.ValueKind is JsonValueKind.String
            ? hash.GetString()
            : null;

    /// <summary>
    /// The components of quality among the metrics: numbers from 0 to 1 whose name ends in no unit. Null where there is none.
    /// </summary>
    public static IReadOnlyDictionary<string, double?>? Components(JsonElement body)
    {
        if (Member(body, QualityMetrics) is not { ValueKind: JsonValueKind.Object } metrics)
            return null;
        var components = new Dictionary<string, double?>(StringComparer.Ordinal);
        foreach (var metric in metrics.EnumerateObject())
        {
            if (
                metric.Value.ValueKind is JsonValueKind.Number
                && metric.Value.GetDouble() is >= 0 and <= 1
                && !HasUnit(metric.Name)
            )
                components[metric.Name] = metric.Value.GetDouble();
        }
        return components.Count == 0 ? null : components;
    }

    /// <summary>SHA-256 of the canonical JSON (RFC 8785) of {type, intent, environment}, lower-case hex; null without an intent.</summary>
    private static string? Compute(string patternType, JsonElement body)
    {
        if (Member(body, Intent) is not { ValueKind: JsonValueKind.String } intent)
            return null;
        var text = intent.GetString()!.Trim();
        if (text.Length == 0)
            return null;
        var environment = Member(body, Environment) ?? Member(body, Context);
        var context = new SortedDictionary<string, object?>(StringComparer.Ordinal)
        {
            ["type"] = patternType,
            [Intent] = text,
            [Environment] = environment,
        };
        return Convert.ToHexStringLower(
            SHA256.HashData(CanonicalJson.Write(PatternBody.From(context)))
        );
    }

    private static JsonElement? Member(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement With(
        JsonElement body,
        IReadOnlyList<(string Name, JsonElement Value)> changes
    )
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in body.EnumerateObject())
            members[member.Name] = member.Value;
        foreach (var (name, value) in changes)
            members[name] = value;
        return PatternBody.From(members);
    }

    private static int Bytes(JsonElement value) => Encoding.UTF8.GetByteCount(value.GetRawText());

    private static IEnumerable<(string Name, JsonElement Value)> Given(SuccessFields fields)
    {
        if (fields.Intent is { } intent)
            yield return (Intent, PatternBody.From(intent.Trim()));
        if (fields.Environment is { } environment)
            yield return (Environment, environment);
        if (fields.ExecutionTrace is { } trace)
            yield return ("execution_trace", trace);
        if (fields.SuccessCriteria is { } criteria)
            yield return ("success_criteria", criteria);
        if (fields.QualityMetrics is { } metrics)
            yield return (QualityMetrics, metrics);
        if (fields.PerformanceData is { } performance)
            yield return ("performance_data", performance);
    }

    private static bool Disagrees(JsonElement body, string name, JsonElement value) =>
        body.TryGetProperty(name, out var standing)
        && !CanonicalJson.Write(standing).AsSpan().SequenceEqual(CanonicalJson.Write(value));

    private static string? WrongShape(string name, JsonValueKind kind) =>
        name switch
        {
            "execution_trace" when kind is not (JsonValueKind.Object or JsonValueKind.Array) =>
                "an object or an array of steps",
            Environment when kind is not (JsonValueKind.Object or JsonValueKind.String) =>
                "a text or an object",
            _ when Objects.Contains(name, StringComparer.Ordinal)
                    && kind is not JsonValueKind.Object => "an object",
            _ => null,
        };

    private static bool HasUnit(string name) =>
        name.LastIndexOf('_') is >= 0 and var at && Units.Contains(name[(at + 1)..]);
}
