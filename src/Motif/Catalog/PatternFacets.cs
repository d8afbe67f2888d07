using System.ComponentModel.DataAnnotations;

namespace Motif.Catalog;

/// <summary>What a list of patterns can be narrowed by, with counts.</summary>
public enum PatternFacet
{
    Kind,
    PatternType,
    Status,
    Tag,
    Language,
    Repository,
    Quality,
}

/// <summary>How many patterns a list would have, value by value of what it can be narrowed by.</summary>
public sealed record FacetQuery
{
    public const int MaxValues = 100;

    /// <summary>The filters that stand; its order, limit and cursor are not used.</summary>
    public PatternQuery Filters { get; init; } = new();

    /// <summary>All when empty.</summary>
    public IReadOnlyList<PatternFacet> Facets { get; init; } = [];

    /// <summary>How many values a facet lists at most, besides those that are selected.</summary>
    [Range(1, MaxValues)]
    public int Values { get; init; } = 20;
}

/// <summary>A value of a facet.</summary>
/// <param name="Value">As the filter of that name takes it.</param>
/// <param name="Patterns">Patterns with this value that pass every other filter.</param>
/// <param name="Selected">It is one of those that are filtered by.</param>
public sealed record FacetValue(string Value, long Patterns, bool Selected);

/// <summary>The values of a facet: most patterns first, then by value; bands of quality from the best.</summary>
/// <param name="More">There are more values than these.</param>
public sealed record FacetCounts(PatternFacet Facet, IReadOnlyList<FacetValue> Values, bool More);

/// <summary>
/// The facets of a list. Each is counted with the filters of all others applied; tags, where a pattern must have all that are
/// filtered by, with the tags applied too. Tags stand in lower case.
/// </summary>
/// <param name="Total">The patterns that pass every filter.</param>
public sealed record PatternFacets(long Total, IReadOnlyList<FacetCounts> Facets);
