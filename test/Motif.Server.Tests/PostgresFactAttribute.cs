using Motif.Tests.Shared;

namespace Motif.Server.Tests;

/// <summary>A test that needs PostgreSQL; skipped with its reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = PostgresServer.SkipReason;
}
