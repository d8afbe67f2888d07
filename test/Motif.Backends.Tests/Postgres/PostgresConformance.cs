using Motif.Backends.Tests.Conformance;

namespace Motif.Backends.Tests.Postgres;

[NeedsPostgres]
public sealed class PostgresPatternStoreTests() : PatternStoreConformance(new PostgresBackend());
