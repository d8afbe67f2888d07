using Microsoft.Data.Sqlite;
using Motif.Backends.Sqlite;
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
    protected override async Task TamperAsync(string setting, string sql)
    {
        SqliteLibrary.Prepare();
        await using var connection = new SqliteConnection($"Data Source={setting};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
