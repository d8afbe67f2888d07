using Motif.Backends.Tests.Postgres;
using Motif.Backends.Tests.Qdrant;
using Motif.Backends.Tests.Redis;
using Motif.Tests.Shared;
using Xunit.Abstractions;

namespace Motif.Backends.Tests;

/// <summary>On a test class: what must be there for it to run.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class NeedsAttribute : Attribute
{
    /// <summary>Why the tests of a class are skipped; null when they run.</summary>
    public static string? SkipReasonOf(ITypeInfo type) =>
        Has<NeedsPostgresAttribute>(type) ? PostgresServer.SkipReason
        : Has<NeedsPgVectorAttribute>(type) ? PgliteServer.SkipReason
        : Has<NeedsQdrantAttribute>(type) ? RealQdrant.SkipReason
        : Has<NeedsRedisAttribute>(type) ? RedisServer.SkipReason
        : null;

    private static bool Has<T>(ITypeInfo type)
        where T : NeedsAttribute => type.GetCustomAttributes(typeof(T)).Any();
}

/// <summary>On a test class: its backend is a PostgreSQL server.</summary>
public sealed class NeedsPostgresAttribute : NeedsAttribute;

/// <summary>On a test class: its backend is a PostgreSQL server with pgvector.</summary>
public sealed class NeedsPgVectorAttribute : NeedsAttribute;

/// <summary>On a test class: its backend has a real Redis before it.</summary>
public sealed class NeedsRedisAttribute : NeedsAttribute;

/// <summary>On a test class: its backend is a real Qdrant.</summary>
public sealed class NeedsQdrantAttribute : NeedsAttribute;
