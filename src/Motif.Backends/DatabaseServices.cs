using Motif.Backends.Postgres;
using Motif.Backends.Sqlite;

namespace Motif.Backends;

/// <summary>The door that a setting opens.</summary>
public static class DatabaseServices
{
    private const string DefaultFile = "motif.db";
    private const string SqlitePrefix = "sqlite:";

    /// <summary>
    /// A <c>postgresql://</c> URL is PostgreSQL; anything else is the path of an SQLite file, <c>sqlite:</c> may stand
    /// before it.
    /// </summary>
    /// <param name="setting">
    /// Null or blank: the environment's MOTIF_DATABASE, else DATABASE_URL, else <c>motif.db</c> in the working folder.
    /// </param>
    /// <exception cref="ArgumentException">It is the URL of something else.</exception>
    public static MotifBuilder UseDatabase(this MotifBuilder builder, string? setting = null)
    {
        var chosen =
            Given(setting)
            ?? Given(Environment.GetEnvironmentVariable("MOTIF_DATABASE"))
            ?? Given(Environment.GetEnvironmentVariable("DATABASE_URL"))
            ?? DefaultFile;
        if (PostgresUrl.IsOne(chosen))
            return builder.UsePostgres(chosen);
        if (chosen.StartsWith(SqlitePrefix, StringComparison.OrdinalIgnoreCase))
            return builder.UseSqlite(chosen[SqlitePrefix.Length..]);
        // A URL may hold a password: only its scheme is shown.
        if (chosen.IndexOf("://", StringComparison.Ordinal) is > 0 and var end)
            throw new ArgumentException(
                $"the database {chosen[..end]}:// is not known; give postgresql://… or the path of an SQLite file",
                nameof(setting)
            );
        return builder.UseSqlite(chosen);
    }

    private static string? Given(string? setting) =>
        string.IsNullOrWhiteSpace(setting) ? null : setting.Trim();
}
