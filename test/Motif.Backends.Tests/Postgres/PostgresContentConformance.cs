using Motif.Backends.Tests.Conformance;
using Motif.Tests.Shared;

namespace Motif.Backends.Tests.Postgres;

[NeedsPostgres]
public sealed class PostgresContentStoreTests() : ContentStoreConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresContentSelectionTests()
    : ContentSelectionConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresTemplateFamilyStoreTests()
    : TemplateFamilyStoreConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresContentCrashTests() : ContentCrashConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresContentCultureTests()
    : ContentCultureConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresContentCalendarTests()
    : ContentCalendarConformance(new PostgresBackend());

[NeedsPostgres]
public sealed class PostgresContentReportsTests()
    : ContentReportsConformance(new PostgresBackend());
