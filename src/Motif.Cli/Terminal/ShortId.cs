namespace Motif.Cli.Terminal;

/// <summary>Ids as people read and type them: the first digits, as many as tell them apart.</summary>
internal static class ShortId
{
    private const int Candidates = 5;

    /// <summary>Where the groups of an id end: a prefix that is shown ends with a group.</summary>
    private static readonly int[] Ends = [8, 13, 18, 23, 36];

    public static string Of(Guid id) => id.ToString("D")[..Ends[0]];

    /// <summary>
    /// The digits of a match, which begin with its time: two groups are its millisecond, the first alone would be the same for
    /// a minute.
    /// </summary>
    public static string OfMatch(Guid id) => id.ToString("D")[..Ends[1]];

    /// <summary>The same number of digits for all, so that no two are alike.</summary>
    public static IReadOnlyDictionary<Guid, string> Of(IEnumerable<Guid> ids)
    {
        var all = ids.Distinct().ToList();
        var end = Ends.First(e =>
            all.Select(i => i.ToString("D")[..e]).Distinct(StringComparer.Ordinal).Count()
            == all.Count
        );
        return all.ToDictionary(i => i, i => i.ToString("D")[..end]);
    }

    /// <summary>The one id that begins as typed.</summary>
    /// <param name="thing">What the id names, such as <c>pattern</c>.</param>
    /// <param name="find">The ids of a beginning, at most so many.</param>
    /// <param name="where">Where ids are listed.</param>
    /// <param name="name">What a candidate is called, where ids of several things begin so.</param>
    public static async Task<Guid> ResolveAsync(
        string thing,
        string typed,
        Func<IdPrefix, int, Task<IReadOnlyList<Guid>>> find,
        string where,
        Func<IReadOnlyList<Guid>, Task<IReadOnlyDictionary<Guid, string>>>? name = null
    )
    {
        if (IdPrefix.Parse(typed) is not { } prefix)
            throw new UsageException(
                $"'{typed}' is no id of a {thing}: give the id or its first digits, at least {IdPrefix.FewestDigits}; {where}"
            );
        var found = await find(prefix, Candidates + 1);
        if (found is [var only])
            return only;
        if (found.Count == 0)
            throw new UsageException($"no {thing} has an id that begins with {typed}; {where}");
        var shown = Of(found);
        var names = name is null ? null : await name(found);
        var candidates = found
            .Take(Candidates)
            .Select(i => names?.GetValueOrDefault(i) is { } n ? $"{shown[i]} ({n})" : shown[i]);
        throw new UsageException(
            $"{typed} is the beginning of several ids: {string.Join(", ", candidates)}{(found.Count > Candidates ? " and more" : "")}; give more digits"
        );
    }
}
