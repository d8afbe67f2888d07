using Motif.Catalog;
using Motif.Matching.Documents;
using Motif.Matching.Requests;

namespace Motif.Matching.Ranking;

/// <summary>What a filter took away.</summary>
/// <param name="Filter">Its name in the request.</param>
/// <param name="Removed">Patterns that had passed all filters before it.</param>
/// <param name="UnknownValues">Values that no pattern has; mistyped, perhaps.</param>
public sealed record FilterEffect(string Filter, int Removed, IReadOnlyList<string> UnknownValues);

/// <summary>What filters look at, as a bitmap per value and two columns of numbers.</summary>
internal sealed class FacetIndex
{
    /// <summary>The statuses that are considered where none are asked for.</summary>
    private static readonly IReadOnlyList<string> Default = ["active"];

    private readonly Dictionary<string, SlotSet> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlotSet> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlotSet> _statuses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlotSet> _tags = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SlotSet> _languages = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<double> _quality = [];
    private readonly List<double> _success = [];

    private Dictionary<string, SlotSet>[] Facets => [_kinds, _types, _statuses, _tags, _languages];

    /// <summary>Describes the next slot.</summary>
    public void Add(MatchDocument document)
    {
        var slot = _quality.Count;
        Add(_kinds, document.Kind, slot);
        Add(_types, document.PatternType, slot);
        Add(_statuses, document.Status, slot);
        foreach (var tag in document.Tags)
            Add(_tags, tag, slot);
        if (document.Language is { } language)
            Add(_languages, language, slot);
        _quality.Add(document.Quality ?? double.NaN);
        _success.Add(document.SuccessRate ?? double.NaN);
    }

    /// <summary>Narrows the live slots down, one filter after the other.</summary>
    public (SlotSet Slots, IReadOnlyList<FilterEffect> Effects) Apply(
        MatchFilters filters,
        SlotSet live
    )
    {
        var slots = live.Copy();
        var effects = new List<FilterEffect>();
        var statuses = filters.Statuses.Count > 0 ? filters.Statuses : Default;
        Narrow("statuses", _statuses, statuses);
        Narrow("kinds", _kinds, filters.Kinds);
        Narrow("pattern_types", _types, filters.PatternTypes);
        Narrow("tags", _tags, filters.Tags, filters.TagMode);
        Narrow("languages", _languages, filters.Languages);
        AtLeast("min_quality_score", _quality, filters.MinQualityScore);
        AtLeast("min_success_rate", _success, filters.MinSuccessRate);
        return (slots, effects);

        void Narrow(
            string name,
            Dictionary<string, SlotSet> facet,
            IReadOnlyList<string> values,
            TagMode mode = TagMode.Any
        )
        {
            if (values.Count == 0)
                return;
            var before = slots.Count;
            if (mode is TagMode.Any)
                slots.IntersectWith(Union(facet, values));
            else
                foreach (var value in values)
                    slots.IntersectWith(Union(facet, [value]));
            // Nobody mistyped what holds by default.
            List<string> unknown = ReferenceEquals(values, Default)
                ? []
                : [.. values.Where(value => !IsKnown(facet, value, live))];
            effects.Add(new FilterEffect(name, before - slots.Count, unknown));
        }

        void AtLeast(string name, List<double> column, double? least)
        {
            if (least is not { } bound)
                return;
            var before = slots.Count;
            foreach (var slot in slots.Copy())
            {
                // Not a number is less than everything: what was not measured does not pass.
                if (!(column[slot] >= bound))
                    slots.Remove(slot);
            }
            effects.Add(new FilterEffect(name, before - slots.Count, []));
        }
    }

    /// <summary>Whether a document has a tag.</summary>
    public bool IsTagged(int slot, string tag) =>
        _tags.TryGetValue(tag, out var slots) && slots.Contains(slot);

    /// <summary>Gives the kept slots their new numbers (ascending, −1: removed).</summary>
    public void Compact(ReadOnlySpan<int> newSlots)
    {
        foreach (var facet in Facets)
        {
            foreach (var (value, slots) in facet.ToArray())
                facet[value] = Renumber(slots, newSlots);
        }
        Compact(_quality, newSlots);
        Compact(_success, newSlots);
    }

    /// <summary>Remembers the facts of some slots; what comes out writes them, in their order.</summary>
    /// <param name="slots">The slots.</param>
    /// <param name="newSlots">The number that each slot gets, −1 for those left out.</param>
    public Action<BinaryWriter> Capture(int[] slots, int[] newSlots)
    {
        var facets = Array.ConvertAll(
            Facets,
            facet =>
                facet
                    .Select(pair => (pair.Key, Slots: Renumber(pair.Value, newSlots).ToArray()))
                    .ToArray()
        );
        var quality = Array.ConvertAll(slots, slot => _quality[slot]);
        var success = Array.ConvertAll(slots, slot => _success[slot]);
        return writer =>
        {
            foreach (var facet in facets)
            {
                writer.Write(facet.Length);
                foreach (var (value, passing) in facet)
                {
                    writer.Write(value);
                    writer.WriteArray<int>(passing);
                }
            }
            writer.WriteArray<double>(quality);
            writer.WriteArray<double>(success);
        };
    }

    /// <summary>Takes over what was written, into an empty index.</summary>
    public void Restore(BinaryReader reader)
    {
        foreach (var facet in Facets)
        {
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                var value = reader.ReadString();
                foreach (var slot in reader.ReadArray<int>())
                    Add(facet, value, slot);
            }
        }
        _quality.AddRange(reader.ReadArray<double>());
        _success.AddRange(reader.ReadArray<double>());
    }

    internal static SlotSet Renumber(SlotSet slots, ReadOnlySpan<int> newSlots)
    {
        var result = new SlotSet();
        foreach (var slot in slots)
        {
            if (newSlots[slot] >= 0)
                result.Add(newSlots[slot]);
        }
        return result;
    }

    internal static void Compact<T>(List<T> column, ReadOnlySpan<int> newSlots)
    {
        var kept = 0;
        for (var slot = 0; slot < newSlots.Length; slot++)
        {
            if (newSlots[slot] >= 0)
                column[kept++] = column[slot];
        }
        column.RemoveRange(kept, column.Count - kept);
    }

    private static bool IsKnown(Dictionary<string, SlotSet> facet, string value, SlotSet live)
    {
        if (!facet.TryGetValue(value, out var slots))
            return false;
        var known = slots.Copy();
        known.IntersectWith(live);
        return known.Count > 0;
    }

    private static SlotSet Union(Dictionary<string, SlotSet> facet, IReadOnlyList<string> values)
    {
        var union = new SlotSet();
        foreach (var value in values)
        {
            if (facet.TryGetValue(value, out var slots))
                union.UnionWith(slots);
        }
        return union;
    }

    private static void Add(Dictionary<string, SlotSet> facet, string value, int slot)
    {
        if (!facet.TryGetValue(value, out var slots))
            facet[value] = slots = new SlotSet();
        slots.Add(slot);
    }
}
