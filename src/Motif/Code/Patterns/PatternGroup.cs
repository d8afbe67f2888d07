namespace Motif.Code.Patterns;

/// <summary>The sightings of one pattern in the scanned tree, by place.</summary>
internal sealed class PatternGroup
{
    /// <summary>A domain that one in more places deals with says nothing of the pattern.</summary>
    private const int LeastShare = 10;

    private PatternGroup(IReadOnlyList<Sighting> sightings)
    {
        Sightings = sightings;
        Domains =
        [
            .. sightings
                .Select(s => s.Domain)
                .OfType<string>()
                .CountBy(d => d, StringComparer.Ordinal)
                .Where(d => d.Value * LeastShare >= sightings.Count)
                .OrderByDescending(d => d.Value)
                .ThenBy(d => d.Key, StringComparer.Ordinal)
                .Select(d => (d.Key, d.Value)),
        ];
        Traits = TraitsOf(sightings, Domains);
        Exemplar = sightings
            .OrderBy(s => s.Unit.Unit.Has(UnitTraits.Test))
            .ThenByDescending(s => Traits.Domain is null || s.Domain == Traits.Domain)
            .ThenByDescending(s => s.Strength)
            .ThenByDescending(s => s.Unit.Quality.Score ?? 0)
            .ThenBy(s => s.Unit, MeasuredUnit.ByPlace)
            .First();
        PatternId = Motif.PatternId.For(PatternKind.Code, Traits.Key);
    }

    /// <summary>What the places have in common, with the domain that more than half of them deal with.</summary>
    public PatternTraits Traits { get; }

    /// <summary>What a tenth of the places at least deal with, and how many of them; the most frequent first.</summary>
    public IReadOnlyList<(string Domain, int Places)> Domains { get; }

    public Guid PatternId { get; }

    public IReadOnlyList<Sighting> Sightings { get; }

    /// <summary>Sightings that a person called wrong: they count for nothing.</summary>
    public IReadOnlyList<Sighting> Wrong { get; private init; } = [];

    /// <summary><c>design_pattern</c> where most have participants, else <c>class_pattern</c> or <c>function_pattern</c> by what most are.</summary>
    public string Type
    {
        get
        {
            var half = Sightings.Count / 2d;
            if (Sightings.Count(s => s.HasParticipants) > half)
                return "design_pattern";
            return Sightings.Count(s => s.Unit.Unit.Kind is UnitKind.Class) > half
                ? "class_pattern"
                : "function_pattern";
        }
    }

    /// <summary>
    /// The one with the most evidence, then the best of them, of the domain that names the pattern, from a test only where there is
    /// no other: its code is shown.
    /// </summary>
    public Sighting Exemplar { get; }

    /// <summary>By key, ordinal.</summary>
    public static IReadOnlyList<PatternGroup> Of(IEnumerable<Sighting> sightings) =>
        [
            .. sightings
                .GroupBy(s => s.Traits.Key, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new PatternGroup(OnePerUnit(g))),
        ];

    /// <summary>A domain is said of the places: it makes no pattern, and names one that is mostly of it.</summary>
    private static PatternTraits TraitsOf(
        IReadOnlyList<Sighting> sightings,
        IReadOnlyList<(string Domain, int Places)> domains
    )
    {
        var traits = sightings[0].Traits;
        return domains is [var (domain, places), ..] && places * 2 > sightings.Count
            ? traits with
            {
                Domain = domain,
                Category = $"{domain.ToLowerInvariant()}_operations",
            }
            : traits;
    }

    /// <summary>What a rule sees in a unit twice is one occurrence, the surer one.</summary>
    private static List<Sighting> OnePerUnit(IEnumerable<Sighting> sightings) =>
        [
            .. sightings
                .GroupBy(s => s.Unit)
                .Select(g => g.MaxBy(s => s.Strength)!)
                .OrderBy(s => s.Unit, MeasuredUnit.ByPlace),
        ];

    /// <summary>The same sightings under the key of a pattern that they continue.</summary>
    public PatternGroup WithKey(string key)
    {
        Sighting Under(Sighting sighting) =>
            sighting with
            {
                Traits = sighting.Traits with { Key = key },
            };
        return new PatternGroup([.. Sightings.Select(Under)]) { Wrong = [.. Wrong.Select(Under)] };
    }

    /// <summary>The group without what was called wrong; null where nothing is left.</summary>
    public PatternGroup? Without(Func<Sighting, bool> isWrong)
    {
        var right = Sightings.Where(s => !isWrong(s)).ToList();
        if (right.Count == Sightings.Count)
            return this;
        return right.Count == 0
            ? null
            : new PatternGroup(right) { Wrong = [.. Sightings.Where(isWrong)] };
    }

    /// <summary>Where it was seen, also what was called wrong: that is kept for the day it is taken back.</summary>
    public IEnumerable<Occurrence> Occurrences(string repository) =>
        Sightings
            .Concat(Wrong)
            .OrderBy(s => s.Unit, MeasuredUnit.ByPlace)
            .Select(s => new Occurrence(
                repository,
                s.Unit.File,
                s.Unit.Unit.StartLine,
                s.Unit.Unit.EndLine,
                s.Unit.Unit.QualifiedName,
                s.Rule,
                s.Confidence,
                PatternId,
                s.Unit.Facts.Language,
                s.Unit.Quality,
                s.Unit.Metrics,
                [.. s.Evidence.Select(e => e with { Signal = KeptText.Line(e.Signal) })]
            ));
}
