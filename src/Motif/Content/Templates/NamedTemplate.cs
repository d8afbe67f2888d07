namespace Motif.Content.Templates;

/// <summary>Templates that a caller knows by their id or by words of its own.</summary>
internal static class NamedTemplate
{
    private const int IdLength = 32;

    /// <summary>An id of ours stays, anything else is its own family.</summary>
    public static string IdOf(string pattern) =>
        pattern.Length == IdLength && pattern.All(char.IsAsciiHexDigitLower)
            ? pattern
            : TemplateId.Of("named", PostText.Normalize(pattern));
}
