using Motif.Backends.Tests.Conformance;

namespace Motif.Backends.Tests.Sqlite;

public sealed class SqlitePatternStoreTests() : PatternStoreConformance(new SqliteBackend());
