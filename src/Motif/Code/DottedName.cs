namespace Motif.Code;

/// <summary>Comparisons of resolved dotted names such as <c>functools.lru_cache</c>.</summary>
internal static class DottedName
{
    /// <summary>The part behind the last dot.</summary>
    public static ReadOnlySpan<char> Last(ReadOnlySpan<char> name) =>
        name[(name.LastIndexOf('.') + 1)..];

    /// <summary>Equal to the wanted name, or ends in it behind a dot.</summary>
    public static bool Is(ReadOnlySpan<char> name, ReadOnlySpan<char> wanted) =>
        name.EndsWith(wanted, StringComparison.Ordinal)
        && (name.Length == wanted.Length || name[^(wanted.Length + 1)] == '.');

    public static bool IsOneOf(ReadOnlySpan<char> name, params ReadOnlySpan<string> wanted)
    {
        foreach (var candidate in wanted)
        {
            if (Is(name, candidate))
                return true;
        }
        return false;
    }

    /// <summary>Whether the name lies in one of these modules or namespaces.</summary>
    public static bool IsIn(ReadOnlySpan<char> name, params ReadOnlySpan<string> modules)
    {
        foreach (var module in modules)
        {
            if (
                name.StartsWith(module, StringComparison.Ordinal)
                && (name.Length == module.Length || name[module.Length] == '.')
            )
                return true;
        }
        return false;
    }
}
