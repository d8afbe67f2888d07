using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Motif.Catalog;

/// <summary>
/// JSON Canonicalization Scheme (RFC 8785): members sorted by UTF-16 code units, no white space, numbers as
/// ECMAScript writes them. Two values have the same bytes exactly where they are the same value.
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static byte[] Write(JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
            Write(writer, value);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (
                    var member in value
                        .EnumerateObject()
                        .OrderBy(m => m.Name, StringComparer.Ordinal)
                )
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(Number(value.GetDouble()), skipInputValidation: true);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    /// <summary>
    /// ECMAScript's Number::toString: the shortest digits that read back as the same number, with an exponent only
    /// from 1e21 up and from 1e-7 down.
    /// </summary>
    private static string Number(double value)
    {
        if (value == 0)
            return "0";
        var sign = value < 0 ? "-" : "";
        var shortest = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var point = shortest[0].IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? shortest[0].Length : point;
        var written = shortest[0].Replace(".", "", StringComparison.Ordinal);
        var digits = written.TrimStart('0');
        // value = 0.DIGITS × 10^place
        var place = whole - (written.Length - digits.Length);
        if (shortest.Length == 2)
            place += int.Parse(shortest[1], CultureInfo.InvariantCulture);
        return sign + Place(digits.TrimEnd('0'), place);
    }

    private static string Place(string digits, int place)
    {
        if (place is > 21 or <= -6)
        {
            var mantissa = digits.Length > 1 ? $"{digits[0]}.{digits[1..]}" : digits;
            return $"{mantissa}e{(place > 0 ? "+" : "-")}{Math.Abs(place - 1)}";
        }
        if (place <= 0)
            return "0." + new string('0', -place) + digits;
        return place >= digits.Length
            ? digits + new string('0', place - digits.Length)
            : digits.Insert(place, ".");
    }
}
