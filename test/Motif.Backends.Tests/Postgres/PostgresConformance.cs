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
        await BeginAtAsync(
            "Postgres",
            8,
            """
            INSERT INTO patterns (pattern_id, kind, pattern_type, key, name, status, version, exposures, created_at,
                                  updated_at, quality_rank, quality_bin)
            VALUES ('01998a5e-5f3c-7c11-8d5e-2f0a6c1b9e45', 'success', 'caching', 'tagged', 'Tagged', 'active', 1, 7,
                    now(), now(), -1, -1);
            INSERT INTO pattern_details (pattern_id, description, tags, quality, body, words)
            VALUES ('01998a5e-5f3c-7c11-8d5e-2f0a6c1b9e45', '', '{db,http}', '{"score":null,"completeness":0,"components":{}}', '{}', to_tsvector('simple', 'tagged'));
            """
        );

        await Database.MigrateAsync(Forever);

        var page = await Patterns.ListAsync(new() { Tags = ["http", "db"] }, Forever);
        var found = page.Items.ShouldHaveSingleItem();
        (found.Key, found.Usage.Exposures).ShouldBe(("tagged", 7));
    }

    protected override Task TamperAsync(string setting, string sql) =>
        PostgresServer.ExecuteAsync(setting, sql);
}
