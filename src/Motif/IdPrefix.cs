namespace Motif;

/// <summary>The ids that begin with the same hexadecimal digits: a range in the order in which ids are written.</summary>
/// <param name="First">The digits and zeros.</param>
/// <param name="Last">The digits and <c>f</c>s.</param>
public readonly record struct IdPrefix(Guid First, Guid Last)
{
    /// <summary>With fewer, a mistyped word such as <c>be</c> would name a pattern.</summary>
    public const int FewestDigits = 4;

    private const int AllDigits = 32;

    public static IdPrefix Of(Guid id) => new(id, id);

    /// <summary>A whole id or its first digits, with or without hyphens and in either case; null for anything else.</summary>
    public static IdPrefix? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var digits = text.Replace("-", "", StringComparison.Ordinal);
        if (
            digits.Length is < FewestDigits or > AllDigits
            || text.Length > AllDigits + 4
            || !digits.All(char.IsAsciiHexDigit)
        )
            return null;
        var first = Filled(digits, '0');
        return
            digits.Length == text.Length
            || first.ToString("D").StartsWith(text, StringComparison.OrdinalIgnoreCase)
            ? new IdPrefix(first, Filled(digits, 'f'))
            : null;
    }

    public bool Contains(Guid id) => id.CompareTo(First) >= 0 && id.CompareTo(Last) <= 0;

    private static Guid Filled(string digits, char rest) =>
        Guid.ParseExact(digits.ToLowerInvariant().PadRight(AllDigits, rest), "N");
}
