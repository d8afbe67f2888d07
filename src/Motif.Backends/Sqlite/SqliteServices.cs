using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.Relational;

namespace Motif.Backends.Sqlite;

/// <summary>The door to SQLite.</summary>
public static class SqliteServices
{
    /// <summary>Keeps everything in one file, made at the first use; its folder must exist.</summary>
    public static MotifBuilder UseSqlite(this MotifBuilder builder, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return builder.UseRelational(s => new SqliteDatabase(
            path,
            s.GetRequiredService<TimeProvider>()
        ));
    }
}
