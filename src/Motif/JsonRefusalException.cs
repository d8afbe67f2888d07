using System.Text.Json;

namespace Motif;

/// <summary>A converter of Motif says in its own words what is wrong with a value.</summary>
/// <param name="reason">As the end of a sentence about the member.</param>
internal sealed class JsonRefusalException(string reason) : JsonException(reason)
{
    public string Reason { get; } = reason;
}
