using System.Text;
using Motif.Catalog;
using Motif.Code.Patterns;

namespace Motif.Code.Relationships;

/// <summary>
/// How the patterns of a scan stand to each other, read off their occurrences: USES a call or reference that resolves, CREATES a
/// construction, EXTENDS a base, COMPOSED_OF what is held as an attribute, SIMILAR_TO nearly the same structure.
/// </summary>
/// <remarks>
/// The confidence of an edge is the share of the source's occurrences that show it; of SIMILAR_TO the similarity itself, where as large
/// a share of the occurrences of one of the two are like one of the other: that one place of sixty is like another says nothing of
/// the patterns, nor does that a method of one class is like a method of another. What no file
/// of the tree defines is an external node, the <see cref="MaxExternals"/> most frequent ones per pattern.
/// </remarks>
internal sealed class PatternRelations
{
    private const int MaxExternals = 10;

    /// <summary>What fewer of the occurrences show is no relation of the pattern.</summary>
    private const double MinConfidence = .2;

    /// <summary>Longer names are no module's: they are not worth a node.</summary>
    private const int MaxExternalBytes = 500;

    private readonly Dictionary<ProjectUnit, List<Guid>> _patterns = [];
    private readonly Dictionary<Edge, Seen> _edges = [];
    private readonly Dictionary<Guid, int> _places = [];

    private readonly record struct Edge(
        Guid Source,
        RelationshipType Type,
        Guid? Target,
        string? External
    );

    private sealed record Seen(string Evidence)
    {
        public double Weight { get; set; }
    }

    /// <summary>The units of two patterns that are like one of the other, and the two that are most alike.</summary>
    private sealed class Likeness
    {
        public HashSet<ProjectUnit> OfSource { get; } = [];

        public HashSet<ProjectUnit> OfTarget { get; } = [];

        public double Most { get; set; }

        public string Evidence { get; set; } = "";
    }

    /// <summary>By source, type, target, external name.</summary>
    public static IReadOnlyList<Relationship> Of(
        IReadOnlyList<PatternGroup> groups,
        CloneFamilies clones,
        AnalysisFaults faults
    )
    {
        var relations = new PatternRelations();
        foreach (var group in groups)
        {
            foreach (var sighting in group.Sightings)
                relations.Register(sighting.Unit.Project, group.PatternId);
        }
        foreach (var group in groups)
            relations.Add(group, faults);
        relations.AddSimilar(clones);
        return relations.Result();
    }

    private void Register(ProjectUnit unit, Guid pattern)
    {
        if (!_patterns.TryGetValue(unit, out var patterns))
            _patterns[unit] = patterns = [];
        if (!patterns.Contains(pattern))
            patterns.Add(pattern);
    }

    private void Add(PatternGroup group, AnalysisFaults faults)
    {
        var units = group.Sightings.Select(s => s.Unit.Project).Distinct().ToList();
        _places[group.PatternId] = units.Count;
        foreach (var unit in units)
        {
            var references = faults.Survive(
                "finding its relations",
                unit.File.Facts.Path,
                unit.Fact.StartLine,
                [],
                () => UnitReferences.Of(unit)
            );
            var found = new Dictionary<Edge, string>();
            foreach (var reference in references)
            {
                foreach (var edge in EdgesTo(group.PatternId, reference))
                    found.TryAdd(edge, reference.Evidence);
            }
            foreach (var (edge, evidence) in found)
                Count(edge, evidence, 1d / units.Count);
        }
    }

    private IEnumerable<Edge> EdgesTo(Guid source, UnitReference reference)
    {
        if (reference.Target is null)
            return Encoding.UTF8.GetByteCount(reference.External!) > MaxExternalBytes
                ? []
                : [new Edge(source, reference.Type, null, reference.External)];
        return PatternsOf(reference.Target)
            .Where(target => target != source)
            .Select(target => new Edge(source, reference.Type, target, null));
    }

    /// <summary>Those of the unit itself, or of the class whose member it is.</summary>
    private List<Guid> PatternsOf(ProjectUnit unit)
    {
        if (_patterns.TryGetValue(unit, out var own))
            return own;
        return
            unit.Parent is { Class: not null } owner && _patterns.TryGetValue(owner, out var owners)
            ? owners
            : [];
    }

    private void AddSimilar(CloneFamilies clones)
    {
        var likenesses = new Dictionary<(Guid, Guid), Likeness>();
        foreach (var (left, right, similarity) in clones.Pairs)
        {
            if (!UnitReferences.IsOfOneCode(left.Project, right.Project))
                AddSimilar(likenesses, left.Project, right.Project, similarity);
        }
        foreach (var ((source, target), likeness) in likenesses)
        {
            var share = Math.Max(
                likeness.OfSource.Count / (double)_places[source],
                likeness.OfTarget.Count / (double)_places[target]
            );
            if (share >= MinConfidence)
                _edges[new Edge(source, RelationshipType.SimilarTo, target, null)] = new Seen(
                    likeness.Evidence
                )
                {
                    Weight = likeness.Most,
                };
        }
    }

    /// <summary>Patterns of which units are alike, in the order of their ids.</summary>
    private void AddSimilar(
        Dictionary<(Guid, Guid), Likeness> likenesses,
        ProjectUnit left,
        ProjectUnit right,
        double similarity
    )
    {
        foreach (var a in _patterns.GetValueOrDefault(left, []))
        {
            foreach (var b in _patterns.GetValueOrDefault(right, []))
            {
                if (a == b)
                    continue;
                var isInOrder = a.CompareTo(b) < 0;
                var ends = isInOrder ? (a, b) : (b, a);
                if (!likenesses.TryGetValue(ends, out var likeness))
                    likenesses[ends] = likeness = new Likeness();
                likeness.OfSource.Add(isInOrder ? left : right);
                likeness.OfTarget.Add(isInOrder ? right : left);
                if (similarity > likeness.Most)
                    (likeness.Most, likeness.Evidence) = (
                        similarity,
                        $"{left.Fact.QualifiedName} and {right.Fact.QualifiedName}"
                    );
            }
        }
    }

    private void Count(Edge edge, string evidence, double weight)
    {
        if (!_edges.TryGetValue(edge, out var seen))
            _edges[edge] = seen = new Seen(evidence);
        seen.Weight += weight;
    }

    private List<Relationship> Result() =>
        [
            .. _edges
                .Where(e => e.Value.Weight >= MinConfidence)
                .GroupBy(e => (e.Key.Source, IsExternal: e.Key.Target is null))
                .SelectMany(g => g.Key.IsExternal ? MostFrequent(g) : g)
                .OrderBy(e => e.Key.Source)
                .ThenBy(e => e.Key.Type)
                .ThenBy(e => e.Key.Target)
                .ThenBy(e => e.Key.External, StringComparer.Ordinal)
                .Select(e => new Relationship(
                    e.Key.Source,
                    e.Key.Type,
                    e.Key.Target,
                    e.Key.External,
                    new Confidence(Math.Clamp(Math.Round(e.Value.Weight, 4), 0, 1)),
                    KeptText.Line(e.Value.Evidence)
                )),
        ];

    private static IEnumerable<KeyValuePair<Edge, Seen>> MostFrequent(
        IEnumerable<KeyValuePair<Edge, Seen>> edges
    ) =>
        edges
            .OrderByDescending(e => e.Value.Weight)
            .ThenBy(e => e.Key.External, StringComparer.Ordinal)
            .Take(MaxExternals);
}
