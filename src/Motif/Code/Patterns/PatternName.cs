using System.Text;

namespace Motif.Code.Patterns;

/// <summary>
/// <c>[Async] [Domain] Core [with Modifier [and Modifier]] [using Mechanism] [like Family]</c>, from what the occurrences
/// are; never the name of a file.
/// </summary>
internal static class PatternName
{
    private const int MaxWords = 8;

    public static string Of(PatternTraits traits, IReadOnlyList<MeasuredUnit> units)
    {
        var core = traits.Title ?? CoreOf(units);
        var name = new StringBuilder();
        var isAsync = units.All(u => u.Unit.Has(UnitTraits.Async));
        if (isAsync && !core.StartsWith("Async", StringComparison.Ordinal))
            name.Append("Async ");
        if (
            traits.Domain is { } domain
            && !core.Contains(domain, StringComparison.OrdinalIgnoreCase)
        )
            name.Append(domain).Append(' ');
        name.Append(core);
        var modifiers = traits.Modifiers.Where(m => !isAsync || m is not "async").ToList();
        if (modifiers.Count > 0)
            name.Append(" with ").AppendJoin(" and ", modifiers.Select(Title));
        if (
            traits.Variant is { } variant
            && variant != traits.Purpose?.Usual
            && !IsSaid(variant, core)
        )
            name.Append(Mechanism(variant));
        if (traits.IsFamily)
            name.Append(" like ").Append(MostFrequentName(units));
        return WellFormedText.Of(name.ToString(), Catalog.PatternDraft.MaxNameLength);
    }

    /// <summary>A decorator function "using function" or guards "using guards" say nothing twice.</summary>
    private static bool IsSaid(string variant, string core) =>
        core.Contains(variant.TrimEnd('s'), StringComparison.OrdinalIgnoreCase);

    /// <summary><c>by_name</c> is "by Name"; anything else is used.</summary>
    private static string Mechanism(string variant) =>
        variant.StartsWith("by_", StringComparison.Ordinal)
            ? $" by {Title(variant[3..])}"
            : $" using {Title(variant)}";

    private static string CoreOf(IReadOnlyList<MeasuredUnit> units)
    {
        var isClass = units[0].Unit.Kind is UnitKind.Class;
        var name = MostFrequentName(units);
        if (name.EndsWith("Constructor", StringComparison.Ordinal))
            return name;
        return $"{name} {(isClass ? "Class" : "Function")}";
    }

    /// <summary>What most of the occurrences are called; of equally frequent names the first in ordinal order.</summary>
    private static string MostFrequentName(IReadOnlyList<MeasuredUnit> units) =>
        units
            .Select(Named)
            .GroupBy(n => n, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .First()
            .Key;

    /// <summary>A constructor, an operator or a special method says little without its class.</summary>
    private static string Named(MeasuredUnit unit)
    {
        var name = unit.Unit.Name;
        var parent = unit.Unit.Parent > 0 ? unit.Facts.Units[unit.Unit.Parent] : null;
        return name switch
        {
            ".ctor" or "__init__" => $"{Words(parent?.Name ?? "")} Constructor".Trim(),
            ".cctor" => $"{Words(parent?.Name ?? "")} Static Constructor".Trim(),
            _ when Words(name) is { Length: > 0 } words => words,
            _ => "Anonymous",
        };
    }

    /// <summary><c>read_all_lines</c> and <c>ReadAllLines</c> as <c>Read All Lines</c>.</summary>
    private static string Words(string identifier)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= identifier.Length; i++)
        {
            if (i < identifier.Length && !IsBoundary(identifier, i))
                continue;
            var word = identifier[start..i].Trim('_', '.', '@', '$', '`', '<', '>');
            if (word.Length > 0)
                words.Add(Title(word));
            start = i;
        }
        return string.Join(' ', words.Take(MaxWords));
    }

    private static bool IsBoundary(string text, int i) =>
        text[i] is '_' or '.'
        || text[i - 1] is '_' or '.'
        || (char.IsUpper(text[i]) && (!char.IsUpper(text[i - 1]) || EndsAcronym(text, i)));

    /// <summary>The last capital of a run begins the next word, but one alone before it is part of it: <c>IPv4</c>, <c>TResult</c>.</summary>
    private static bool EndsAcronym(string text, int i) =>
        i >= 2
        && char.IsUpper(text[i - 1])
        && char.IsUpper(text[i - 2])
        && i + 1 < text.Length
        && char.IsLower(text[i + 1]);

    private static string Title(string word) =>
        string.Join(
            ' ',
            word.Split('_', StringSplitOptions.RemoveEmptyEntries)
                .Select(w => char.ToUpperInvariant(w[0]) + w[1..])
        );
}
