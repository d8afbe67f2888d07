namespace Motif.Catalog;

/// <summary>What tags are compared by: <c>Redis</c> and <c>redis</c> are one tag to a filter, and shown as they were written.</summary>
public static class TagKey
{
    /// <summary>Lower case, by no culture's rules.</summary>
    public static string Of(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return tag.ToLowerInvariant();
    }

    /// <summary>Each once, in ordinal order.</summary>
    public static string[] Of(IEnumerable<string> tags) =>
        [.. tags.Select(Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
