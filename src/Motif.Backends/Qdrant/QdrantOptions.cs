using System.ComponentModel.DataAnnotations;
using Motif.Backends.Http;

namespace Motif.Backends.Qdrant;

/// <summary>A Qdrant server or cluster, reached over REST.</summary>
public sealed record QdrantOptions
{
    /// <summary>Such as <c>http://127.0.0.1:6333</c>.</summary>
    [Required]
    public required Uri Url { get; init; }

    /// <summary>Sent as <c>api-key</c>; null where the server asks for none. Never logged and never part of an error.</summary>
    public string? Key { get; init; }

    /// <summary>The alias of the current space's collection; the collections are called so with the space's digest behind.</summary>
    [Required, RegularExpression("^[A-Za-z0-9_-]{1,100}$", MatchTimeoutInMilliseconds = -1)]
    public string Collection { get; init; } = "pattern_embeddings";

    public RemoteServiceOptions Service { get; init; } =
        new()
        {
            TimeoutSeconds = 10,
            Retries = 2,
            FirstWaitSeconds = 0.1,
        };

    /// <summary>Shows everything but the key.</summary>
    public override string ToString() => $"{Collection} at {Url.Host}:{Url.Port}";

    /// <exception cref="ValidationException">A value lies outside its range, or the URL is none of HTTP.</exception>
    public QdrantOptions Checked()
    {
        if (!Url.IsAbsoluteUri || Url.Scheme is not ("http" or "https"))
            throw new ValidationException(
                "the Qdrant URL must begin with http:// or https://, such as http://127.0.0.1:6333"
            );
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        Validator.ValidateObject(
            Service,
            new ValidationContext(Service),
            validateAllProperties: true
        );
        return this;
    }
}
