namespace Motif.Content.Templates;

/// <summary>Whether a content has a template; the absence of one is an answer, it is not "fresh".</summary>
public enum TemplateStatus
{
    Ok,

    /// <summary>Nothing that could be repeated: a link, an emoji or a number alone, or nothing at all.</summary>
    NoTemplate,

    /// <summary>The feature is switched off.</summary>
    Disabled,
}

/// <summary>The template of one content, found without knowing any other content.</summary>
/// <param name="PatternId">
/// The first 128 bits of SHA-256 of extractor version, language and skeleton: the same in every process. Null without a template.
/// </param>
/// <param name="Text">The skeleton for reading, such as <c>the secret to {x}? it's not what you think.</c></param>
/// <param name="TextHash">Names the identical text, whatever its blanks, case, quotes and tracking parameters.</param>
public sealed record Template(
    TemplateStatus Status,
    string? PatternId,
    string? Text,
    string Language,
    string TextHash,
    string ExtractorVersion
)
{
    /// <summary>What families are compared by: all words, whether frame of the language or not.</summary>
    internal IReadOnlyList<FrameToken> Tokens { get; init; } = [];

    /// <summary>
    /// <see cref="Text"/> with what sort of word fills a slot where that is known: <c>{adj}</c>, <c>{noun}</c>. For reading alone:
    /// no id and no comparison knows it.
    /// </summary>
    public string? Shown { get; init; } = Text;
}
