using System.Globalization;
using System.Text;
using System.Text.Json;
using Motif.Discovery.Items;

namespace Motif.Discovery.Map;

/// <summary>
/// Makes columns of what is known of items: channel, time of publication, views, and every attribute. A name whose values are of one
/// kind has that kind; one with several is a category.
/// </summary>
public static class MapColumns
{
    /// <summary>More would make a map of a million points larger than its texts; the most widely known are kept.</summary>
    private const int MostAttributes = 64;

    private const byte Format = 1;

    /// <param name="items">One a point, in their order.</param>
    internal static IReadOnlyList<MapColumn> Of(IReadOnlyList<Item> items)
    {
        var values = new SortedDictionary<string, object?[]>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
            foreach (var (name, value) in Known(items[i]))
            {
                if (!values.TryGetValue(name, out var column))
                    values[name] = column = new object?[items.Count];
                column[i] = value;
            }
        return
        [
            .. values
                .OrderByDescending(v => v.Value.Count(value => value is not null))
                .Take(MostAttributes)
                .Select(v => Column(v.Key, v.Value)),
        ];
    }

    /// <summary>The performance ratio, which the map has already: its codes are the points' values.</summary>
    internal static MapColumn Performance(CorpusMap map)
    {
        var levels = new double[ushort.MaxValue];
        for (var i = 0; i < levels.Length; i++)
            levels[i] = Math.Exp(
                CorpusMap.LowestLog
                    + ((CorpusMap.HighestLog - CorpusMap.LowestLog) * i / (ushort.MaxValue - 1.0))
            );
        var known = map.Value.Where(v => v > 0).ToList();
        return new MapColumn(
            new MapAttribute(
                PerformanceName,
                MapAttributeKind.Number,
                known.Count,
                [],
                0,
                levels.Length,
                PerformanceBands,
                known.Count == 0 ? null : levels[known.Min() - 1],
                known.Count == 0 ? null : levels[known.Max() - 1]
            ),
            levels,
            map.Value
        );
    }

    /// <summary>An item's own attribute of this name stands behind it.</summary>
    public const string PerformanceName = "performance_ratio";

    /// <summary>Below, standard, above, outperforming, viral.</summary>
    private static readonly double[] PerformanceBands = [0.75, 1.5, 2, 3];

    public static byte[] ToBytes(IReadOnlyList<MapColumn> columns)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Format);
        writer.Write(columns.Count);
        foreach (var column in columns)
        {
            writer.Write(JsonSerializer.Serialize(column.Attribute, MotifJson.Options));
            writer.Write(column.Codes.Length);
            writer.Write(column.ToBytes());
        }
        writer.Flush();
        return stream.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are of another format.</exception>
    public static IReadOnlyList<MapColumn> FromBytes(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        if (reader.ReadByte() != Format)
            throw new InvalidDataException(
                "the attributes of the map are of another format; run discovery again"
            );
        var columns = new MapColumn[reader.ReadInt32()];
        for (var i = 0; i < columns.Length; i++)
        {
            var attribute = JsonSerializer.Deserialize<MapAttribute>(
                reader.ReadString(),
                MotifJson.Options
            )!;
            var codes = new ushort[reader.ReadInt32()];
            var levels = new double[attribute.Levels];
            Fill(reader, levels, sizeof(double));
            Fill(reader, codes, sizeof(ushort));
            columns[i] = new MapColumn(attribute, levels, codes);
        }
        return columns;
    }

    private static void Fill(BinaryReader reader, Array values, int size) =>
        Buffer.BlockCopy(
            reader.ReadBytes(values.Length * size),
            0,
            values,
            0,
            values.Length * size
        );

    private static IEnumerable<(string, object)> Known(Item item)
    {
        if (item.Channel is { } channel)
            yield return ("channel", channel);
        if (item.PublishedAt is { } at)
            yield return ("published_at", at);
        if (item.Views is { } views && double.IsFinite(views))
            yield return ("views", views);
        foreach (var (name, value) in item.Attributes)
            if (name != PerformanceName && Value(value) is { } known)
                yield return (name, known);
    }

    private static object? Value(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => value.GetDouble() is var number && double.IsFinite(number)
                ? number
                : null,
            JsonValueKind.String => Text(value.GetString()!),
            _ => null,
        };

    /// <summary>A text that begins as ISO 8601 writes a day is a time, and without a zone one in UTC.</summary>
    private static object Text(string text) =>
        text.Length >= 10
        && text[4] == '-'
        && text[7] == '-'
        && DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var at
        )
            ? new Dated(text, at)
            : text;

    /// <summary>A time that was written as a text, should it have to be one after all.</summary>
    private sealed record Dated(string Text, DateTimeOffset At);

    private static MapColumn Column(string name, object?[] values)
    {
        var known = values.Where(v => v is not null).ToList();
        if (known.TrueForAll(v => v is bool))
            return Listed(name, MapAttributeKind.Boolean, values, ["false", "true"]);
        if (known.TrueForAll(v => v is double))
            return MapLevels.Column(
                name,
                MapAttributeKind.Number,
                Array.ConvertAll(values, v => v as double?)
            );
        if (known.TrueForAll(v => v is DateTimeOffset or Dated))
            return MapLevels.Column(name, MapAttributeKind.Date, Array.ConvertAll(values, Seconds));
        string[] frequent =
        [
            .. known
                .GroupBy(v => Written(v!), StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Take(MapColumn.MostValues)
                .Select(g => g.Key),
        ];
        return Listed(name, MapAttributeKind.Category, values, frequent);
    }

    private static double? Seconds(object? value) =>
        value switch
        {
            DateTimeOffset at => at.ToUnixTimeSeconds(),
            Dated dated => dated.At.ToUnixTimeSeconds(),
            _ => null,
        };

    private static MapColumn Listed(
        string name,
        MapAttributeKind kind,
        object?[] values,
        string[] listed
    )
    {
        var places = listed
            .Select((value, place) => (value, place))
            .ToDictionary(v => v.value, v => (ushort)(v.place + 1), StringComparer.Ordinal);
        var others = (ushort)(listed.Length + 1);
        var codes = Array.ConvertAll(
            values,
            v => v is null ? (ushort)0 : places.GetValueOrDefault(Written(v), others)
        );
        return new MapColumn(
            new MapAttribute(
                name,
                kind,
                codes.Count(c => c > 0),
                listed,
                codes.Count(c => c == others),
                0,
                [],
                null,
                null
            ),
            [],
            codes
        );
    }

    private static string Written(object value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            double number => number.ToString(CultureInfo.InvariantCulture),
            Dated dated => dated.Text,
            _ => (string)value,
        };
}
