using System.Text.Json;

namespace Motif.Backends.Relational;

/// <summary>A pattern as it is read.</summary>
internal sealed class PatternRow
{
    public const string Columns = """
        p.pattern_id AS PatternId, p.kind AS Kind, p.pattern_type AS PatternType, p.key AS Key, p.name AS Name,
        p.status AS Status, p.version AS Version, p.uses AS Uses, e.exposures AS Exposures, p.last_used_at AS LastUsedAt,
        p.successes AS Successes, p.failures AS Failures,
        p.weighed_successes AS WeighedSuccesses, p.weighed_failures AS WeighedFailures, p.created_at AS CreatedAt, p.updated_at AS UpdatedAt,
        d.description AS Description, d.tags AS Tags, d.quality AS Quality, d.body AS Body,
        t.successes AS TypeSuccesses, t.weight AS TypeWeight
        """;

    public const string From = """
        patterns p
        JOIN pattern_details d ON d.pattern_id = p.pattern_id
        JOIN pattern_exposures e ON e.pattern_id = p.pattern_id
        LEFT JOIN type_voices t ON t.kind = p.kind AND t.pattern_type = p.pattern_type
        """;

    public StoredId PatternId { get; init; }

    public string Kind { get; init; } = "";

    public string PatternType { get; init; } = "";

    public string Key { get; init; } = "";

    public string Name { get; init; } = "";

    public string Status { get; init; } = "";

    public int Version { get; init; }

    public long Uses { get; init; }

    public long Exposures { get; init; }

    public StoredTime? LastUsedAt { get; init; }

    public int Successes { get; init; }

    public int Failures { get; init; }

    public long WeighedSuccesses { get; init; }

    public long WeighedFailures { get; init; }

    public StoredTime CreatedAt { get; init; }

    public StoredTime UpdatedAt { get; init; }

    public string Description { get; init; } = "";

    public StoredTexts Tags { get; init; }

    public string Quality { get; init; } = "";

    public string Body { get; init; } = "";

    public long? TypeSuccesses { get; init; }

    public long? TypeWeight { get; init; }

    /// <summary>What it was ordered by, where a list is in the order of relevance.</summary>
    public double Rank { get; init; }

    public Pattern ToPattern() =>
        new()
        {
            PatternId = PatternId.Value,
            Kind = WireName.Require<PatternKind>(Kind),
            PatternType = PatternType,
            Key = Key,
            Name = Name,
            Description = Description,
            Tags = Tags.Value,
            Status = WireName.Require<PatternStatus>(Status),
            Version = Version,
            Quality = StoredQuality.Read(Quality),
            Success = new SuccessPosterior(Successes, Failures, PriorMean())
            {
                WeighedSuccesses = Outcomes(WeighedSuccesses),
                WeighedFailures = Outcomes(WeighedFailures),
            },
            Usage = new UsageSummary(Uses, Exposures, LastUsedAt?.Value),
            Body = JsonElement.Parse(Body),
            CreatedAt = CreatedAt.Value,
            UpdatedAt = UpdatedAt.Value,
        };

    private double PriorMean() =>
        TypeWeight > 0
            ? SuccessPosterior.TypeMean(Outcomes(TypeSuccesses!.Value), Outcomes(TypeWeight.Value))
            : 0.5;

    private static double Outcomes(long millionths) => (double)millionths / OutcomeWeight.Unit;
}

/// <summary>A quality as JSON. PostgreSQL orders the members of a <c>jsonb</c> its own way, so they are sorted again.</summary>
internal static class StoredQuality
{
    public static Quality Read(string json)
    {
        var quality = JsonSerializer.Deserialize<Quality>(json, MotifJson.Options)!;
        return quality with { Components = Sorted(quality.Components) };
    }

    /// <summary>The same members in ordinal order.</summary>
    public static SortedDictionary<string, T> Sorted<T>(IReadOnlyDictionary<string, T> members)
    {
        var sorted = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (name, value) in members)
            sorted.Add(name, value);
        return sorted;
    }
}
