using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Motif;

/// <summary>
/// The probability that something fits and works, 0 (never) to 1 (always) by construction.
/// Not a quality (what a thing is) and not a success rate (what it did).
/// </summary>
[JsonConverter(typeof(ConfidenceJsonConverter))]
public readonly record struct Confidence : IComparable<Confidence>
{
    /// <exception cref="ArgumentOutOfRangeException">The value is not a number from 0 to 1.</exception>
    public Confidence(double value)
    {
        if (!(value >= 0 && value <= 1))
            throw new ArgumentOutOfRangeException(
                nameof(value),
                value,
                "a confidence is a number from 0 to 1"
            );
        Value = value;
    }

    public static Confidence Certain { get; } = new(1);

    public double Value { get; }

    public static bool operator <(Confidence left, Confidence right) => left.Value < right.Value;

    public static bool operator >(Confidence left, Confidence right) => left.Value > right.Value;

    public static bool operator <=(Confidence left, Confidence right) => left.Value <= right.Value;

    public static bool operator >=(Confidence left, Confidence right) => left.Value >= right.Value;

    public int CompareTo(Confidence other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("0.00", CultureInfo.InvariantCulture);
}

internal sealed class ConfidenceJsonConverter : JsonConverter<Confidence>
{
    public override Confidence Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (
            reader.TokenType is not JsonTokenType.Number
            || reader.GetDouble() is not (>= 0 and <= 1)
        )
            throw new JsonRefusalException("must be a number from 0 to 1");
        return new Confidence(reader.GetDouble());
    }

    public override void Write(
        Utf8JsonWriter writer,
        Confidence value,
        JsonSerializerOptions options
    ) => writer.WriteNumberValue(value.Value);
}
