using Motif.Catalog;
using Motif.Matching.Calibration;
using Motif.Matching.Documents;
using Motif.Matching.Ranking;
using Motif.Matching.Requests;
using Motif.Text;

namespace Motif.Matching;

/// <summary>A pattern that means something like another; a hint, never a refusal.</summary>
/// <param name="Cosine">Of the offline vectors, −1 to 1.</param>
public sealed record SimilarPattern(Guid PatternId, string Name, double Cosine);

/// <summary>A pattern that was added.</summary>
/// <param name="Similar">At most three patterns of like meaning, the nearest first.</param>
public sealed record AdmittedPattern(Pattern Pattern, IReadOnlyList<SimilarPattern> Similar);

/// <summary>
/// The way of a single new pattern into the catalogue: refused where its context or nearly its words are there already. Two
/// like patterns that come at the same moment may both get in; what counts is a catalogue that people keep by hand.
/// Thread-safe.
/// </summary>
public sealed class PatternAdmission(
    Catalogue catalogue,
    CatalogueIndex index,
    IPatternStore patterns
)
{
    /// <summary>Patterns that share so much of their five-word sequences are copies.</summary>
    public const double NearCopy = 0.8;

    /// <summary>From so large a cosine on, two patterns mean something like each other.</summary>
    public const double Similar = 0.55;

    private const int Candidates = 10;
    private const int MostSimilar = 3;

    /// <summary>A request of so many characters finds its near copies; more only takes longer.</summary>
    private const int LongestText = 4000;

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
        var near =
            wanted.Kind is PatternKind.Success ? await NearAsync(wanted, cancellationToken) : [];
        if (!allowDuplicate && Copied(wanted, near) is { } copy)
            return copy;
        var created = await catalogue.CreateAsync(draft, actor, cancellationToken);
        index.Expire();
        return created.Value is { } pattern
            ? new AdmittedPattern(pattern, Hints(near))
            : created.Problem!;
    }

    /// <summary>What stands nearest, without the pattern of the same key: that is refused by its key.</summary>
    private async Task<List<(Pattern Pattern, double Cosine)>> NearAsync(
        Pattern wanted,
        CancellationToken cancellationToken
    )
    {
        await index.SynchronizeAsync(cancellationToken, atOnce: true);
        var text = Text(wanted);
        var ranked = index.Index.Search(
            new MatchSearch(
                [new QueryPart(text[..Math.Min(text.Length, LongestText)], 1)],
                Standing,
                Candidates
            ),
            ConfidenceCalibrator.Prior(new CalibratorKey("", "", ""))
        );
        var cosines = ranked.Matches.ToDictionary(m => Guid.Parse(m.Id), m => m.Raw.Vec);
        var found = await patterns.FindManyAsync(cosines.Keys, cancellationToken);
        return
        [
            .. found
                .Where(p => p.PatternId != wanted.PatternId)
                .Select(p => (p, (double)cosines[p.PatternId]))
                .OrderByDescending(p => p.Item2)
                .ThenBy(p => p.p.PatternId),
        ];
    }

    private static CatalogueProblem? Copied(
        Pattern wanted,
        List<(Pattern Pattern, double Cosine)> near
    )
    {
        var hash = PatternText.ContextHash(wanted);
        var shingles = Shingles.Of(Text(wanted));
        foreach (var (pattern, _) in near)
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

    private static List<SimilarPattern> Hints(List<(Pattern Pattern, double Cosine)> near) =>
        [
            .. near.Where(n => n.Cosine >= Similar)
                .Take(MostSimilar)
                .Select(n => new SimilarPattern(
                    n.Pattern.PatternId,
                    n.Pattern.Name,
                    Math.Round(n.Cosine, 4)
                )),
        ];

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
