using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Motif.Backends.Postgres;

/// <summary>
/// A connection URI as libpq reads it (PostgreSQL documentation, 34.1.1.2): every part may be percent-encoded, options
/// stand in the query. Its errors never show the URL, for it may hold a password.
/// </summary>
internal static partial class PostgresUrl
{
    public static bool IsOne(string setting) =>
        setting.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase)
        || setting.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="ArgumentException">It is no such URL, or has an option that is not known.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string url)
    {
        var parts = Shape().Match(url);
        if (!parts.Success)
            throw new ArgumentException(
                "not a PostgreSQL URL; expected postgresql://user:password@host:port/database?sslmode=require",
                nameof(url)
            );
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = Part(parts, "host") ?? "localhost",
            Username = Part(parts, "user") ?? Environment.UserName,
            Password = Part(parts, "password"),
        };
        if (parts.Groups["port"] is { Success: true, Value: var port })
            builder.Port = Number("port", port, 65535);
        builder.Database = Part(parts, "database") ?? builder.Username;
        foreach (
            var option in parts
                .Groups["query"]
                .Value.Split('&', StringSplitOptions.RemoveEmptyEntries)
        )
            Set(builder, option);
        return builder;
    }

    private static void Set(NpgsqlConnectionStringBuilder builder, string option)
    {
        var name = Decode(option.Split('=', 2)[0]);
        var value = option.Contains('=', StringComparison.Ordinal)
            ? Decode(option.Split('=', 2)[1])
            : "";
        switch (name)
        {
            case "host":
                builder.Host = value;
                break;
            case "port":
                builder.Port = Number(name, value, 65535);
                break;
            case "user":
                builder.Username = value;
                break;
            case "password":
                builder.Password = value;
                break;
            case "dbname":
                builder.Database = value;
                break;
            case "sslmode":
                builder.SslMode = Mode(value);
                break;
            case "sslrootcert":
                builder.RootCertificate = value;
                break;
            case "sslcert":
                builder.SslCertificate = value;
                break;
            case "sslkey":
                builder.SslKey = value;
                break;
            case "application_name":
                builder.ApplicationName = value;
                break;
            case "connect_timeout":
                builder.Timeout = Number(name, value, 1024);
                break;
            case "options":
                builder.Options = value;
                break;
            case "pool_max_conns":
                builder.MaxPoolSize = Number(name, value, 1024);
                break;
            default:
                throw new ArgumentException(
                    $"the PostgreSQL URL has the option '{name}', which is not known",
                    nameof(option)
                );
        }
    }

    private static SslMode Mode(string value) =>
        value switch
        {
            "disable" => SslMode.Disable,
            "allow" => SslMode.Allow,
            "prefer" => SslMode.Prefer,
            "require" => SslMode.Require,
            "verify-ca" => SslMode.VerifyCA,
            "verify-full" => SslMode.VerifyFull,
            _ => throw new ArgumentException(
                "sslmode is disable, allow, prefer, require, verify-ca or verify-full",
                nameof(value)
            ),
        };

    private static int Number(string name, string value, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= 1
        && number <= most
            ? number
            : throw new ArgumentException(
                $"{name} in the PostgreSQL URL is a number from 1 to {most}",
                nameof(value)
            );

    private static string? Part(Match parts, string name) =>
        parts.Groups[name] is { Success: true, Length: > 0 } part
            ? Decode(part.Value.Trim('[', ']'))
            : null;

    private static string Decode(string text) => Uri.UnescapeDataString(text);

    [GeneratedRegex(
        @"^postgres(ql)?://((?<user>[^:@/?#]*)(:(?<password>[^@/?#]*))?@)?(?<host>\[[0-9A-Fa-f:.]+\]|[^:/?#@]*)(:(?<port>[0-9]+))?(/(?<database>[^/?#]*))?(\?(?<query>[^#]*))?$",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.NonBacktracking
    )]
    private static partial Regex Shape();
}
