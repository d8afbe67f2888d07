using System.ComponentModel.DataAnnotations;
using Motif.Backends.Http;

namespace Motif.Backends.OpenAi;

/// <summary>An embedding model behind OpenAI's API, as OpenAI, Ollama, vLLM and others serve it.</summary>
public sealed record EmbeddingEndpointOptions
{
    /// <summary>Where the API begins, such as <c>http://127.0.0.1:11434/v1</c>; <c>/embeddings</c> is appended.</summary>
    [Required]
    public required Uri Url { get; init; }

    /// <summary>The model's name there.</summary>
    [Required, StringLength(200, MinimumLength = 1)]
    public required string Model { get; init; }

    /// <summary>Sent as bearer token; null where the endpoint asks for none. Never logged and never part of an error.</summary>
    public string? Key { get; init; }

    /// <summary>Asks the model for vectors of this length; null takes the model's own.</summary>
    [Range(1, 4096)]
    public int? Dimensions { get; init; }

    /// <summary>Texts in one request.</summary>
    [Range(1, 2048)]
    public int BatchSize { get; init; } = 64;

    /// <summary>How long a match waits for the embedding of its request before the offline vectors answer.</summary>
    [Range(0.01, 60)]
    public double MatchWaitSeconds { get; init; } = 2;

    public RemoteServiceOptions Service { get; init; } = new();

    /// <summary>Host and port: the same model on another host is another space.</summary>
    public string Provider => Url.IsDefaultPort ? Url.Host : $"{Url.Host}:{Url.Port}";

    /// <summary>Shows everything but the key.</summary>
    public override string ToString() => $"{Model} at {Provider}";

    /// <exception cref="ValidationException">A value lies outside its range, or the URL is none of HTTP.</exception>
    public EmbeddingEndpointOptions Checked()
    {
        if (!Url.IsAbsoluteUri || Url.Scheme is not ("http" or "https"))
            throw new ValidationException(
                "the embedding URL must begin with http:// or https://, such as http://127.0.0.1:11434/v1"
            );
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(this, new ValidationContext(this), results, true);
        Validator.TryValidateObject(Service, new ValidationContext(Service), results, true);
        return results.Count == 0
            ? this
            : throw new ValidationException(
                $"the embedding endpoint: {string.Join("; ", results.Select(r => r.ErrorMessage))}"
            );
    }
}
