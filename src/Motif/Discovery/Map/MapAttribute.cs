namespace Motif.Discovery.Map;

/// <summary>What the values of an attribute are.</summary>
public enum MapAttributeKind
{
    Boolean,
    Number,

    /// <summary>As numbers: seconds since 1970 in UTC.</summary>
    Date,

    /// <summary>A text, or values of several kinds as texts.</summary>
    Category,
}

/// <summary>An attribute by which the map can be coloured and filtered.</summary>
/// <param name="Known">Points that have it.</param>
/// <param name="Values">
/// Of a boolean <c>false</c> and <c>true</c>; of a category its values, the most frequent first, at most
/// <see cref="MapColumn.MostValues"/>; else empty. A point's code is the place of its value here, counted from 1.
/// </param>
/// <param name="Others">Points with a rarer value, whose code is the one behind the last value's.</param>
/// <param name="Levels">
/// Of a number or a date how many different values it has; a point's code is the place of its value among them, ascending and
/// counted from 1.
/// </param>
/// <param name="Cuts">Of a number or a date where its bands begin, ascending, without the first.</param>
/// <param name="Lowest">Of a number or a date.</param>
/// <param name="Highest">See <paramref name="Lowest"/>.</param>
public sealed record MapAttribute(
    string Name,
    MapAttributeKind Kind,
    int Known,
    IReadOnlyList<string> Values,
    int Others,
    int Levels,
    IReadOnlyList<double> Cuts,
    double? Lowest,
    double? Highest
);

/// <summary>The attributes of the map, the most widely known first.</summary>
public sealed record MapAttributeList(string Version, IReadOnlyList<MapAttribute> Items);

/// <summary>An attribute of every point.</summary>
/// <param name="Levels">The values of a number or a date, ascending; else empty.</param>
/// <param name="Codes">Of each point, 0 where it has none.</param>
public sealed record MapColumn(MapAttribute Attribute, double[] Levels, ushort[] Codes)
{
    /// <summary>Values of a category that are told apart.</summary>
    public const int MostValues = 200;

    /// <summary>As it goes over the wire, little-endian: the levels as 64-bit floats, then a 16-bit code a point.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[(Levels.Length * sizeof(double)) + (Codes.Length * sizeof(ushort))];
        Buffer.BlockCopy(Levels, 0, bytes, 0, Levels.Length * sizeof(double));
        Buffer.BlockCopy(
            Codes,
            0,
            bytes,
            Levels.Length * sizeof(double),
            Codes.Length * sizeof(ushort)
        );
        return bytes;
    }
}
