using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Motif.Backends;
using Motif.Onnx;

namespace Motif.Server;

/// <summary>Reads <see cref="MotifServerOptions"/> from environment variables.</summary>
internal sealed class EnvironmentOptions(Func<string, string?> variable)
{
    private readonly MotifServerOptions _defaults = new();

    public MotifServerOptions Read() =>
        new()
        {
            Urls = List("MOTIF_URLS", ',', _defaults.Urls),
            Database = Text("MOTIF_DATABASE") ?? Text("DATABASE_URL") ?? _defaults.Database,
            CodeRoots = List("MOTIF_CODE_ROOTS", Path.PathSeparator, _defaults.CodeRoots),
            ApiKeys = Name("MOTIF_API_KEYS", _defaults.ApiKeys),
            AllowedHosts = List("MOTIF_ALLOWED_HOSTS", ',', _defaults.AllowedHosts),
            CorsOrigins = List("MOTIF_CORS_ORIGINS", ',', _defaults.CorsOrigins),
            MaxBodyBytes = Number("MOTIF_MAX_BODY_BYTES", _defaults.MaxBodyBytes),
            MaxImportBytes = Number("MOTIF_MAX_IMPORT_BYTES", _defaults.MaxImportBytes),
            RequestsPerMinute = Count("MOTIF_REQUESTS_PER_MINUTE", _defaults.RequestsPerMinute),
            RequestBurst = Count("MOTIF_REQUEST_BURST", _defaults.RequestBurst),
            MaxScans = Count("MOTIF_MAX_SCANS", _defaults.MaxScans),
            DiscoveryDaily = TimeOfDay("MOTIF_DISCOVERY_DAILY"),
            IdempotencyHours = Count("MOTIF_IDEMPOTENCY_HOURS", _defaults.IdempotencyHours),
            ShutdownSeconds = Count("MOTIF_SHUTDOWN_SECONDS", _defaults.ShutdownSeconds),
            DashboardPath = Text("MOTIF_DASHBOARD_PATH"),
            Lexicon = Text(EmbeddingServices.LexiconVariable),
            Model = Text(SentenceModel.Variable),
            Embedding = Read(EmbeddingServices.Endpoint),
            Vectors = Read(VectorSettings.FromEnvironment),
            OtlpEndpoint = Address("OTEL_EXPORTER_OTLP_ENDPOINT"),
            OtlpProtocol = Text("OTEL_EXPORTER_OTLP_PROTOCOL") ?? _defaults.OtlpProtocol,
        };

    private T Read<T>(Func<Func<string, string?>, T> read)
    {
        try
        {
            return read(variable);
        }
        catch (ValidationException exception)
        {
            throw new ServerRefusedException(exception.Message);
        }
    }

    private string? Text(string name) =>
        variable(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private IReadOnlyList<string> List(
        string name,
        char separator,
        IReadOnlyList<string> otherwise
    ) =>
        Text(name)
            ?.Split(
                separator,
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        ?? otherwise;

    private long Number(string name, long otherwise)
    {
        if (Text(name) is not { } text)
            return otherwise;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ServerRefusedException($"{name} is '{text}'; it must be a whole number");
    }

    private int Count(string name, int otherwise)
    {
        var number = Number(name, otherwise);
        return number <= int.MaxValue
            ? (int)number
            : throw new ServerRefusedException($"{name} is {number}; that is too large");
    }

    private TimeOnly? TimeOfDay(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return TimeOnly.TryParseExact(
            text,
            "HH:mm",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time
            : throw new ServerRefusedException(
                $"{name} is '{text}'; it must be a time of day in UTC such as 03:30"
            );
    }

    private T Name<T>(string name, T otherwise)
        where T : struct, Enum
    {
        if (Text(name) is not { } text)
            return otherwise;
        return WireName.Parse<T>(text)
            ?? throw new ServerRefusedException(
                $"{name} is '{text}'; it must be {string.Join(" or ", Enum.GetValues<T>().Select(v => WireName.Of(v)))}"
            );
    }

    private Uri? Address(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri)
            ? uri
            : throw new ServerRefusedException($"{name} is '{text}'; it must be a URL");
    }
}
