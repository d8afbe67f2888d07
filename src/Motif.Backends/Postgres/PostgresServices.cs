using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.Relational;

namespace Motif.Backends.Postgres;

/// <summary>The door to PostgreSQL.</summary>
public static class PostgresServices
{
    /// <summary>Keeps everything in a PostgreSQL database, version 15 or later, with the encoding UTF8.</summary>
    /// <param name="url"><c>postgresql://user:password@host:port/database?sslmode=require</c></param>
    /// <exception cref="ArgumentException">The URL is not one.</exception>
    public static MotifBuilder UsePostgres(this MotifBuilder builder, string url)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(url);
        PostgresUrl.Parse(url);
        return builder.UseRelational(s => new PostgresDatabase(
            url,
            s.GetRequiredService<TimeProvider>()
        ));
    }
}
