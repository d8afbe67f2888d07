using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Motif.Backends.Qdrant;
using Motif.Matching.Indexing;

namespace Motif.Backends;

/// <summary>Where vectors are searched.</summary>
public enum VectorKind
{
    /// <summary>In the memory of each server.</summary>
    InProcess,

    /// <summary>In Qdrant.</summary>
    Qdrant,

    /// <summary>In PostgreSQL with pgvector.</summary>
    Pgvector,
}

/// <summary>The vector index that a server uses.</summary>
public sealed record VectorSettings
{
    private const string Kinds = "MOTIF_VECTORS";
    private const string QdrantUrl = "MOTIF_QDRANT_URL";
    private const string QdrantKey = "MOTIF_QDRANT_KEY";
    private const string QdrantCollection = "MOTIF_QDRANT_COLLECTION";
    private const string PgvectorUrl = "MOTIF_PGVECTOR_URL";
    private const string Snapshots = "MOTIF_VECTOR_SNAPSHOTS";
    private const string Reconcile = "MOTIF_VECTOR_RECONCILE_MINUTES";

    public VectorKind Kind { get; init; } = VectorKind.InProcess;

    /// <summary>Required for <see cref="VectorKind.Qdrant"/>.</summary>
    public QdrantOptions? Qdrant { get; init; }

    /// <summary>A <c>postgresql://</c> URL for <see cref="VectorKind.Pgvector"/>; the catalogue's own database when null.</summary>
    public string? Pgvector { get; init; }

    public VectorOptions Options { get; init; } = new();

    /// <summary>Shows neither keys nor URLs, which may hold passwords.</summary>
    public override string ToString() => WireName.Of(Kind);

    /// <summary>Reads the <c>MOTIF_…</c> variables; what is not set keeps its default.</summary>
    /// <exception cref="ValidationException">A value cannot be read or lies outside its range.</exception>
    public static VectorSettings FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var settings = new VectorSettings
        {
            Kind = Text(variable, Kinds) is { } kind ? Parse(kind) : VectorKind.InProcess,
            Qdrant = QdrantOf(variable),
            Pgvector = Text(variable, PgvectorUrl),
            Options = new VectorOptions
            {
                SnapshotFolder = Text(variable, Snapshots),
                ReconcileMinutes = Text(variable, Reconcile) is { } minutes
                    ? Number(Reconcile, minutes)
                    : new VectorOptions().ReconcileMinutes,
            },
        };
        if (settings is { Kind: VectorKind.Qdrant, Qdrant: null })
            throw new ValidationException(
                $"{Kinds} is qdrant and {QdrantUrl} is not set; give its address, such as http://127.0.0.1:6333"
            );
        Validator.ValidateObject(
            settings.Options,
            new ValidationContext(settings.Options),
            validateAllProperties: true
        );
        return settings;
    }

    /// <summary>The settings that are no secret, by their variable.</summary>
    public IReadOnlyDictionary<string, string> Shown() =>
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [Kinds] = WireName.Of(Kind),
            [QdrantUrl] = Qdrant?.Url.GetLeftPart(UriPartial.Authority) ?? "",
            [QdrantCollection] = Qdrant?.Collection ?? "",
            [Snapshots] = Options.SnapshotFolder ?? "",
            [Reconcile] = Options.ReconcileMinutes.ToString(CultureInfo.InvariantCulture),
        };

    private static QdrantOptions? QdrantOf(Func<string, string?> variable)
    {
        if (Text(variable, QdrantUrl) is not { } url)
            return null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.UserInfo.Length > 0)
            throw new ValidationException(
                $"{QdrantUrl} must be a URL such as http://127.0.0.1:6333, without a password: give the key as {QdrantKey}"
            );
        var options = new QdrantOptions { Url = address, Key = Text(variable, QdrantKey) };
        return (
            Text(variable, QdrantCollection) is { } name
                ? options with
                {
                    Collection = name,
                }
                : options
        ).Checked();
    }

    private static VectorKind Parse(string text) =>
        WireName.Parse<VectorKind>(text)
        ?? throw new ValidationException(
            $"{Kinds} is '{text}'; it must be {string.Join(" or ", Enum.GetValues<VectorKind>().Select(k => WireName.Of(k)))}"
        );

    private static string? Text(Func<string, string?> variable, string name) =>
        variable(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static int Number(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ValidationException($"{name} is '{text}'; it must be a whole number");
}
