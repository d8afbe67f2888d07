using Motif.Backends.Tests.Conformance;

namespace Motif.Backends.Tests.Postgres;

[NeedsPostgres]
public sealed class PostgresItemStoreTests() : ItemStoreConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresDiscoveryStoreTests()
    : DiscoveryStoreConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresDiscoveryAdviceTests()
    : DiscoveryAdviceConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresClusterEditTests() : ClusterEditConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresExperimentStoreTests()
    : ExperimentStoreConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresMiningPartTests() : MiningPartConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresDailyRunsTests() : DailyRunsConformance(new PostgresBackend());
