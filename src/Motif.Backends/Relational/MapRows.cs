using System.Security.Cryptography;
using System.Text.Json;
using Motif.Discovery.Map;
using Motif.Discovery.Runs;

namespace Motif.Backends.Relational;

/// <summary>The map of the corpus as three rows of <c>discovery_state</c>: its version, its points, its labels.</summary>
internal static class MapRows
{
    public const string VersionName = "map_version";
    public const string PointsName = "map";
    public const string LabelsName = "map_labels";

    public static (string, object?)[][] Parameters(DrawnMap? drawn)
    {
        if (drawn is null)
            return [];
        var points = drawn.Map.ToBytes();
        return
        [
            [("name", VersionName), ("data", SHA256.HashData(points).AsSpan(0, 8).ToArray())],
            [("name", PointsName), ("data", points)],
            [
                ("name", LabelsName),
                ("data", JsonSerializer.SerializeToUtf8Bytes(drawn.Labels, MotifJson.Options)),
            ],
        ];
    }

    public static string? Version(byte[]? data) =>
        data is null ? null : Convert.ToHexStringLower(data);

    public static DrawnMap? Map(byte[]? points, byte[]? labels) =>
        points is null || labels is null
            ? null
            : new DrawnMap(
                CorpusMap.FromBytes(points),
                JsonSerializer.Deserialize<IReadOnlyList<MapLabel>>(labels, MotifJson.Options)!
            );
}
