using Motif.Catalog;
using Motif.Matching.Documents;
using Motif.Matching.Requests;
using Motif.Text;

namespace Motif.Matching;

/// <summary>A pattern that was added.</summary>
/// <param name="Similar">At most three patterns of like meaning, the nearest first; a hint, never a refusal.</param>
public sealed record AdmittedPattern(Pattern Pattern, IReadOnlyList<SimilarPattern> Similar);

/// <summary>
/// The way of a single new pattern into the catalogue: refused where its context or nearly its words are there already. Two
/// like patterns that come at the same moment may both get in; what counts is a catalogue that people keep by hand.
/// Thread-safe.
/// </summary>
public sealed class PatternAdmission(
    Catalogue catalogue,
    CatalogueIndex index,
    IPatternStore patterns,
    SimilarPatterns similar
)
{
    /// <summary>Patterns that share so much of their five-word sequences are copies.</summary>
    public const double NearCopy = 0.8;

    private const int Candidates = 10;
    private const int MostSimilar = 3;

    private static readonly MatchFilters Standing = new()
    {
        Kinds = [WireName.Of(PatternKind.Success)],
        Statuses =
        [
            WireName.Of(PatternStatus.Draft),
            WireName.Of(PatternStatus.Active),
            WireName.Of(PatternStatus.Deprecated),
        ],
    };

    /// <param name="allowDuplicate">Adds it also where it copies another under another key.</param>
    public async Task<CatalogueAnswer<AdmittedPattern>> CreateAsync(
        PatternDraft draft,
        bool allowDuplicate,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        var preview = await catalogue.PreviewAsync(draft, cancellationToken);
        if (preview.Value is not { } wanted)
            return preview.Problem!;
        IReadOnlyList<SimilarPattern> alike = [];
        if (wanted.Kind is PatternKind.Success)
        {
            var near = await similar.SearchAsync(wanted, Standing, cancellationToken);
            if (
                !allowDuplicate
                && Copied(wanted, await LoadAsync(wanted, near, cancellationToken)) is { } copy
            )
                return copy;
            alike =
            [
                .. (await similar.OfAsync(wanted, near, MostSimilar, cancellationToken)).Alike,
            ];
        }
        var created = await catalogue.CreateAsync(draft, actor, cancellationToken);
        index.Expire();
        return created.Value is { } pattern
            ? new AdmittedPattern(pattern, alike)
            : created.Problem!;
    }

    /// <summary>What shares most words, without the pattern of the same key: that is refused by its key.</summary>
    private async Task<IReadOnlyList<Pattern>> LoadAsync(
        Pattern wanted,
        PatternNeighbourhood near,
        CancellationToken cancellationToken
    )
    {
        var found = await patterns.FindManyAsync([.. near.ByWords(Candidates)], cancellationToken);
        return [.. found.Where(p => p.PatternId != wanted.PatternId).OrderBy(p => p.PatternId)];
    }

    private static CatalogueProblem? Copied(Pattern wanted, IReadOnlyList<Pattern> near)
    {
        var hash = PatternText.ContextHash(wanted);
        var shingles = Shingles.Of(Text(wanted));
        foreach (var pattern in near)
        {
            if (hash is not null && hash == PatternText.ContextHash(pattern))
                return Refused(
                    pattern,
                    $"'{pattern.Name}' has the same intent in the same environment"
                );
            var share = shingles.Jaccard(Shingles.Of(Text(pattern)));
            if (share >= NearCopy)
                return Refused(
                    pattern,
                    FormattableString.Invariant(
                        $"'{pattern.Name}' says nearly the same: {share:P0} of their five-word sequences are shared"
                    )
                );
        }
        return null;
    }

    private static CatalogueProblem Refused(Pattern pattern, string reason) =>
        new(
            CatalogueRefusal.Duplicate,
            $"{reason}; change that pattern, or force another one with allow_duplicate",
            ExistingId: pattern.PatternId
        );

    private static string Text(Pattern pattern) =>
        string.Join(
            '\n',
            [
                pattern.Name,
                pattern.Description,
                PatternText.Intent(pattern),
                .. PatternText.Steps(pattern),
            ]
        );
}
