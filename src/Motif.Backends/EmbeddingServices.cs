using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Motif.Backends.Http;
using Motif.Backends.OpenAi;
using Motif.Embeddings;

namespace Motif.Backends;

/// <summary>The embedding model that the environment chooses.</summary>
public static class EmbeddingServices
{
    /// <summary>The variable that names a lexicon file.</summary>
    public const string LexiconVariable = "MOTIF_LEXICON";

    private const string Url = "MOTIF_EMBEDDING_URL";
    private const string Model = "MOTIF_EMBEDDING_MODEL";
    private const string Key = "MOTIF_EMBEDDING_KEY";
    private const string Dimensions = "MOTIF_EMBEDDING_DIMENSIONS";
    private const string Batch = "MOTIF_EMBEDDING_BATCH";
    private const string Timeout = "MOTIF_EMBEDDING_TIMEOUT_SECONDS";

    /// <summary>
    /// Uses the endpoint at <c>MOTIF_EMBEDDING_URL</c> with the model <c>MOTIF_EMBEDDING_MODEL</c>; the offline lexicon where no
    /// URL is set.
    /// </summary>
    /// <exception cref="ValidationException">A variable is missing or cannot be read; the message names it.</exception>
    public static MotifBuilder UseEmbeddings(
        this MotifBuilder builder,
        Func<string, string?> variable
    )
    {
        ArgumentNullException.ThrowIfNull(variable);
        return Endpoint(variable) is { } endpoint ? builder.UseOpenAiEmbeddings(endpoint) : builder;
    }

    /// <summary>
    /// Embeds offline with a lexicon that <c>motif lexicon train</c> wrote; with the one that comes with Motif where none is named.
    /// </summary>
    /// <param name="path">Of the file, read at once.</param>
    /// <exception cref="ValidationException">The file cannot be read, is damaged, or belongs to another version.</exception>
    public static MotifBuilder UseLexicon(this MotifBuilder builder, string? path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (string.IsNullOrWhiteSpace(path))
            return builder;
        try
        {
            using var file = File.OpenRead(path.Trim());
            builder.Services.AddSingleton(LexiconFile.Read(file));
            return builder;
        }
        catch (Exception exception)
            when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new ValidationException(
                $"{LexiconVariable} is '{path}': {exception.Message}",
                exception
            );
        }
    }

    /// <summary>The endpoint that the variables describe; null where they name none.</summary>
    public static EmbeddingEndpointOptions? Endpoint(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (Text(variable, Url) is not { } url)
            return null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
            throw new ValidationException(
                $"{Url} is '{url}'; it must be a URL such as http://127.0.0.1:11434/v1"
            );
        if (address.UserInfo.Length > 0)
            throw new ValidationException($"{Url} holds a password; give the key as {Key}");
        var defaults = new RemoteServiceOptions();
        return new EmbeddingEndpointOptions
        {
            Url = address,
            Model =
                Text(variable, Model)
                ?? throw new ValidationException(
                    $"{Url} is set and {Model} is not; name the model, such as nomic-embed-text"
                ),
            Key = Text(variable, Key),
            Dimensions = Number(variable, Dimensions),
            BatchSize = Number(variable, Batch) ?? 64,
            Service = defaults with
            {
                TimeoutSeconds = Number(variable, Timeout) ?? defaults.TimeoutSeconds,
            },
        }.Checked();
    }

    /// <summary>The settings that are no secret, by their variable.</summary>
    public static IReadOnlyDictionary<string, string> Shown(EmbeddingEndpointOptions? endpoint) =>
        endpoint is null
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            : new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                [Url] = endpoint.Url.GetLeftPart(UriPartial.Path),
                [Model] = endpoint.Model,
                [Dimensions] = endpoint.Dimensions?.ToString(CultureInfo.InvariantCulture) ?? "",
                [Batch] = endpoint.BatchSize.ToString(CultureInfo.InvariantCulture),
                [Timeout] = endpoint.Service.TimeoutSeconds.ToString(CultureInfo.InvariantCulture),
            };

    private static string? Text(Func<string, string?> variable, string name) =>
        variable(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static int? Number(Func<string, string?> variable, string name)
    {
        if (Text(variable, name) is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ValidationException($"{name} is '{text}'; it must be a whole number");
    }
}
