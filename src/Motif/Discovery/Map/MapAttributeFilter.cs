using Motif.Catalog;

namespace Motif.Discovery.Map;

/// <summary>A stretch of numbers, or of dates as seconds since 1970 in UTC.</summary>
[WireRequest]
public sealed record MapRange
{
    /// <summary>From here on, this one included.</summary>
    public double? Min { get; init; }

    /// <summary>Up to here, this one not included.</summary>
    public double? Below { get; init; }
}

/// <summary>Which points an attribute lets through: those with any of the values, in any of the ranges.</summary>
[WireRequest]
public sealed record MapAttributeFilter
{
    /// <summary>One that the map has, such as <c>channel</c>, <c>performance_ratio</c> or an item's attribute.</summary>
    public required string Name { get; init; }

    /// <summary>Of a boolean or a category.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Whether points with a value too rare to be told apart pass.</summary>
    public bool Others { get; init; }

    /// <summary>Of a number or a date.</summary>
    public IReadOnlyList<MapRange> Ranges { get; init; } = [];

    /// <summary>Whether points without the attribute pass.</summary>
    public bool Unknown { get; init; }

    /// <summary>Of each code of a column whether it passes.</summary>
    internal CatalogueAnswer<bool[]> Passing(MapColumn column)
    {
        var (attribute, levels) = (column.Attribute, column.Levels);
        var isMeasured = attribute.Kind is MapAttributeKind.Number or MapAttributeKind.Date;
        if (isMeasured ? Values.Count > 0 || Others : Ranges.Count > 0)
            return CatalogueProblem.Invalid(
                "attributes",
                $"'{Name}' has {(isMeasured ? "ranges, no values" : "values, no ranges")}"
            );
        var passing = new bool[levels.Length + attribute.Values.Count + 2];
        passing[0] = Unknown;
        foreach (var value in Values)
        {
            var place = 0;
            while (place < attribute.Values.Count && attribute.Values[place] != value)
                place++;
            if (place == attribute.Values.Count)
                return CatalogueProblem.Invalid(
                    "attributes",
                    $"'{Name}' has no value '{value}' that the map tells apart"
                );
            passing[place + 1] = true;
        }
        if (!isMeasured)
            passing[attribute.Values.Count + 1] = Others;
        foreach (var range in Ranges)
        {
            var from = range.Min is { } min ? MapLevels.Below(levels, min) : 0;
            var to = range.Below is { } below ? MapLevels.Below(levels, below) : levels.Length;
            for (var place = from; place < to; place++)
                passing[place + 1] = true;
        }
        return passing;
    }
}
