using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Motif.Backends.Http;

namespace Motif.Backends.OpenAi;

/// <summary>A language model behind OpenAI's API, as OpenAI, Ollama, vLLM and others serve it.</summary>
public sealed record ChatEndpointOptions
{
    private const string UrlVariable = "MOTIF_CHAT_URL";
    private const string ModelVariable = "MOTIF_CHAT_MODEL";
    private const string KeyVariable = "MOTIF_CHAT_KEY";
    private const string TimeoutVariable = "MOTIF_CHAT_TIMEOUT_SECONDS";

    /// <summary>Where the API begins, such as <c>http://127.0.0.1:11434/v1</c>; <c>/chat/completions</c> is appended.</summary>
    [Required]
    public required Uri Url { get; init; }

    /// <summary>The model's name there.</summary>
    [Required, StringLength(200, MinimumLength = 1)]
    public required string Model { get; init; }

    /// <summary>Sent as bearer token; null where the endpoint asks for none. Never logged and never part of an error.</summary>
    public string? Key { get; init; }

    /// <summary>
    /// A content and a name are there without the model too, so a model that hangs is given up soon: two attempts a text, and none
    /// at all for a while after two that failed. None of them is longer than a mebibyte.
    /// </summary>
    public RemoteServiceOptions Service { get; init; } =
        new()
        {
            TimeoutSeconds = 20,
            Retries = 1,
            BreakAfterAttempts = 2,
            MaxAnswerBytes = 1 << 20,
        };

    /// <summary>Shows everything but the key.</summary>
    public override string ToString() => $"{Model} at {Url.Authority}";

    /// <summary>The endpoint that <c>MOTIF_CHAT_…</c> describe; null where <c>MOTIF_CHAT_URL</c> is not set.</summary>
    /// <exception cref="ValidationException">A variable is missing or cannot be read; the message names it.</exception>
    public static ChatEndpointOptions? FromEnvironment(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (Text(variable, UrlVariable) is not { } url)
            return null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
            throw new ValidationException(
                $"{UrlVariable} is '{url}'; it must be a URL such as http://127.0.0.1:11434/v1"
            );
        if (address.UserInfo.Length > 0)
            throw new ValidationException(
                $"{UrlVariable} holds a password; give the key as {KeyVariable}"
            );
        var options = new ChatEndpointOptions
        {
            Url = address,
            Model =
                Text(variable, ModelVariable)
                ?? throw new ValidationException(
                    $"{UrlVariable} is set and {ModelVariable} is not; name the model, such as llama3.2"
                ),
            Key = Text(variable, KeyVariable),
        };
        return (
            Seconds(variable) is { } seconds
                ? options with
                {
                    Service = options.Service with { TimeoutSeconds = seconds },
                }
                : options
        ).Checked();
    }

    /// <exception cref="ValidationException">A value lies outside its range, or the URL is none of HTTP.</exception>
    public ChatEndpointOptions Checked()
    {
        if (!Url.IsAbsoluteUri || Url.Scheme is not ("http" or "https"))
            throw new ValidationException(
                $"{UrlVariable} must begin with http:// or https://, such as http://127.0.0.1:11434/v1"
            );
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(this, new ValidationContext(this), results, true);
        Validator.TryValidateObject(Service, new ValidationContext(Service), results, true);
        return results.Count == 0
            ? this
            : throw new ValidationException(
                $"the chat endpoint ({UrlVariable}, {ModelVariable}, {TimeoutVariable}): {string.Join("; ", results.Select(r => r.ErrorMessage))}"
            );
    }

    private static string? Text(Func<string, string?> variable, string name) =>
        variable(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static double? Seconds(Func<string, string?> variable)
    {
        if (Text(variable, TimeoutVariable) is not { } text)
            return null;
        return double.TryParse(
            text,
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var seconds
        )
            ? seconds
            : throw new ValidationException(
                $"{TimeoutVariable} is '{text}'; it must be a number of seconds"
            );
    }
}
