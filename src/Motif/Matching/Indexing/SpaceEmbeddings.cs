using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;
using Motif.Embeddings;
using Motif.Matching.Documents;
using Motif.Storage;
using Motif.Vectors;

namespace Motif.Matching.Indexing;

/// <summary>
/// Embeds patterns and requests by the chosen model, and by an older model of the same endpoint as long as its space is
/// searched. Thread-safe.
/// </summary>
/// <param name="matchWait">How long a request waits for its vector before the offline vectors answer.</param>
/// <param name="circuit">State of the endpoint's circuit breaker, where it has one.</param>
public sealed class SpaceEmbeddings(
    IEmbeddingGenerator<string, Embedding<float>> generator,
    TimeSpan matchWait,
    TimeProvider time,
    Func<string>? circuit = null
)
{
    private const string System = "embedding";
    private const string ProbeText = "motif";

    private readonly EmbeddingGeneratorMetadata? _metadata =
        generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata;

    public string Provider => _metadata?.ProviderName ?? "endpoint";

    public string Model => _metadata?.DefaultModelId ?? "default";

    public string? Circuit => circuit?.Invoke();

    /// <summary>Why the last request of a match got no vector; null when it got one.</summary>
    public string? LastFailure { get; private set; }

    /// <summary>The text of a pattern that is embedded, by <see cref="EmbeddingSpace.CurrentTemplate"/>.</summary>
    public static string Text(MatchDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        // What says most comes first: models read a few hundred words.
        string[] lines =
        [
            document.Name,
            string.Join(", ", document.Aliases),
            string.Join(", ", document.Tags),
            document.Intent,
            document.Description,
            .. document.PastIntents.Select(intent => intent.Text),
            .. document.Steps,
            document.Details,
        ];
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    /// <summary>SHA-256 of a text, lower-case hex.</summary>
    public static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The space of the chosen model, whose dimension its first vector tells.</summary>
    /// <exception cref="BackendException">The model did not answer.</exception>
    public async Task<EmbeddingSpace> ProbeAsync(CancellationToken cancellationToken)
    {
        var probe = await GenerateAsync([ProbeText], null, cancellationToken);
        return new EmbeddingSpace(Provider, Model, probe[0].Length);
    }

    /// <summary>Whether vectors of this space can be made here.</summary>
    public bool Serves(EmbeddingSpace space) =>
        space.Provider == Provider
        && space.Template == EmbeddingSpace.CurrentTemplate
        && (!space.IsOneModel || space.Model == Model);

    /// <summary>The vector of a request; null where the model did not give one in time.</summary>
    public async Task<float[]?> EmbedRequestAsync(
        string text,
        EmbeddingSpace space,
        CancellationToken cancellationToken
    ) => (await EmbedInTimeAsync([text], space, cancellationToken))?[0];

    /// <summary>The vectors of texts that a match waits for; null where the model did not give them in time.</summary>
    public async Task<IReadOnlyList<float[]>?> EmbedInTimeAsync(
        IReadOnlyList<string> texts,
        EmbeddingSpace space,
        CancellationToken cancellationToken
    )
    {
        using var deadline = new CancellationTokenSource(matchWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            deadline.Token
        );
        try
        {
            var vectors = await EmbedAsync(texts, space, either.Token);
            LastFailure = null;
            return vectors;
        }
        catch (BackendException exception)
        {
            LastFailure = exception.Message;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LastFailure = FormattableString.Invariant(
                $"{System}: {Model} gave no vector within {matchWait.TotalSeconds} s"
            );
        }
        return null;
    }

    /// <summary>The vector of a text that no cache has; null where the model does not answer.</summary>
    public Task<float[]?> EmbedAnewAsync(
        EmbeddingSpace space,
        CancellationToken cancellationToken
    ) =>
        EmbedRequestAsync(
            string.Create(CultureInfo.InvariantCulture, $"{ProbeText} {time.GetUtcNow().UtcTicks}"),
            space,
            cancellationToken
        );

    /// <summary>The vectors of texts in one space, all of them or an error.</summary>
    /// <exception cref="BackendException">The model did not answer, or in another dimension.</exception>
    public async Task<IReadOnlyList<float[]>> EmbedAsync(
        IReadOnlyList<string> texts,
        EmbeddingSpace space,
        CancellationToken cancellationToken
    )
    {
        var vectors = await GenerateAsync(texts, Options(space), cancellationToken);
        foreach (var vector in vectors)
        {
            if (vector.Length != space.Dimensions)
                throw new BackendException(
                    System,
                    "embed",
                    $"{space.Model} gave {vector.Length} dimensions, its space has {space.Dimensions}; restart to build a new space",
                    isTransient: false
                );
        }
        return vectors;
    }

    /// <summary>Nothing is asked for of the chosen model: its own options hold.</summary>
    private EmbeddingGenerationOptions? Options(EmbeddingSpace space)
    {
        if (space.Model != Model)
            return new EmbeddingGenerationOptions { ModelId = space.Model };
        var usual = _metadata?.DefaultModelDimensions;
        return usual is null || usual == space.Dimensions
            ? null
            : new EmbeddingGenerationOptions { Dimensions = space.Dimensions };
    }

    private Task<IReadOnlyList<float[]>> GenerateAsync(
        IReadOnlyList<string> texts,
        EmbeddingGenerationOptions? options,
        CancellationToken cancellationToken
    ) => generator.VectorsAsync(texts, options, "the model does not answer", cancellationToken);
}
