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
        await BeginAtAsync(
            "Sqlite",
            7,
            """
            INSERT INTO patterns (pattern_id, kind, pattern_type, key, name, status, version, exposures, created_at,
                                  updated_at, quality_rank, quality_bin)
            VALUES ('01998a5e-5f3c-7c11-8d5e-2f0a6c1b9e45', 'success', 'caching', 'shown', 'Shown', 'active', 1, 7, 1, 1, -1, -1);
            INSERT INTO pattern_details (pattern_id, description, tags, quality, body, words)
            VALUES ('01998a5e-5f3c-7c11-8d5e-2f0a6c1b9e45', '', '["db"]', '{"score":null,"completeness":0,"components":{}}', '{}', 'shown');
            """
        );

        await Database.MigrateAsync(Forever);

        var shown = Guid.Parse("01998a5e-5f3c-7c11-8d5e-2f0a6c1b9e45");
        (await Patterns.FindAsync(shown, Forever))!.Usage.Exposures.ShouldBe(7);
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
