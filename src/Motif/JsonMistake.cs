using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Motif;

/// <summary>What is wrong with a JSON text, said for the one who wrote it: where, and what is expected there.</summary>
/// <param name="Path">Dotted wire names of the field, such as <c>tags[2]</c>; empty where the document as a whole is meant.</param>
/// <param name="Line">Counted from 1; null where unknown.</param>
/// <param name="Position">Byte in the line, counted from 1; null where unknown.</param>
/// <param name="IsJson">False when the text is no JSON at all.</param>
/// <param name="Missing">Members that the object at <paramref name="Path"/> lacks, by wire name.</param>
public sealed record JsonMistake(
    string Path,
    string Message,
    long? Line,
    long? Position,
    bool IsJson,
    IReadOnlyList<string> Missing
)
{
    /// <summary>All of it in one line.</summary>
    public string OneLine =>
        (Path.Length > 0 ? $"{Path}: {Message}" : Message)
        + (Position is { } position ? $" (position {position})" : "");

    /// <summary>Explains an exception by the type that was being read.</summary>
    public static JsonMistake Of(
        JsonException exception,
        Type expected,
        JsonSerializerOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(exception);
        ArgumentNullException.ThrowIfNull(options);
        // The reader found no JSON at all; the path is only how far it came.
        var isBroken =
            exception.InnerException is JsonException
            || (
                exception.GetType() != typeof(JsonException)
                && exception is not JsonRefusalException
            );
        var path = isBroken ? "" : (exception.Path ?? "$").TrimStart('$').TrimStart('.');
        var (message, missing) = isBroken
            ? ($"is no JSON: {Sentence(exception)}", [])
            : Explain(exception, path, expected, options);
        return new JsonMistake(
            path,
            message,
            exception.LineNumber + 1,
            exception.BytePositionInLine + 1,
            !isBroken,
            missing
        );
    }

    /// <summary>In Motif's words: the serializer's own name .NET types.</summary>
    private static (string Message, IReadOnlyList<string> Missing) Explain(
        JsonException exception,
        string path,
        Type expected,
        JsonSerializerOptions options
    )
    {
        if (exception is JsonRefusalException refusal)
            return (refusal.Reason, []);
        if (IsUndecodable(exception))
            return ("has half a surrogate pair, which is no character; remove it", []);
        var (holder, type) = Locate(path, options.GetTypeInfo(expected), options);
        if (type is null)
            return ($"is not a known field; expected {Names(holder)}", []);
        if (Lacking(exception, type) is { Count: > 0 } missing)
            return ($"lacks {string.Join(", ", missing)}", missing);
        return exception.Message.StartsWith("Duplicate property", StringComparison.Ordinal)
            ? ("stands there twice", [])
            : ($"must be {Describe(type.Type, options)}", []);
    }

    /// <summary>The type that stands at a path, with the object that holds it; null when the path names nothing known.</summary>
    private static (JsonTypeInfo Holder, JsonTypeInfo? At) Locate(
        string path,
        JsonTypeInfo root,
        JsonSerializerOptions options
    )
    {
        var (holder, at) = (root, root);
        foreach (var step in path.Split('.', '[', ']').Where(s => s.Length > 0))
        {
            holder = at;
            if (at.Kind is JsonTypeInfoKind.Object)
            {
                var property = at.Properties.FirstOrDefault(p => p.Name == step.Trim('\''));
                if (property is null)
                    return (holder, null);
                at = options.GetTypeInfo(Bare(property.PropertyType));
            }
            else if (at.ElementType is { } element)
                at = options.GetTypeInfo(Bare(element));
        }
        return (holder, at);
    }

    private static List<string> Lacking(JsonException exception, JsonTypeInfo type) =>
        exception.Message.Contains("missing required", StringComparison.Ordinal)
            ?
            [
                .. type
                    .Properties.Select(p => p.Name)
                    .Where(n => exception.Message.Contains($"'{n}'", StringComparison.Ordinal)),
            ]
            : [];

    /// <summary>The decoder met half a surrogate pair, or bytes that are no UTF-8; of a wrong type it says the same otherwise.</summary>
    private static bool IsUndecodable(JsonException exception) =>
        exception.InnerException is InvalidOperationException { Message: { } message }
        && message.Contains("UTF-", StringComparison.Ordinal);

    private static string Sentence(JsonException exception)
    {
        var end = exception.Message.IndexOf(" Path:", StringComparison.Ordinal);
        if (end < 0)
            end = exception.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? exception.Message : exception.Message[..end]).TrimEnd('.');
    }

    private static string Names(JsonTypeInfo type) =>
        string.Join(", ", type.Properties.Select(p => p.Name));

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static string Describe(Type type, JsonSerializerOptions options) =>
        Bare(type) switch
        {
            { IsEnum: true } e =>
                $"one of {string.Join(", ", Enum.GetValues(e).Cast<Enum>().Select(WireName.Of))}",
            var t when t == typeof(string) => "a string",
            var t when t == typeof(bool) => "true or false",
            var t when t == typeof(Guid) => "a UUID",
            var t when t == typeof(DateTimeOffset) => "a time such as 2026-01-31T12:00:00Z",
            var t when t == typeof(double) || t == typeof(Confidence) => "a number",
            var t when t == typeof(int) || t == typeof(long) => "a whole number",
            var t when options.GetTypeInfo(t).Kind is JsonTypeInfoKind.Enumerable => "an array",
            _ => "an object",
        };
}
