using Motif.Backends.Tests.Conformance;
using Motif.Tests.Shared;

namespace Motif.Backends.Tests.Postgres;

[NeedsPostgres]
public sealed class PostgresPatternStoreTests() : PatternStoreConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresPatternTextTests() : PatternTextConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresPatternListTests() : PatternListConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresUsageStoreTests() : UsageStoreConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresFeedbackStoreTests() : FeedbackStoreConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresRelationshipStoreTests()
    : RelationshipStoreConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresCodeStoreTests() : CodeStoreConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresJudgementStoreTests()
    : JudgementStoreConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresApiKeyStoreTests() : ApiKeyStoreConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresIdempotencyStoreTests()
    : IdempotencyStoreConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresEmbeddingCacheTests()
    : EmbeddingCacheConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresVectorStoreTests() : VectorStoreConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresConcurrencyTests() : ConcurrencyConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresRandomOperationsTests()
    : RandomOperationsConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresCrashTests() : CrashConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresMotifDatabaseTests() : MotifDatabaseConformance(new PostgresBackend())
{
    [ConformanceFact]
    public async Task A_catalogue_from_before_tags_and_exposures_had_tables_keeps_both()
    {
        var tagged = Sample.Pattern("tagged") with { Tags = ["db", "http"] };
        await SaveAsync(Sample.Insert(tagged));
        await TamperAsync(
            Setting,
            """
            DROP MATERIALIZED VIEW pattern_effectiveness_by_cluster;
            DROP MATERIALIZED VIEW semantic_cluster_stats;
            DROP TABLE discovery_parts;
            DROP TABLE discovery_attempts;
            DROP TABLE discovery_plans;
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
            DROP TRIGGER code_occurrences_follow ON code_occurrences;
            DROP INDEX patterns_by_group;
            ALTER TABLE patterns DROP COLUMN language, DROP COLUMN name_words;
            CREATE INDEX patterns_by_updated ON patterns (updated_at);
            CREATE INDEX patterns_by_name ON patterns (name);
            CREATE INDEX patterns_by_quality ON patterns (quality_rank);
            CREATE INDEX patterns_by_uses ON patterns (uses);
            ALTER TABLE patterns ADD COLUMN exposures bigint NOT NULL DEFAULT 7;
            CREATE INDEX patterns_by_group ON patterns (kind) INCLUDE (uses, exposures);
            DROP TABLE pattern_tags;
            DROP TRIGGER pattern_tags_added ON pattern_details;
            DROP TRIGGER pattern_tags_changed ON pattern_details;
            ALTER TABLE pattern_details DROP COLUMN tag_keys;
            CREATE INDEX pattern_details_by_tag ON pattern_details USING gin (tags);
            DELETE FROM motif_migrations WHERE version >= 9;
            """
        );

        await Database.MigrateAsync(Forever);

        var page = await Patterns.ListAsync(new() { Tags = ["http", "db"] }, Forever);
        var found = page.Items.ShouldHaveSingleItem();
        (found.PatternId, found.Usage.Exposures).ShouldBe((tagged.PatternId, 7));
    }

    protected override Task TamperAsync(string setting, string sql) =>
        PostgresServer.ExecuteAsync(setting, sql);
}
