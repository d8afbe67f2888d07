using Motif.Catalog;

namespace Motif.Content.Fatigue;

/// <summary>What names of personas, variants and posts may be, so that every store keeps them.</summary>
internal static class ContentNames
{
    /// <summary>In UTF-16 units; three bytes each is what an index holds.</summary>
    public const int MostCharacters = 200;

    public static CatalogueProblem? Fault(string field, string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return CatalogueProblem.Invalid(field, "is needed");
        if (name.Length > MostCharacters)
            return CatalogueProblem.Invalid(field, $"has more than {MostCharacters} characters");
        return IsKept(name)
            ? null
            : CatalogueProblem.Invalid(field, "has U+0000 or half a surrogate pair; remove it");
    }

    public static CatalogueProblem? FaultIfGiven(string field, string? name) =>
        name is null ? null : Fault(field, name);

    private static bool IsKept(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || char.IsLowSurrogate(text[i]))
                return false;
            if (
                char.IsHighSurrogate(text[i])
                && (++i == text.Length || !char.IsLowSurrogate(text[i]))
            )
                return false;
        }
        return true;
    }
}
