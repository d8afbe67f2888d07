using Motif.Matching.Documents;
using Motif.Matching.Requests;

namespace Motif.Matching.Ranking;

/// <summary>What a filter took away.</summary>
/// <param name="Filter">Its name in the request.</param>
/// <param name="Removed">Patterns that had passed all filters before it.</param>
public sealed record FilterEffect(string Filter, int Removed);

/// <summary>What filters look at, as a bitmap per value and two columns of numbers.</summary>
internal sealed class FacetIndex
{
    private readonly Dictionary<string, SlotSet> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlotSet> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlotSet> _statuses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlotSet> _tags = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<double> _quality = [];
    private readonly List<double> _success = [];

    /// <summary>Describes the next slot.</summary>
    public void Add(MatchDocument document)
    {
        var slot = _quality.Count;
        Add(_kinds, document.Kind, slot);
        Add(_types, document.PatternType, slot);
        Add(_statuses, document.Status, slot);
        foreach (var tag in document.Tags)
            Add(_tags, tag, slot);
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
        IReadOnlyList<string> statuses = filters.Statuses.Count > 0 ? filters.Statuses : ["active"];
        Narrow("statuses", _statuses, statuses);
        Narrow("kinds", _kinds, filters.Kinds);
        Narrow("pattern_types", _types, filters.PatternTypes);
        Narrow("tags", _tags, filters.Tags);
        AtLeast("min_quality_score", _quality, filters.MinQualityScore);
        AtLeast("min_success_rate", _success, filters.MinSuccessRate);
        return (slots, effects);

        void Narrow(string name, Dictionary<string, SlotSet> facet, IReadOnlyList<string> values)
        {
            if (values.Count == 0)
                return;
            var before = slots.Count;
            slots.IntersectWith(Union(facet, values));
            effects.Add(new FilterEffect(name, before - slots.Count));
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
            effects.Add(new FilterEffect(name, before - slots.Count));
        }
    }

    /// <summary>Gives the kept slots their new numbers (ascending, −1: removed).</summary>
    public void Compact(ReadOnlySpan<int> newSlots)
    {
        foreach (var facet in (Dictionary<string, SlotSet>[])[_kinds, _types, _statuses, _tags])
        {
            foreach (var (value, slots) in facet.ToArray())
                facet[value] = Renumber(slots, newSlots);
        }
        Compact(_quality, newSlots);
        Compact(_success, newSlots);
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
