using System.Text.Json;
using System.Text.Json.Serialization;

namespace Motif.Decisions.Records;

/// <summary>What kind of thing is kept by its name.</summary>
public enum DocumentKind
{
    /// <summary>A message with the action that is expected of it.</summary>
    Test,

    /// <summary>An import with what it found.</summary>
    Import,

    /// <summary>The evidence that a reply had when it was changed, by pattern and template.</summary>
    Evidence,

    /// <summary>Two answers to the same words, until a person says which stands.</summary>
    Conflict,
}

/// <summary>Something kept by its name as JSON.</summary>
public sealed record DecisionDocument(
    DocumentKind Kind,
    string Name,
    DateTimeOffset At,
    JsonElement Body
)
{
    public static DecisionDocument Of<T>(
        DocumentKind kind,
        string name,
        DateTimeOffset at,
        T body
    ) => new(kind, name, at, JsonSerializer.SerializeToElement(body, MotifJson.Options));

    public T Read<T>() => Body.Deserialize<T>(MotifJson.Options)!;
}

/// <summary>A customer's words and what a person answered them, of an import, until they are reviewed.</summary>
/// <param name="PairId">Of the conversation and the place in it: the same pair is the same.</param>
/// <param name="Text">The customer's burst without personal data.</param>
/// <param name="Reply">The person's words without personal data.</param>
public sealed record ImportedPair(
    Guid PairId,
    string ImportId,
    string ConversationId,
    string? CustomerId,
    string Text,
    string Reply,
    DateTimeOffset? At
)
{
    /// <summary>What operators did before in the conversation, where the source said so.</summary>
    public IReadOnlyList<string> History { get; init; } = [];

    /// <summary>The reply's words with times, amounts and numbers masked: replies of one wording are one.</summary>
    [JsonIgnore]
    public string Wording { get; init; } = "";
}

/// <summary>How much was kept of a customer that is gone now.</summary>
public sealed class ErasedCustomer(string customerId)
{
    public string CustomerId { get; } = customerId;

    public long Messages { get; set; }

    public long Lessons { get; set; }

    public long ImportedPairs { get; set; }
}
