using Motif.Catalog;

namespace Motif.Backends.Relational;

/// <summary>A relationship as it is read.</summary>
internal sealed class RelationshipRow
{
    public const string Columns = """
        r.relationship_id AS RelationshipId, r.source_id AS SourceId, r.type AS Type, r.target_id AS TargetId,
        r.external AS External, r.confidence AS Confidence, r.evidence AS Evidence
        """;

    public long RelationshipId { get; init; }

    public StoredId SourceId { get; init; }

    public string Type { get; init; } = "";

    public StoredId? TargetId { get; init; }

    public string? External { get; init; }

    public double Confidence { get; init; }

    public string? Evidence { get; init; }

    public Relationship ToRelationship() =>
        new(
            SourceId.Value,
            WireName.Require<RelationshipType>(Type),
            TargetId?.Value,
            External,
            new Confidence(Confidence),
            Evidence
        );
}
