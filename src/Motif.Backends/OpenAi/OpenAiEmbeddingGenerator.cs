using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Motif.Backends.Http;
using Motif.Storage;

namespace Motif.Backends.OpenAi;

/// <summary>
/// Embeds texts by an OpenAI-compatible endpoint, batch by batch. An answer is taken only when it has one finite vector of the
/// model's dimension for every text; anything else is a <see cref="BackendException"/>. Another model of the same endpoint may
/// be asked for by the call's options. Thread-safe.
/// </summary>
internal sealed class OpenAiEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    public const string System = "embedding";
    private const string Operation = "embeddings.create";

    private readonly EmbeddingEndpointOptions _options;
    private readonly RemoteService _service;
    private readonly EmbeddingGeneratorMetadata _metadata;
    private readonly ConcurrentDictionary<string, int> _dimensions = new(StringComparer.Ordinal);

    public OpenAiEmbeddingGenerator(EmbeddingEndpointOptions options, TimeProvider time)
    {
        _options = options.Checked();
        _service = new RemoteService(
            System,
            options.Url,
            options.Key is { Length: > 0 } key ? ("Authorization", "Bearer ", key) : null,
            options.Service,
            time
        );
        _metadata = new EmbeddingGeneratorMetadata(
            options.Provider,
            options.Url,
            options.Model,
            options.Dimensions
        );
    }

    /// <inheritdoc cref="RemoteService.Circuit"/>
    public string Circuit => _service.Circuit;

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        var model = options?.ModelId ?? _options.Model;
        var wanted =
            options?.ModelId is null || options.ModelId == _options.Model
                ? options?.Dimensions ?? _options.Dimensions
                : options.Dimensions;
        var result = new GeneratedEmbeddings<Embedding<float>>();
        var tokens = 0L;
        foreach (var batch in values.Chunk(_options.BatchSize))
        {
            var answer = await _service.SendAsync(
                Operation,
                HttpMethod.Post,
                "embeddings",
                new Request(model, batch, "float", wanted),
                cancellationToken
            );
            foreach (var vector in Vectors(answer!.Value, batch.Length, model, wanted))
                result.Add(new Embedding<float>(vector) { ModelId = model });
            tokens += Tokens(answer.Value);
        }
        result.Usage = new UsageDetails { InputTokenCount = tokens, TotalTokenCount = tokens };
        return result;
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
            return null;
        if (serviceType == typeof(EmbeddingGeneratorMetadata))
            return _metadata;
        return serviceType.IsInstanceOfType(this) ? this : null;
    }

    public void Dispose() => _service.Dispose();

    /// <summary>The vectors in the order of the texts: an answer may give them in any, each with its index.</summary>
    private float[][] Vectors(JsonElement answer, int count, string model, int? wanted)
    {
        var vectors = new float[count][];
        try
        {
            foreach (var item in answer.GetProperty("data").EnumerateArray())
            {
                var index = item.GetProperty("index").GetInt32();
                if (index < 0 || index >= count || vectors[index] is not null)
                    throw Wrong($"index {index} is out of range or given twice");
                vectors[index] = Vector(item.GetProperty("embedding"));
            }
        }
        catch (Exception exception)
            when (exception is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Wrong("it is not of the shape of OpenAI's embeddings", exception);
        }
        if (Array.Exists(vectors, v => v is null))
            throw Wrong($"it lacks vectors for some of the {count} texts");
        RequireDimension(vectors, model, wanted);
        return vectors;
    }

    private static float[] Vector(JsonElement json)
    {
        var vector = new float[json.GetArrayLength()];
        var i = 0;
        foreach (var component in json.EnumerateArray())
            vector[i++] = component.GetSingle();
        return Array.TrueForAll(vector, float.IsFinite)
            ? vector
            : throw Wrong("a component is no finite number");
    }

    /// <summary>A model has one dimension; an endpoint that changes it serves another model under the old name.</summary>
    private void RequireDimension(float[][] vectors, string model, int? wanted)
    {
        if (vectors.Length == 0)
            return;
        var first = wanted ?? vectors[0].Length;
        var known = _dimensions.GetOrAdd($"{model}@{wanted}", first);
        foreach (var vector in vectors)
        {
            if (vector.Length != known || known == 0)
                throw Wrong(
                    $"a vector has {vector.Length} dimensions where {model} has {known}; another model answers under that name, or MOTIF_EMBEDDING_DIMENSIONS is not supported: restart after mending it"
                );
        }
    }

    private static long Tokens(JsonElement answer) =>
        answer.TryGetProperty("usage", out var usage)
        && usage.ValueKind is JsonValueKind.Object
        && usage.TryGetProperty("prompt_tokens", out var tokens)
        && tokens.TryGetInt64(out var count)
            ? count
            : 0;

    private static BackendException Wrong(string what, Exception? exception = null) =>
        new(System, Operation, $"the answer is refused: {what}", isTransient: false, exception);

    private sealed record Request(
        string Model,
        string[] Input,
        string EncodingFormat,
        int? Dimensions
    );
}
