using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;
using Motif.Embeddings;
using Motif.Storage;
using Motif.Vectors;

namespace Motif.Onnx;

/// <summary>
/// Text vectors by a sentence model in this process. A text's vector is the same, bit for bit, alone and in any company; a text
/// without a token gets the zero vector, which is similar to nothing. The model is opened by the first call. Thread-safe; to be
/// disposed of when no call is under way.
/// </summary>
public sealed class OnnxEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private const string System = "sentence model";

    /// <summary>Tokens of one run; more save no time, and memory grows with them.</summary>
    private const int MostTokens = 512;

    /// <summary>Runs of one call that go on side by side. A request is one run; an import leaves the other processors alone.</summary>
    private static readonly int MostRuns = Math.Min(2, Environment.ProcessorCount);

    private readonly string _folder;
    private readonly ModelDescription _description;
    private readonly EmbeddingGeneratorMetadata _metadata;
    private readonly Lazy<OpenModel> _model;
    private bool _disposed;

    /// <param name="folder">With <c>model.json</c> and the files that it names.</param>
    /// <exception cref="InvalidDataException">The description or a file is missing.</exception>
    public OnnxEmbeddingGenerator(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _folder = folder;
        _description = ModelDescription.Read(folder);
        Model = _description.Id(folder);
        _metadata = new EmbeddingGeneratorMetadata(
            EmbeddingSpace.InProcessModel,
            defaultModelId: Model
        );
        _model = new Lazy<OpenModel>(() => OpenModels.Take(_folder, _description, Model));
    }

    /// <summary>Names model, quantisation, tokeniser and length: vectors of another name must not be compared.</summary>
    public string Model { get; }

    /// <summary>Opens the model now instead of at the first call.</summary>
    /// <exception cref="BackendException">A file is damaged, or ONNX Runtime does not run here.</exception>
    public void Open() => Opened();

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        ObjectDisposedException.ThrowIf(_disposed, this);
        var texts = values.ToList();
        var vectors = await Task.Run(
            () => EmbedAsync(texts, options, cancellationToken),
            cancellationToken
        );
        return new GeneratedEmbeddings<Embedding<float>>(
            vectors.Vectors.Select(vector => new Embedding<float>(vector) { ModelId = Model })
        )
        {
            Usage = new UsageDetails
            {
                InputTokenCount = vectors.Tokens,
                TotalTokenCount = vectors.Tokens,
            },
        };
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
            return null;
        if (serviceType == typeof(EmbeddingGeneratorMetadata))
            return _metadata;
        if (serviceType == typeof(EmbeddingMean))
            return ModelMean.Of(_description.Name);
        return serviceType.IsInstanceOfType(this) ? this : null;
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        if (_model is { IsValueCreated: true })
            OpenModels.Return(_model.Value);
    }

    private async Task<(float[][] Vectors, long Tokens)> EmbedAsync(
        List<string> texts,
        EmbeddingGenerationOptions? options,
        CancellationToken cancellationToken
    )
    {
        var model = Opened();
        Require(options, model.Network.Dimensions);
        var ids = new long[texts.Count][];
        for (var i = 0; i < ids.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ids[i] = model.Tokenizer.Encode(_description.Prefix + texts[i]);
        }
        var vectors = Array.ConvertAll(ids, _ => new float[model.Network.Dimensions]);
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = MostRuns,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForEachAsync(
            Batches(ids),
            parallel,
            (batch, stopping) =>
            {
                Fill(model.Network, ids, batch, vectors, stopping);
                return ValueTask.CompletedTask;
            }
        );
        return (vectors, ids.Sum(text => (long)text.Length));
    }

    /// <summary>Texts of the same length, shortest first; those without a token are in none.</summary>
    private static IEnumerable<int[]> Batches(long[][] ids) =>
        Enumerable
            .Range(0, ids.Length)
            .Where(i => ids[i].Length > 0)
            .GroupBy(i => ids[i].Length)
            .OrderBy(group => group.Key)
            .SelectMany(group => group.Chunk(Math.Max(1, MostTokens / group.Key)));

    private static void Fill(
        SentenceNetwork network,
        long[][] ids,
        int[] batch,
        float[][] vectors,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var made = network.Run(Array.ConvertAll(batch, i => ids[i]), cancellationToken);
            for (var i = 0; i < batch.Length; i++)
                vectors[batch[i]] = made[i];
        }
        catch (OnnxRuntimeException exception)
        {
            throw new BackendException(
                System,
                "embed",
                exception.Message,
                isTransient: true,
                exception
            );
        }
    }

    private OpenModel Opened()
    {
        try
        {
            return _model.Value;
        }
        catch (Exception exception)
            when (exception
                    is IOException
                        or InvalidDataException
                        or UnauthorizedAccessException
                        or DllNotFoundException
                        or TypeInitializationException
            )
        {
            throw new BackendException(
                System,
                "open",
                exception.Message,
                isTransient: false,
                exception
            );
        }
    }

    private void Require(EmbeddingGenerationOptions? options, int dimensions)
    {
        if (
            (options?.ModelId ?? Model) != Model
            || (options?.Dimensions ?? dimensions) != dimensions
        )
            throw new BackendException(
                System,
                "embed",
                $"{Model} gives {dimensions} dimensions; it cannot answer for {options?.ModelId ?? Model} with {options?.Dimensions ?? dimensions}",
                isTransient: false
            );
    }
}
