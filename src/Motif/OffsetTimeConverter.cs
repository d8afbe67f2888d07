using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Motif;

/// <summary>A time must say how far it is from UTC: without that, 02:30 is twice in the night when clocks go back.</summary>
public sealed class OffsetTimeConverter : JsonConverter<DateTimeOffset>
{
    /// <summary>Outside of these a window would reach beyond the calendar.</summary>
    private const int FirstYear = 1990;
    private const int LastYear = 2200;

    public override DateTimeOffset Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType is not JsonTokenType.String)
            throw new JsonRefusalException("must be a time such as 2026-01-31T12:00:00Z");
        var text = reader.GetString()!;
        return
            HasOffset(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var time)
            && time.UtcDateTime.Year is >= FirstYear and <= LastYear
            ? Kept(time)
            : throw new JsonRefusalException(
                $"'{text}' is no time with an offset between 1990 and 2200; write 2026-01-31T12:00:00Z or …+02:00"
            );
    }

    public override void Write(
        Utf8JsonWriter writer,
        DateTimeOffset value,
        JsonSerializerOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value);
    }

    /// <summary>To the microsecond, which is what every store keeps.</summary>
    private static DateTimeOffset Kept(DateTimeOffset time)
    {
        var utc = time.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private static bool HasOffset(string text)
    {
        var time = text.IndexOf('T', StringComparison.OrdinalIgnoreCase);
        return time > 0
            && (
                text.EndsWith('Z')
                || text.EndsWith('z')
                || text.AsSpan(time).IndexOfAny('+', '-') > 0
            );
    }
}
