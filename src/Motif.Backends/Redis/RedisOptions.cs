using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Motif.Backends.Redis;

/// <summary>Where Redis is that caches reads.</summary>
public sealed record RedisOptions
{
    private const string UrlVariable = "MOTIF_REDIS_URL";
    private const string HostVariable = "REDIS_HOST";
    private const string PortVariable = "REDIS_PORT";
    private const string PasswordVariable = "REDIS_PASSWORD";
    private const int DefaultPort = 6379;

    public required string Host { get; init; }

    [Range(1, 65_535)]
    public int Port { get; init; } = DefaultPort;

    public string? User { get; init; }

    /// <summary>Never logged and never part of an error.</summary>
    public string? Password { get; init; }

    /// <summary>The number of the database there.</summary>
    [Range(0, 1_000_000)]
    public int Database { get; init; }

    public bool UsesTls { get; init; }

    /// <summary>How long an answer is waited for before the database is asked instead.</summary>
    [Range(0.001, 10)]
    public double TimeoutSeconds { get; init; } = 0.25;

    /// <summary>How long it is left alone after a failure, so that a Redis that hangs slows one call and not all.</summary>
    [Range(0.001, 600)]
    public double RestSeconds { get; init; } = 5;

    /// <summary>Shows everything but the password.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}/{Database}");

    /// <summary>
    /// What <c>MOTIF_REDIS_URL</c> says (<c>redis://[user:password@]host[:port][/database]</c>, <c>rediss://</c> with TLS), else
    /// <c>REDIS_HOST</c>, <c>REDIS_PORT</c> and <c>REDIS_PASSWORD</c>; null where neither is set.
    /// </summary>
    /// <exception cref="ValidationException">A variable cannot be read; the message names it and shows no password.</exception>
    public static RedisOptions? FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (Text(variable, UrlVariable) is { } url)
            return OfUrl(url).Checked(UrlVariable);
        if (Text(variable, HostVariable) is not { } host)
            return null;
        return new RedisOptions
        {
            Host = host,
            Port = Text(variable, PortVariable) is { } port
                ? Number(port) ?? throw Wrong(PortVariable, "must be a number from 1 to 65535")
                : DefaultPort,
            Password = Text(variable, PasswordVariable),
        }.Checked(PortVariable);
    }

    private static RedisOptions OfUrl(string url)
    {
        if (
            !Uri.TryCreate(url, UriKind.Absolute, out var address)
            || address.Scheme is not ("redis" or "rediss")
            || address.Host.Length == 0
        )
            throw Wrong(UrlVariable, "must be a URL such as redis://127.0.0.1:6379");
        var login = address.UserInfo.Split(':', 2);
        var path = address.AbsolutePath.Trim('/');
        return new RedisOptions
        {
            Host = address.IdnHost,
            Port = address.Port < 0 ? DefaultPort : address.Port,
            User = login[0].Length > 0 ? Uri.UnescapeDataString(login[0]) : null,
            Password = login.Length > 1 ? Uri.UnescapeDataString(login[1]) : null,
            Database =
                path.Length == 0
                    ? 0
                    : Number(path)
                        ?? throw Wrong(
                            UrlVariable,
                            "must end with the number of a database, such as /0"
                        ),
            UsesTls = address.Scheme == "rediss",
        };
    }

    private RedisOptions Checked(string variable)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(this, new ValidationContext(this), results, true);
        return results.Count == 0
            ? this
            : throw Wrong(variable, string.Join("; ", results.Select(r => r.ErrorMessage)));
    }

    private static ValidationException Wrong(string variable, string what) =>
        new($"{variable}: {what}");

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string? Text(Func<string, string?> variable, string name) =>
        variable(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
