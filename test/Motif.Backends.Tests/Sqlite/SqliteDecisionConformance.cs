using Motif.Backends.Tests.Conformance;

namespace Motif.Backends.Tests.Sqlite;

public sealed class SqliteDecisionStoreTests() : DecisionStoreConformance(new SqliteBackend());

public sealed class SqliteDecisionTests() : DecisionConformance(new SqliteBackend());

public sealed class SqliteDecisionLearningTests()
    : DecisionLearningConformance(new SqliteBackend());

public sealed class SqliteDecisionSendingTests() : DecisionSendingConformance(new SqliteBackend());

public sealed class SqliteDecisionIntakeTests() : DecisionIntakeConformance(new SqliteBackend());

public sealed class SqliteDecisionPeopleTests() : DecisionPeopleConformance(new SqliteBackend());

public sealed class SqliteDecisionCrashTests() : DecisionCrashConformance(new SqliteBackend());

public sealed class SqliteDecisionFaultTests() : DecisionFaultConformance(new SqliteBackend());

public sealed class SqliteDecisionVolumeTests() : DecisionVolumeConformance(new SqliteBackend());

public sealed class SqliteDecisionStalenessTests()
    : DecisionStalenessConformance(new SqliteBackend());

public sealed class SqliteDecisionPrivacyTests() : DecisionPrivacyConformance(new SqliteBackend());

public sealed class SqliteDecisionImportTests() : DecisionImportConformance(new SqliteBackend());

public sealed class SqliteDecisionMergeTests() : DecisionMergeConformance(new SqliteBackend());

public sealed class SqliteDecisionIncrementsTests()
    : DecisionIncrementsConformance(new SqliteBackend());
