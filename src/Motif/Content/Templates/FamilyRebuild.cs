namespace Motif.Content.Templates;

/// <summary>A family that another took up.</summary>
public sealed record MergedFamily(
    string FamilyId,
    string Template,
    string IntoFamilyId,
    string Into
);

/// <summary>A part of a family that is one of its own now; posts that were made stay where they were counted.</summary>
public sealed record SplitFamily(string FamilyId, string Template, string NewFamilyId, string New);

/// <summary>A family whose template reads otherwise now.</summary>
public sealed record RewordedFamily(string FamilyId, string Before, string After);

/// <summary>How rebuilt families differ from those in force.</summary>
/// <param name="State">Names what was compared: the switch asks for it, and is refused where something changed since.</param>
/// <param name="Samples">The texts that they were rebuilt of.</param>
public sealed record FamilyDiff(
    string State,
    int Samples,
    int Before,
    int After,
    int Unchanged,
    IReadOnlyList<MergedFamily> Merged,
    IReadOnlyList<SplitFamily> Split,
    IReadOnlyList<RewordedFamily> Reworded,
    bool Switched
);

/// <summary>
/// Builds families anew of the texts that made them, in an order that has nothing to do with when they came, so that the same
/// texts always end in the same families. An old family's id goes to the new one that has most of its texts; no id is given to
/// anything else. Pure.
/// </summary>
internal sealed class FamilyRebuild
{
    private readonly FamilyIndex _rebuilt = new();

    /// <summary>By the id of an old family, how many of its texts went to which new one.</summary>
    private readonly Dictionary<string, Dictionary<string, int>> _wentTo = new(
        StringComparer.Ordinal
    );

    /// <summary>By the id that the rebuilt index gave, the one that it is known by.</summary>
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TemplateFamily> _before;
    private readonly FamilyAliases _aliases;

    public FamilyRebuild(
        IReadOnlyList<TemplateFamily> before,
        IReadOnlyList<FamilySample> samples,
        FamilyAliases aliases
    )
    {
        _aliases = aliases;
        _before = before.ToDictionary(f => f.FamilyId, StringComparer.Ordinal);
        Samples = samples.Count;
        Assign(Place(before, samples));
        Name();
        Families = [.. _rebuilt.Families.Select(Named)];
    }

    public int Samples { get; }

    /// <summary>The rebuilt families, under the ids that they are known by.</summary>
    public IReadOnlyList<TemplateFamily> Families { get; }

    /// <summary>Old families that are no more, and where they lead.</summary>
    public IEnumerable<(TemplateFamily Family, string Into)> Merged =>
        _before
            .Values.Where(f => !_names.ContainsValue(f.FamilyId) && !_aliases.IsAlias(f.FamilyId))
            .Select(f => (f, _names[Most(_wentTo[f.FamilyId])]))
            .OrderBy(m => m.f.FamilyId, StringComparer.Ordinal);

    public FamilyDiff Diff(string state)
    {
        var after = Families.ToDictionary(f => f.FamilyId, StringComparer.Ordinal);
        var kept = _before.Values.Where(f => after.ContainsKey(f.FamilyId)).ToList();
        var reworded = kept.Where(f => f.Text != after[f.FamilyId].Text)
            .OrderBy(f => f.FamilyId, StringComparer.Ordinal)
            .Select(f => new RewordedFamily(f.FamilyId, f.Text, after[f.FamilyId].Text))
            .ToList();
        return new FamilyDiff(
            state,
            Samples,
            _before.Count,
            Families.Count,
            kept.Count - reworded.Count,
            [
                .. Merged.Select(m => new MergedFamily(
                    m.Family.FamilyId,
                    m.Family.Text,
                    m.Into,
                    after[m.Into].Text
                )),
            ],
            [.. Splits(after)],
            reworded,
            Switched: false
        );
    }

