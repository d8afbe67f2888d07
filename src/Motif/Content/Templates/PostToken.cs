namespace Motif.Content.Templates;

/// <summary>What a token of a post is.</summary>
public enum PostTokenKind
{
    Word,
    Number,
    Link,
    Email,
    Mention,
    Tag,
    Emoji,

    /// <summary>One of <c>. ? ! : , ; …</c>, which shape a sentence.</summary>
    Mark,

    /// <summary>A slot that was written as one: <c>{topic}</c>.</summary>
    Slot,
}

/// <summary>A token, its text folded: two letters of Han, Kana or Thai overlap with the next two.</summary>
public readonly record struct PostToken(PostTokenKind Kind, string Text);
