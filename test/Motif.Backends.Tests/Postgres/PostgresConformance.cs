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
    protected override Task TamperAsync(string setting, string sql) =>
        PostgresServer.ExecuteAsync(setting, sql);
}
