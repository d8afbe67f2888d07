using Motif.Backends.Tests.Conformance;

namespace Motif.Backends.Tests.Sqlite;

public sealed class SqliteItemStoreTests() : ItemStoreConformance(new SqliteBackend());

public sealed class SqliteDiscoveryStoreTests() : DiscoveryStoreConformance(new SqliteBackend());

public sealed class SqliteDiscoveryAdviceTests() : DiscoveryAdviceConformance(new SqliteBackend());

public sealed class SqliteClusterEditTests() : ClusterEditConformance(new SqliteBackend());

public sealed class SqliteExperimentStoreTests() : ExperimentStoreConformance(new SqliteBackend());

public sealed class SqliteMiningPartTests() : MiningPartConformance(new SqliteBackend());

public sealed class SqliteDailyRunsTests() : DailyRunsConformance(new SqliteBackend());
