using Motif.Backends.Tests.Conformance;

namespace Motif.Backends.Tests.Sqlite;

public sealed class SqliteContentStoreTests() : ContentStoreConformance(new SqliteBackend());

public sealed class SqliteContentSelectionTests()
    : ContentSelectionConformance(new SqliteBackend());

public sealed class SqliteTemplateFamilyStoreTests()
    : TemplateFamilyStoreConformance(new SqliteBackend());

public sealed class SqliteContentCrashTests() : ContentCrashConformance(new SqliteBackend());

public sealed class SqliteContentCultureTests() : ContentCultureConformance(new SqliteBackend());

public sealed class SqliteContentCalendarTests() : ContentCalendarConformance(new SqliteBackend());

public sealed class SqliteContentReportsTests() : ContentReportsConformance(new SqliteBackend());
