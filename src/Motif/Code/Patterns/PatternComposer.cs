using Motif.Catalog;
using Motif.Code.Rules;

namespace Motif.Code.Patterns;

/// <summary>Makes the pattern of the catalogue out of a group of sightings and what other repositories hold of it.</summary>
/// <param name="sourceOf">The text of a file of the scanned tree.</param>
internal sealed class PatternComposer(
    string repository,
    Func<string, string> sourceOf,
    DateTimeOffset now
)
{
    private const int MaxTags = 12;

    /// <param name="stored">The pattern as the catalogue has it.</param>
    /// <param name="elsewhere">Its occurrences in other repositories.</param>
    public Pattern Compose(PatternGroup group, Pattern? stored, IReadOnlyList<Occurrence> elsewhere)
    {
        var units = group.Sightings.Select(s => s.Unit).ToList();
        var purpose = PatternPurpose.Of(group.Traits, units);
        var body = BodyOf(group, units, elsewhere) with
        {
            Purpose = purpose.Sentence,
            Aliases = purpose.Aliases,
            Intents = purpose.Intents,
            Suspected = IsSuspected(group),
            Judged = JudgedOf(group),
            Domains = [.. group.Domains.Select(d => d.Domain)],
        };
        if (stored is not null && KeepsExemplar(group, stored, elsewhere))
            body = WithExemplarOf(body, stored);
        var qualities = units.Select(u => u.Quality).Concat(elsewhere.Select(o => o.Quality));
        return new Pattern
        {
            PatternId = group.PatternId,
            Kind = PatternKind.Code,
            PatternType = group.Type,
            Key = group.Traits.Key,
            Name = KeptText.Of(PatternName.Of(group.Traits, units), PatternDraft.MaxNameLength),
            Description = WellFormedText.Of(
                purpose.Description(body.Docstring),
                PatternDraft.MaxDescriptionLength
            ),
            Tags = Tags(body, stored),
            Status = StatusOf(stored),
            Quality = MeanQuality.Of([.. qualities], FilesUsing(units, elsewhere)),
            Body = PatternBody.From(body),
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    /// <summary>Says from where to where the same exemplar moved; null where it did not.</summary>
    public static string? Move(Pattern before, Pattern after)
    {
        if (CodePatternBody.Of(before) is not { } old || CodePatternBody.Of(after) is not { } now)
            return null;
        var isSame =
            old.Repository == now.Repository
            && old.QualifiedName == now.QualifiedName
            && old.Implementation == now.Implementation;
        return isSame && old.FilePath != now.FilePath ? $"{old.FilePath} → {now.FilePath}" : null;
    }

    /// <summary>A pattern that the scanned tree no longer has.</summary>
    public static Pattern Without(Pattern stored, IReadOnlyList<Occurrence> elsewhere)
    {
        if (CodePatternBody.Of(stored) is not { } body)
            return stored;
        var isGone = elsewhere.Count == 0;
        return stored with
        {
            Status =
                isGone && stored.Status is PatternStatus.Active
                    ? PatternStatus.Deprecated
                    : stored.Status,
            Quality = isGone
                ? stored.Quality
                : MeanQuality.Of([.. elsewhere.Select(o => o.Quality)], Files(elsewhere)),
            Body = PatternBody.From(
                body with
                {
                    OccurrenceCount = elsewhere.Count,
                    FileCount = Files(elsewhere),
                }
            ),
        };
    }

    private CodePatternBody BodyOf(
        PatternGroup group,
        List<MeasuredUnit> units,
        IReadOnlyList<Occurrence> elsewhere
    )
    {
        var exemplar = group.Exemplar.Unit;
        var firstLine = exemplar.Facts.FirstLineOf(exemplar.Unit);
        var traits = group.Traits;
        var complexities = units
            .Select(u => (double?)u.Complexity)
            .Concat(
                elsewhere.Select(o =>
                    o.Metrics.TryGetValue("cyclomatic", out var c) ? c : (double?)null
                )
            );
        return new CodePatternBody(
            exemplar.Facts.Language,
            traits.Category,
            repository,
            exemplar.File,
            [firstLine, exemplar.Unit.EndLine],
            exemplar.Unit.QualifiedName,
            ExemplarSource.Of(sourceOf(exemplar.File), firstLine, exemplar.Unit.EndLine),
            MeanQuality.Median(complexities),
            exemplar.Unit.Documentation is { } text
                ? KeptText.Of(text, PatternDraft.MaxDescriptionLength)
                : null,
            Dependencies.Of(exemplar),
            units.Count + elsewhere.Count,
            units.Select(u => u.File).Distinct(StringComparer.Ordinal).Count() + Files(elsewhere),
            group.Sightings[0].Rule,
            traits.Variant,
            traits.Modifiers,
            traits.Domain
        );
    }

    /// <summary>The exemplar stands in another repository and is at least as good as the best one here.</summary>
    private bool KeepsExemplar(
        PatternGroup group,
        Pattern stored,
        IReadOnlyList<Occurrence> elsewhere
    )
    {
        if (CodePatternBody.Of(stored) is not { } body || body.Repository == repository)
            return false;
        var shown = elsewhere.FirstOrDefault(o =>
            o.Repository == body.Repository
            && o.File == body.FilePath
            && o.QualifiedName == body.QualifiedName
        );
        return shown is not null
            && (shown.Quality.Score ?? 0) >= (group.Exemplar.Unit.Quality.Score ?? 0);
    }

    private static CodePatternBody WithExemplarOf(CodePatternBody body, Pattern stored)
    {
        var shown = CodePatternBody.Of(stored)!;
        return shown with
        {
            Complexity = body.Complexity,
            OccurrenceCount = body.OccurrenceCount,
            FileCount = body.FileCount,
            Purpose = body.Purpose,
            Aliases = body.Aliases,
            Intents = body.Intents,
            Suspected = body.Suspected,
            Judged = body.Judged,
            Domain = body.Domain,
            Domains = body.Domains,
            Category = body.Category,
        };
    }

    /// <summary>What came back is offered again; what a person took out of use stays out.</summary>
    private static PatternStatus StatusOf(Pattern? stored)
    {
        if (stored is null)
            return PatternStatus.Active;
        var wasRetired =
            stored.Status is PatternStatus.Deprecated
            && CodePatternBody.Of(stored) is { OccurrenceCount: 0 };
        return wasRetired ? PatternStatus.Active : stored.Status;
    }

    /// <summary>The body's own tags, and those that people added.</summary>
    private static List<string> Tags(CodePatternBody body, Pattern? stored)
    {
        var tags = OwnTags(body).ToList();
        if (stored is not null && CodePatternBody.Of(stored) is { } before)
            tags.AddRange(stored.Tags.Except(OwnTags(before), StringComparer.Ordinal));
        return [.. tags.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> OwnTags(CodePatternBody body) =>
        new[]
        {
            body.Suspected ? Pattern.SuspectedTag : null,
            body.Language,
            body.Category,
            body.Variant,
            RuleOf(body),
        }
            .Concat(body.Modifiers)
            .Append(HandlesErrors(body) ? "error_handling" : null)
            .Concat(body.Domain is null ? [] : [body.Domain])
            .Concat(body.Domains)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Select(t => t.ToLowerInvariant().Replace(' ', '_'))
            .Take(MaxTags);

    private static string? RuleOf(CodePatternBody body) =>
        body.Rule is CloneFamilies.Rule ? null : body.Rule;

    /// <summary>That code recurs is no guess.</summary>
    private static bool IsSuspected(PatternGroup group) =>
        group.Sightings[0] is var sighting
        && sighting.Rule != CloneFamilies.Rule
        && JudgedRules.IsSuspected(sighting.Rule, sighting.Unit.Facts.Language);

    private static RuleShare? JudgedOf(PatternGroup group) =>
        group.Sightings[0] is var sighting && sighting.Rule != CloneFamilies.Rule
            ? JudgedRules.Of(sighting.Rule, sighting.Unit.Facts.Language)
            : null;

    /// <summary>Whoever tries again or translates a failure deals with errors.</summary>
    private static bool HandlesErrors(CodePatternBody body) =>
        body.Rule is "retry" or "error_wrapper"
        || body.Modifiers.Contains("retry", StringComparer.Ordinal);

    private static int Files(IReadOnlyList<Occurrence> occurrences) =>
        occurrences.Select(o => (o.Repository, o.File)).Distinct().Count();

    /// <summary>Files that contain or use it, tests apart.</summary>
    private static int FilesUsing(List<MeasuredUnit> units, IReadOnlyList<Occurrence> elsewhere)
    {
        var files = new HashSet<string>(StringComparer.Ordinal);
        foreach (var unit in units)
        {
            files.UnionWith(unit.FilesUsing);
            if (!unit.Unit.Has(UnitTraits.Test))
                files.Add(unit.File);
        }
        return files.Count + Files(elsewhere);
    }
}
