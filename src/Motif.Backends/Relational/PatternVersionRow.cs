using System.Text.Json;
using Motif.Catalog;

namespace Motif.Backends.Relational;

/// <summary>A version of a pattern as it is read.</summary>
internal sealed class PatternVersionRow
{
    public const string Select = """
        SELECT pattern_id AS PatternId, version AS Version, event AS Event, at AS At, actor AS Actor, note AS Note,
               parent_ids AS ParentIds, snapshot AS Snapshot
        FROM pattern_versions
        """;

    public StoredId PatternId { get; init; }

    public int Version { get; init; }

    public string Event { get; init; } = "";

    public StoredTime At { get; init; }

    public string Actor { get; init; } = "";

    public string? Note { get; init; }

    public string ParentIds { get; init; } = "";

    public string Snapshot { get; init; } = "";

    public PatternVersion ToVersion() =>
        new(
            PatternId.Value,
            Version,
            WireName.Require<VersionEvent>(Event),
            At.Value,
            Actor,
            Note,
            JsonSerializer.Deserialize<Guid[]>(ParentIds, MotifJson.Options)!,
            JsonSerializer.Deserialize<PatternContent>(Snapshot, MotifJson.Options)!
        );
}
