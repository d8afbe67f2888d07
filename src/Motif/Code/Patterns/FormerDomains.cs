using Motif.Catalog;
using Motif.Code.Rules;

namespace Motif.Code.Patterns;

/// <summary>
/// Lets what a rule sees stay the pattern that it was when every domain was a pattern of its own. The key of a pattern had the
/// domain of its places, as in <c>error_wrapper/translation//Database/python</c>; now that place is empty, and the pattern of all
/// domains continues the one of them that most of its places were of, unless it is known under its own key. The others retire.
/// </summary>
internal static class FormerDomains
{
    private const int DomainPart = 3;
    private const int Parts = 5;
    private const string Family = CloneFamilies.Rule + "/";

    /// <summary>The key of what a rule sees.</summary>
    /// <param name="domain">Null but for what catalogues have from before.</param>
    public static string Key(
        string rule,
        string? variant,
        IReadOnlyList<string> modifiers,
        string? domain,
        string language
    ) => $"{rule}/{variant}/{string.Join('+', modifiers)}/{domain}/{language}";

    /// <summary>The keys that the pattern of a key may have had, one for each domain; none where it is of copies.</summary>
    public static IEnumerable<string> KeysOf(string key) =>
        Split(key) is not ({ } before, "", { } after)
            ? []
            : DomainLexicon.Domains.Select(d => $"{before}{d}{after}");

    /// <param name="groups">Of the scanned tree.</param>
    /// <param name="isKnown">Whether the catalogue has a pattern of that id.</param>
    /// <param name="former">The patterns of the catalogue that have one of <see cref="KeysOf"/> the groups' keys.</param>
    /// <param name="before">The occurrences that the repository had.</param>
    public static IReadOnlyList<PatternGroup> Continue(
        IReadOnlyList<PatternGroup> groups,
        Func<Guid, bool> isKnown,
        IReadOnlyList<Pattern> former,
        IReadOnlyList<Occurrence> before
    )
    {
        if (former.Count == 0)
            return groups;
        var places = before.CountBy(o => o.PatternId).ToDictionary();
        var heirs = former
            .GroupBy(p => WithoutDomain(p.Key), StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g =>
                    g.OrderByDescending(p => places.GetValueOrDefault(p.PatternId))
                        .ThenByDescending(p => CodePatternBody.Of(p)?.OccurrenceCount ?? 0)
                        .ThenBy(p => p.Key, StringComparer.Ordinal)
                        .First()
                        .Key,
                StringComparer.Ordinal
            );
        return
        [
            .. groups
                .Select(g =>
                    !isKnown(g.PatternId) && heirs.TryGetValue(g.Traits.Key, out var key)
                        ? g.WithKey(key)
                        : g
                )
                .OrderBy(g => g.Traits.Key, StringComparer.Ordinal),
        ];
    }

    private static string WithoutDomain(string key) =>
        Split(key) is ({ } before, _, { } after) ? before + after : key;

    /// <summary>What stands before the domain, the domain, and what stands after it; null where the key has no place for one.</summary>
    private static (string Before, string Domain, string After)? Split(string key)
    {
        var isFamily = key.StartsWith(Family, StringComparison.Ordinal);
        var parts = (isFamily ? key[Family.Length..] : key).Split('/');
        if (parts.Length != (isFamily ? Parts + 1 : Parts))
            return null;
        return (
            (isFamily ? Family : "") + string.Join('/', parts[..DomainPart]) + "/",
            parts[DomainPart],
            "/" + string.Join('/', parts[(DomainPart + 1)..])
        );
    }
}
