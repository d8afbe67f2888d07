using Motif.Backends.Tests.Conformance;
using Motif.Tests.Shared;

namespace Motif.Backends.Tests.Postgres;

[NeedsPostgres]
public sealed class PostgresDecisionStoreTests() : DecisionStoreConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresDecisionTests() : DecisionConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresDecisionLearningTests()
    : DecisionLearningConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresDecisionSendingTests()
    : DecisionSendingConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresDecisionIntakeTests()
    : DecisionIntakeConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresDecisionPeopleTests()
    : DecisionPeopleConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresDecisionCrashTests() : DecisionCrashConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresDecisionFaultTests() : DecisionFaultConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresDecisionVolumeTests()
    : DecisionVolumeConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresDecisionStalenessTests()
    : DecisionStalenessConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresDecisionPrivacyTests()
    : DecisionPrivacyConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresDecisionImportTests()
    : DecisionImportConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresDecisionMergeTests() : DecisionMergeConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresDecisionIncrementsTests()
    : DecisionIncrementsConformance(new PostgresBackend());
