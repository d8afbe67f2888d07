using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using Motif.Backends;
using Motif.Backends.OpenAi;
using Motif.Onnx;

namespace Motif.Server;

/// <summary>When a request needs an API key.</summary>
public enum ApiKeyPolicy
{
    /// <summary>Not while the server listens on loopback alone; always as soon as it listens elsewhere.</summary>
    Auto,

    /// <summary>Always.</summary>
    Required,
}

/// <summary>How a server is run. Every value is bounded; <see cref="Check"/> says what lies outside.</summary>
public sealed record MotifServerOptions
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Where it listens, such as <c>http://127.0.0.1:5080</c>; port 0 takes a free one.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>A file path (SQLite) or a <c>postgresql://</c> URL.</summary>
    [Required, MinLength(1)]
    public string Database { get; init; } = "motif.db";

    /// <summary>The folders that scans started through the API may read; none by default.</summary>
    public IReadOnlyList<string> CodeRoots { get; init; } = [];

    public ApiKeyPolicy ApiKeys { get; init; } = ApiKeyPolicy.Auto;

    /// <summary>Names under which a server on loopback is reached, beside localhost and its addresses.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Origins whose pages may call the API from a browser, such as <c>https://tools.example.org</c>.</summary>
    public IReadOnlyList<string> CorsOrigins { get; init; } = [];

    /// <summary>Largest JSON body.</summary>
    [Range(1 << 10, 100 << 20)]
    public long MaxBodyBytes { get; init; } = 10 << 20;

    /// <summary>Largest import.</summary>
    [Range(1 << 10, 1L << 40)]
    public long MaxImportBytes { get; init; } = 1 << 30;

    /// <summary>Requests that a key, or an address without one, may make in the long run.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; init; } = 1200;

    /// <summary>Requests that it may make at once.</summary>
    [Range(1, 1_000_000)]
    public int RequestBurst { get; init; } = 300;

    /// <summary>Scans that run at the same time.</summary>
    [Range(1, 16)]
    public int MaxScans { get; init; } = 1;

    /// <summary>The time of day, in UTC, at which a run of discovery starts; none by itself when null.</summary>
    public TimeOnly? DiscoveryDaily { get; init; }

    /// <summary>How long answers are kept for the same Idempotency-Key.</summary>
    [Range(1, 720)]
    public int IdempotencyHours { get; init; } = 24;

    /// <summary>How long a shutdown waits for requests, exposures and scans.</summary>
    [Range(1, 600)]
    public int ShutdownSeconds { get; init; } = 30;

    /// <summary>The folder of the built dashboard; <c>wwwroot</c> beside the program when null.</summary>
    public string? DashboardPath { get; init; }

    /// <summary>The file of the offline lexicon; the one that comes with Motif when null.</summary>
    public string? Lexicon { get; init; }

    /// <summary><c>off</c>, the folder of a sentence model, or null for the one that comes with Motif.</summary>
    public string? Model { get; init; }

    /// <summary>The endpoint that embeds patterns and requests in the sentence model's place; none when null.</summary>
    public EmbeddingEndpointOptions? Embedding { get; init; }

    /// <summary>Where vectors are searched.</summary>
    public VectorSettings Vectors { get; init; } = new();

    /// <summary>Where traces and metrics are sent; nowhere when null.</summary>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary><c>grpc</c> or <c>http/protobuf</c>.</summary>
    [RegularExpression("^(grpc|http/protobuf)$", MatchTimeoutInMilliseconds = -1)]
    public string OtlpProtocol { get; init; } = "grpc";

    /// <summary>True when every URL is one of loopback.</summary>
    public bool IsLoopbackOnly => Urls.All(IsLoopback);

    public bool RequiresApiKey => ApiKeys is ApiKeyPolicy.Required || !IsLoopbackOnly;

    /// <summary>Reads the <c>MOTIF_…</c> variables; what is not set keeps its default.</summary>
    /// <exception cref="ServerRefusedException">A value cannot be read or lies outside its range.</exception>
    public static MotifServerOptions FromEnvironment(Func<string, string?> variable) =>
        new EnvironmentOptions(variable).Read().Checked();

    /// <summary>What is wrong with the options, one sentence each; empty when all is well.</summary>
    public IReadOnlyList<string> Check()
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(this, new ValidationContext(this), results, true);
        return
        [
            .. results.Select(r => r.ErrorMessage ?? "an option is invalid"),
            .. Urls.Count == 0 ? ["no URL to listen on was given"] : Array.Empty<string>(),
            .. Urls.Where(u => !IsUrl(u)).Select(u => $"'{u}' is no URL such as {DefaultUrl}"),
            .. CorsOrigins
                .Where(o => !IsOrigin(o))
                .Select(o => $"'{o}' is no origin such as https://tools.example.org"),
            .. CodeRoots
                .Where(r => !Directory.Exists(r))
                .Select(r => $"the code root '{r}' is no folder"),
        ];
    }

    /// <exception cref="ServerRefusedException">Something is wrong with the options.</exception>
    public MotifServerOptions Checked() =>
        Check() is { Count: > 0 } errors
            ? throw new ServerRefusedException(string.Join("; ", errors))
            : this;

    /// <summary>Every setting that is no secret, by its variable, as text.</summary>
    public IReadOnlyDictionary<string, string> Shown() =>
        new SortedDictionary<string, string>(
            EmbeddingServices
                .Shown(Embedding)
                .Concat(Vectors.Shown())
                .ToDictionary(StringComparer.Ordinal),
            StringComparer.Ordinal
        )
        {
            ["MOTIF_API_KEYS"] = WireName.Of(ApiKeys),
            ["MOTIF_ALLOWED_HOSTS"] = string.Join(',', AllowedHosts),
            ["MOTIF_CODE_ROOTS"] = string.Join(Path.PathSeparator, CodeRoots),
            ["MOTIF_CORS_ORIGINS"] = string.Join(',', CorsOrigins),
            ["MOTIF_DISCOVERY_DAILY"] =
                DiscoveryDaily?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "",
            ["MOTIF_IDEMPOTENCY_HOURS"] = Text(IdempotencyHours),
            [EmbeddingServices.LexiconVariable] = Lexicon ?? "",
            ["MOTIF_MAX_BODY_BYTES"] = Text(MaxBodyBytes),
            ["MOTIF_MAX_IMPORT_BYTES"] = Text(MaxImportBytes),
            ["MOTIF_MAX_SCANS"] = Text(MaxScans),
            [SentenceModel.Variable] = Model ?? "",
            ["MOTIF_REQUEST_BURST"] = Text(RequestBurst),
            ["MOTIF_REQUESTS_PER_MINUTE"] = Text(RequestsPerMinute),
            ["MOTIF_SHUTDOWN_SECONDS"] = Text(ShutdownSeconds),
            ["MOTIF_URLS"] = string.Join(',', Urls),
        };

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static bool IsUrl(string url) =>
        Uri.TryCreate(Concrete(url), UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https";

    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.GetLeftPart(UriPartial.Authority) == origin;

    private static bool IsLoopback(string url) =>
        !url.Contains("://*", StringComparison.Ordinal)
        && !url.Contains("://+", StringComparison.Ordinal)
        && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (
            uri.Host is "localhost"
            || (
                IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address)
                && IPAddress.IsLoopback(address)
            )
        );

    /// <summary>Kestrel's wildcards are no host names.</summary>
    private static string Concrete(string url) =>
        url.Replace("://*", "://any", StringComparison.Ordinal)
            .Replace("://+", "://any", StringComparison.Ordinal);
}