    private IEnumerable<SplitFamily> Splits(Dictionary<string, TemplateFamily> after) =>
        from old in _wentTo.OrderBy(w => w.Key, StringComparer.Ordinal)
        from part in old.Value.Keys.Select(k => _names[k]).Order(StringComparer.Ordinal)
        where part != old.Key && !_before.ContainsKey(part)
        select new SplitFamily(old.Key, _before[old.Key].Text, part, after[part].Text);

    /// <summary>The old family of every text; one of which no text is known is its own.</summary>
    private static List<(IReadOnlyList<FrameToken> Tokens, string OldId)> Place(
        IReadOnlyList<TemplateFamily> before,
        IReadOnlyList<FamilySample> samples
    )
    {
        var index = new FamilyIndex();
        foreach (var family in before)
            index.Load(family);
        var placed = new List<(IReadOnlyList<FrameToken>, string)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sample in samples)
            if (index.Match(Of(sample.Tokens)) is { } family)
            {
                placed.Add((sample.Tokens, family.FamilyId));
                seen.Add(family.FamilyId);
            }
        placed.AddRange(
            before.Where(f => !seen.Contains(f.FamilyId)).Select(f => (f.Tokens, f.FamilyId))
        );
        return placed;
    }

    private void Assign(List<(IReadOnlyList<FrameToken> Tokens, string OldId)> texts)
    {
        foreach (
            var (tokens, oldId) in texts.OrderBy(
                t => FamilyIndex.Key(t.Tokens),
                StringComparer.Ordinal
            )
        )
        {
            var family = _rebuilt.Add(Of(tokens));
            if (!_wentTo.TryGetValue(oldId, out var parts))
                _wentTo[oldId] = parts = new Dictionary<string, int>(StringComparer.Ordinal);
            parts[family.FamilyId] = parts.GetValueOrDefault(family.FamilyId) + 1;
        }
    }

    /// <summary>
    /// The most texts in common first; then the family with more posts, then the lower id. An id that leads to another names only
    /// what nothing else could: so no family is led back to itself.
    /// </summary>
    private void Name()
    {
        var pairs =
            from old in _wentTo
            from part in old.Value
            select (Old: old.Key, New: part.Key, Texts: part.Value);
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var (old, rebuilt, _) in pairs
                .OrderBy(p => _aliases.IsAlias(p.Old))
                .ThenByDescending(p => p.Texts)
                .ThenByDescending(p => _before[p.Old].Members)
                .ThenBy(p => p.Old, StringComparer.Ordinal)
                .ThenBy(p => p.New, StringComparer.Ordinal)
        )
            if (!_names.ContainsKey(rebuilt) && given.Add(old))
                _names[rebuilt] = old;
        foreach (var family in _rebuilt.Families)
            if (!_names.ContainsKey(family.FamilyId))
                _names[family.FamilyId] = Unused(family, given);
    }

    private string Unused(TemplateFamily family, HashSet<string> given)
    {
        var id = family.FamilyId;
        for (var n = 1; _before.ContainsKey(id) || _aliases.IsAlias(id) || !given.Add(id); n++)
            id = TemplateId.Of(
                "family",
                family.FamilyId,
                n.ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
        return id;
    }

    private TemplateFamily Named(TemplateFamily family)
    {
        var id = _names[family.FamilyId];
        var members = _wentTo
            .Where(w => _names[Most(w.Value)] == id)
            .Sum(w => _before[w.Key].Members);
        return family with { FamilyId = id, Members = Math.Max(members, 1) };
    }

    private static string Most(Dictionary<string, int> parts) =>
        parts
            .OrderByDescending(p => p.Value)
            .ThenBy(p => p.Key, StringComparer.Ordinal)
            .First()
            .Key;

    private static Template Of(IReadOnlyList<FrameToken> tokens) =>
        new(TemplateStatus.Ok, null, null, "und", "", TemplateExtractor.Version)
        {
            Tokens = tokens,
        };
}
