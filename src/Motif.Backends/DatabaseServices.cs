using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.Postgres;
using Motif.Backends.Sqlite;
using Motif.Code.Scanning.Kept;

namespace Motif.Backends;

/// <summary>The door that a setting opens.</summary>
public static class DatabaseServices
{
    private const string DefaultFile = "motif.db";
    private const string SqlitePrefix = "sqlite:";
    private const string FactsFolder = "MOTIF_CODE_FACTS";
    private const string Off = "off";

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
            return KeepFacts(builder, beside: null).UsePostgres(chosen);
        if (chosen.StartsWith(SqlitePrefix, StringComparison.OrdinalIgnoreCase))
            return UseFile(builder, chosen[SqlitePrefix.Length..]);
        // A URL may hold a password: only its scheme is shown.
        if (chosen.IndexOf("://", StringComparison.Ordinal) is > 0 and var end)
            throw new ArgumentException(
                $"the database {chosen[..end]}:// is not known; give postgresql://… or the path of an SQLite file",
                nameof(setting)
            );
        return UseFile(builder, chosen);
    }

    private static MotifBuilder UseFile(MotifBuilder builder, string path) =>
        KeepFacts(builder, beside: path + ".facts").UseSqlite(path);

    /// <summary>Scans leave what they read in the folder of MOTIF_CODE_FACTS, else beside the database; nowhere where that is <c>off</c>.</summary>
    private static MotifBuilder KeepFacts(MotifBuilder builder, string? beside)
    {
        var folder = Given(Environment.GetEnvironmentVariable(FactsFolder)) ?? beside;
        if (folder is not (null or Off))
            builder.Services.AddSingleton(new KeptFacts(folder));
        return builder;
    }

    private static string? Given(string? setting) =>
        string.IsNullOrWhiteSpace(setting) ? null : setting.Trim();
}
