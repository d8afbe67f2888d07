using System.Security.Cryptography;
using System.Text.Json;
using Motif.Code;
using Motif.Storage;

namespace Motif.Backends.Relational;

/// <summary>An occurrence as it is read and written.</summary>
internal sealed class OccurrenceRow
{
    public const string Select = """
        SELECT repository AS Repository, file AS File, start_line AS StartLine, end_line AS EndLine,
               qualified_name AS QualifiedName, rule AS Rule, confidence AS Confidence, pattern_id AS PatternId,
               language AS Language, quality AS Quality, metrics AS Metrics, evidence AS Evidence
        FROM code_occurrences
        """;

    public const string Insert = """
        INSERT INTO code_occurrences
            (repository, fingerprint, pattern_id, file, start_line, end_line, qualified_name, rule, confidence, language,
             quality, metrics, evidence)
        VALUES
            (@repository, @fingerprint, @pattern_id, @file, @start_line, @end_line, @qualified_name, @rule, @confidence,
             @language, @quality, @metrics, @evidence)
        """;

    public string Repository { get; init; } = "";

    public string File { get; init; } = "";

    public int StartLine { get; init; }

    public int EndLine { get; init; }

    public string QualifiedName { get; init; } = "";

    public string Rule { get; init; } = "";

    public double Confidence { get; init; }

    public StoredId PatternId { get; init; }

    public string Language { get; init; } = "";

    public string Quality { get; init; } = "";

    public string Metrics { get; init; } = "";

    public string Evidence { get; init; } = "";

    public Occurrence ToOccurrence() =>
        new(
            Repository,
            File,
            StartLine,
            EndLine,
            QualifiedName,
            Rule,
            new Confidence(Confidence),
            PatternId.Value,
            Language,
            StoredQuality.Read(Quality),
            StoredQuality.Sorted(
                JsonSerializer.Deserialize<Dictionary<string, double>>(Metrics, MotifJson.Options)!
            ),
            JsonSerializer.Deserialize<Evidence[]>(Evidence, MotifJson.Options)!
        );

    /// <summary>128 bits of the SHA-256 of all it says: the same exactly where nothing changed.</summary>
    public static byte[] Fingerprint(Occurrence occurrence)
    {
        var sorted = occurrence with
        {
            Quality = occurrence.Quality with
            {
                Components = StoredQuality.Sorted(occurrence.Quality.Components),
            },
            Metrics = StoredQuality.Sorted(occurrence.Metrics),
        };
        return SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(sorted, MotifJson.Options))[
            ..16
        ];
    }

    public static (string, object?)[] Parameters(Occurrence occurrence, byte[] fingerprint) =>
        [
            (
                "repository",
                StorableText.RequireIndexed(
                    "repository",
                    occurrence.Repository,
                    StorableText.MaxRepositoryBytes
                )
            ),
            ("fingerprint", fingerprint),
            ("pattern_id", occurrence.PatternId),
            ("file", occurrence.File),
            ("start_line", occurrence.StartLine),
            ("end_line", occurrence.EndLine),
            ("qualified_name", occurrence.QualifiedName),
            ("rule", occurrence.Rule),
            ("confidence", occurrence.Confidence.Value),
            ("language", occurrence.Language),
            ("quality", StorableJson.Of("quality", occurrence.Quality)),
            ("metrics", StorableJson.Of("metrics", occurrence.Metrics)),
            ("evidence", StorableJson.Of("evidence", occurrence.Evidence)),
        ];
}
