using System.Security.Cryptography;
using System.Text.Json;
using Motif.Discovery.Map;
using Motif.Discovery.Runs;

namespace Motif.Backends.Relational;

/// <summary>
/// The map of the corpus as rows of <c>discovery_state</c>: its version, its points, its labels, and the attributes of its points.
/// </summary>
internal static class MapRows
{
    public const string VersionName = "map_version";
    public const string PointsName = "map";
    public const string LabelsName = "map_labels";
    public const string AttributesName = "map_attributes";

    public static (string, object?)[][] Parameters(DrawnMap? drawn)
    {
        if (drawn is null)
            return [];
        var points = drawn.Map.ToBytes();
        var attributes = MapColumns.ToBytes(drawn.Attributes);
        return
        [
            [("name", VersionName), ("data", Hash(points, attributes))],
            [("name", PointsName), ("data", points)],
            [("name", AttributesName), ("data", attributes)],
            [
                ("name", LabelsName),
                ("data", JsonSerializer.SerializeToUtf8Bytes(drawn.Labels, MotifJson.Options)),
            ],
        ];
    }

    public static string? Version(byte[]? data) =>
        data is null ? null : Convert.ToHexStringLower(data);

    /// <param name="attributes">Null for a map that was drawn before there were any.</param>
    public static DrawnMap? Map(byte[]? points, byte[]? labels, byte[]? attributes) =>
        points is null || labels is null
            ? null
            : new DrawnMap(
                CorpusMap.FromBytes(points),
                JsonSerializer.Deserialize<IReadOnlyList<MapLabel>>(labels, MotifJson.Options)!
            )
            {
                Attributes = attributes is null ? [] : MapColumns.FromBytes(attributes),
            };

    private static byte[] Hash(byte[] points, byte[] attributes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(points);
        hash.AppendData(attributes);
        return hash.GetHashAndReset()[..8];
    }
}
