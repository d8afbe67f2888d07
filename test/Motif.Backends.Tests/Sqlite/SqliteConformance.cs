using Microsoft.Data.Sqlite;
using Motif.Backends.Tests.Conformance;

namespace Motif.Backends.Tests.Sqlite;

public sealed class SqlitePatternStoreTests() : PatternStoreConformance(new SqliteBackend());

public sealed class SqlitePatternTextTests() : PatternTextConformance(new SqliteBackend());

public sealed class SqlitePatternListTests() : PatternListConformance(new SqliteBackend());

public sealed class SqliteUsageStoreTests() : UsageStoreConformance(new SqliteBackend());

public sealed class SqliteFeedbackStoreTests() : FeedbackStoreConformance(new SqliteBackend());

public sealed class SqliteRelationshipStoreTests()
    : RelationshipStoreConformance(new SqliteBackend());

public sealed class SqliteCodeStoreTests() : CodeStoreConformance(new SqliteBackend());

public sealed class SqliteJudgementStoreTests() : JudgementStoreConformance(new SqliteBackend());

public sealed class SqliteApiKeyStoreTests() : ApiKeyStoreConformance(new SqliteBackend());

public sealed class SqliteIdempotencyStoreTests()
    : IdempotencyStoreConformance(new SqliteBackend());

public sealed class SqliteEmbeddingCacheTests() : EmbeddingCacheConformance(new SqliteBackend());

public sealed class SqliteVectorStoreTests() : VectorStoreConformance(new SqliteBackend());

public sealed class SqliteConcurrencyTests() : ConcurrencyConformance(new SqliteBackend());

public sealed class SqliteRandomOperationsTests()
    : RandomOperationsConformance(new SqliteBackend());

public sealed class SqliteCrashTests() : CrashConformance(new SqliteBackend());

public sealed class SqliteMotifDatabaseTests() : MotifDatabaseConformance(new SqliteBackend())
{
    [ConformanceFact]
    public async Task A_catalogue_from_before_exposures_had_a_table_keeps_their_counts()
    {
        var shown = Sample.Pattern("shown");
        await SaveAsync(Sample.Insert(shown));
        await TamperAsync(
            Setting,
            """
            DROP VIEW pattern_effectiveness_by_cluster;
            DROP VIEW semantic_cluster_stats;
            DROP TABLE discovery_parts;
            DROP TABLE discovery_attempts;
            DROP TABLE discovery_plans;
            DROP TRIGGER pattern_tags_added;
            DROP TRIGGER pattern_tags_changed;
            ALTER TABLE pattern_details DROP COLUMN tag_keys;
            DROP TABLE experiment_verdicts;
            DROP TABLE experiment_outcomes;
            DROP TABLE experiment_exposures;
            DROP TABLE experiments;
            DROP TABLE items;
            DROP TABLE discovery_runs;
            DROP TABLE clusters;
            DROP TABLE cluster_members;
            DROP TABLE semantic_findings;
            DROP TABLE cluster_edits;
            DROP TABLE known_topics;
            DROP TABLE discovery_state;
            DROP INDEX pattern_details_by_row;
            DROP TABLE outcome_days;
            ALTER TABLE patterns DROP COLUMN weighed_successes;
            ALTER TABLE patterns DROP COLUMN weighed_failures;
            DROP TABLE type_voices;
            CREATE TABLE type_outcomes (kind TEXT NOT NULL, pattern_type TEXT NOT NULL, successes INTEGER NOT NULL, failures INTEGER NOT NULL, PRIMARY KEY (kind, pattern_type));
            ALTER TABLE api_keys DROP COLUMN rights;
            DROP TABLE decision_documents;
            DROP TABLE decision_import_lines;
            DROP TABLE decision_import_pairs;
            DROP TABLE decision_conversations;
            DROP TABLE decision_executions;
            DROP TABLE decision_lessons;
            DROP TABLE decision_evidence;
            DROP TABLE confidence_evolution;
            DROP TABLE audit_log;
            DROP TABLE decision_settings;
            DROP TABLE content_posts;
            DROP TABLE selections;
            DROP TABLE content_personas;
            DROP TABLE template_families;
            DROP TABLE family_aliases;
            DROP TABLE family_samples;
            DROP TABLE content_settings;
            DROP TABLE wrong_detections;
            DROP TABLE code_repositories;
            DROP INDEX code_scans_by_repository;
            ALTER TABLE code_scans DROP COLUMN changes;
            DROP INDEX code_occurrences_by_rule;
            DROP TABLE code_duplicate_copies;
            DROP TABLE code_duplicates;
            ALTER TABLE code_scans DROP COLUMN mean_quality;
            DROP TABLE tuned_vectors;
            DROP TABLE pattern_exposures;
            DROP TABLE pattern_repositories;
            DROP TRIGGER code_occurrences_added;
            DROP TRIGGER code_occurrences_removed;
            DROP INDEX patterns_by_updated;
            DROP INDEX patterns_by_name;
            DROP INDEX patterns_by_quality;
            DROP INDEX patterns_by_uses;
            DROP INDEX patterns_by_group;
            DROP INDEX patterns_by_words;
            ALTER TABLE patterns DROP COLUMN language;
            ALTER TABLE patterns DROP COLUMN name_words;
            CREATE INDEX patterns_by_updated ON patterns (updated_at);
            CREATE INDEX patterns_by_name ON patterns (name);
            CREATE INDEX patterns_by_quality ON patterns (quality_rank);
            CREATE INDEX patterns_by_uses ON patterns (uses);
            ALTER TABLE patterns ADD COLUMN exposures INTEGER NOT NULL DEFAULT 7;
            CREATE INDEX patterns_by_group ON patterns (kind, exposures);
            DELETE FROM motif_migrations WHERE version >= 8;
            """
        );

        await Database.MigrateAsync(Forever);

        (await Patterns.FindAsync(shown.PatternId, Forever))!.Usage.Exposures.ShouldBe(7);
    }

    protected override async Task TamperAsync(string setting, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={setting};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
