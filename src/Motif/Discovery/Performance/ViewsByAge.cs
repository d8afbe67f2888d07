using System.Text.Json;
using Motif.Discovery.Items;

namespace Motif.Discovery.Performance;

/// <summary>
/// Views of items at one age, so that an old one is not ahead of a young one by its years. Items tell them as numbers called
/// <c>views_day_1</c>, <c>views_day_7</c> …; the views themselves are those of the time at which they were read. An item that is
/// known at its thirtieth day, or soon before and after it, has its own day 30, between two points of it in ln(age) and ln(views + 1). From these
/// comes how much is usually still to come, or to be taken off, at every other age (the median by age), which gives the day 30 of
/// all others.
/// </summary>
internal sealed class ViewsByAge
{
    public const double Day = 30;

    /// <summary>An age, or all of them, that fewer items tell of says nothing.</summary>
    private const int FewestItems = 20;

    /// <summary>Ages that differ by less than a sixth are one.</summary>
    private const double AgeStep = 1.16;

    /// <summary>Points farther from the day than three times, or a third, do not tell what lies between them.</summary>
    private const double Near = 3;

    /// <summary>Views without an age are those of the run, which may have been read days before it.</summary>
    private const double FewestDays = 7;

    /// <summary>Ages ascending, each with what is to be added to ln(views + 1).</summary>
    private readonly (double LogAge, double Gap)[] _curve;

    private ViewsByAge((double, double)[] curve) => _curve = curve;

    /// <summary>Null where too few items tell of their thirtieth day: views are then compared as they are.</summary>
    public static ViewsByAge? Of(IEnumerable<Item> items, DateTimeOffset asOf)
    {
        var points = new SortedDictionary<int, List<(double LogAge, double Gap)>>();
        var tellers = 0;
        foreach (var item in items)
        {
            var known = Known(item, asOf);
            if (known.Count < 2 || Between(known) is not { } day)
                continue;
            tellers++;
            foreach (var (age, views) in known)
            {
                var step = (int)Math.Round(Math.Log(age) / Math.Log(AgeStep));
                if (!points.TryGetValue(step, out var list))
                    points[step] = list = [];
                list.Add((Math.Log(age), day - Math.Log(views + 1)));
            }
        }
        if (tellers < FewestItems)
            return null;
        var curve = new List<(double LogAge, double Gap)>();
        foreach (var list in points.Values.Where(l => l.Count >= FewestItems))
        {
            var gap = Median(list.ConvertAll(p => p.Gap));
            // Views only grow.
            curve.Add(
                (
                    Median(list.ConvertAll(p => p.LogAge)),
                    curve.Count == 0 ? gap : Math.Min(gap, curve[^1].Gap)
                )
            );
        }
        return curve.Count == 0 ? null : new ViewsByAge([.. curve]);
    }

    /// <summary>ln(views + 1) at the thirtieth day; null for an item too young for any age that is known.</summary>
    public double? LogAtDay(Item item, DateTimeOffset asOf)
    {
        var known = Known(item, asOf);
        if (known.Count == 0)
            return null;
        if (Between(known) is { } own)
            return own;
        foreach (var (age, views) in known.OrderBy(k => Math.Abs(Math.Log(k.Age / Day))))
        {
            if (Gap(Math.Log(age)) is { } gap)
                return Math.Max(0, Math.Log(views + 1) + gap);
        }
        return null;
    }

    /// <summary>Ages in days with their views, the youngest first; what was counted as less than before is left out.</summary>
    private static List<(double Age, double Views)> Known(Item item, DateTimeOffset asOf)
    {
        var known = new SortedDictionary<double, double>();
        var age = item.PublishedAt is { } at ? (asOf - at).TotalDays : double.NaN;
        foreach (var (name, value) in item.Attributes)
        {
            // A day that is not over yet tells nothing.
            if (
                ViewsAtAge.Days(name) is { } day
                && value.ValueKind is JsonValueKind.Number
                && value.GetDouble() >= 0
                && !(day > age)
            )
                known[day] = value.GetDouble();
        }
        if (item.Views is { } views && age >= FewestDays)
            known.TryAdd(age, views);
        var growing = new List<(double Age, double Views)>();
        foreach (var (day, seen) in known)
        {
            if (growing.Count == 0 || seen >= growing[^1].Views)
                growing.Add((day, seen));
        }
        return growing;
    }

    /// <summary>The item's own day 30; null where it is not known at it or near it on both sides.</summary>
    private static double? Between(List<(double Age, double Views)> known)
    {
        var after = known.FindIndex(k => k.Age >= Day);
        if (after < 0)
            return null;
        var high = known[after];
        if (high.Age.Equals(Day))
            return Math.Log(high.Views + 1);
        if (after == 0 || high.Age > Day * Near || known[after - 1].Age < Day / Near)
            return null;
        var low = known[after - 1];
        var share = Math.Log(Day / low.Age) / Math.Log(high.Age / low.Age);
        return ((1 - share) * Math.Log(low.Views + 1)) + (share * Math.Log(high.Views + 1));
    }

    /// <summary>By the line between two ages; beyond the oldest as there, and unknown before the youngest.</summary>
    private double? Gap(double logAge)
    {
        if (logAge < _curve[0].LogAge - (Math.Log(AgeStep) / 2))
            return null;
        var next = Array.FindIndex(_curve, c => c.LogAge >= logAge);
        if (next < 0)
            return _curve[^1].Gap;
        if (next == 0)
            return _curve[0].Gap;
        var (low, high) = (_curve[next - 1], _curve[next]);
        var share = (logAge - low.LogAge) / (high.LogAge - low.LogAge);
        return low.Gap + (share * (high.Gap - low.Gap));
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
    }
}
