namespace Motif.Content.Templates;

/// <summary>What is no language in a post.</summary>
public enum EntityKind
{
    Link,
    Email,
    Mention,
    Tag,
}

/// <summary>A stretch of a post, in UTF-16 units.</summary>
public readonly record struct PostEntity(EntityKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}
