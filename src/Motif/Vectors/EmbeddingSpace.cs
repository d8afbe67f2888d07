using System.Security.Cryptography;
using System.Text;

namespace Motif.Vectors;

/// <summary>
/// What makes vectors comparable: two of different spaces never meet, even when their dimensions are equal.
/// </summary>
/// <param name="Provider">Who embeds: host and port of the endpoint, <c>onnx</c> for a model in this process, <c>motif</c> for the offline lexicon.</param>
/// <param name="Dimensions">1..4,096.</param>
/// <param name="Template">Version of the way a pattern is written down to be embedded.</param>
public sealed record EmbeddingSpace(
    string Provider,
    string Model,
    int Dimensions,
    string Template = EmbeddingSpace.CurrentTemplate
)
{
    public const string CurrentTemplate = "t3";

    /// <summary>The provider of vectors that need no network.</summary>
    public const string Offline = "motif";

    /// <summary>The provider of vectors by a sentence model in this process.</summary>
    public const string InProcessModel = "onnx";

    /// <summary>Such as <c>api.openai.com/text-embedding-3-small@1536+t2</c>; unique.</summary>
    public string Name =>
        FormattableString.Invariant($"{Provider}/{Model}@{Dimensions}+{Template}");

    public bool IsOffline => Provider == Offline;

    /// <summary>Whether other models of the same provider cannot be asked.</summary>
    public bool IsOneModel => Provider is Offline or InProcessModel;

    /// <summary>Sixteen hex digits that name it where names are short: collections, tables, files.</summary>
    public string Digest =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Name)).AsSpan(0, 8));

    public override string ToString() => Name;
}
