using System.Text.Json;

namespace Motif;

/// <summary>The part of a pattern that only its kind understands.</summary>
public static class PatternBody
{
    /// <summary>The empty object.</summary>
    public static JsonElement Empty { get; } = JsonElement.Parse("{}");

    /// <summary>The body of a capability's own record.</summary>
    public static JsonElement From<T>(T body) =>
        JsonSerializer.SerializeToElement(body, MotifJson.Options);
}
