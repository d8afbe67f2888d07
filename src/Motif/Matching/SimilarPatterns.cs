using Motif.Catalog;
using Motif.Matching.Calibration;
using Motif.Matching.Documents;
using Motif.Matching.Indexing;
using Motif.Matching.Ranking;
using Motif.Matching.Requests;

namespace Motif.Matching;

/// <summary>A pattern that means something like another.</summary>
/// <param name="Cosine">Of their vectors, −1 to 1.</param>
public sealed record SimilarPattern(Guid PatternId, PatternKind Kind, string Name, double Cosine);

/// <summary>Patterns by how near they are to one in meaning, the nearest first.</summary>
/// <param name="EmbeddingModel">Whose vectors were compared: the sentence model's, without one the lexicon's.</param>
/// <param name="AlikeFrom">From so large a cosine on, two patterns of this model mean something like each other.</param>
public sealed record SimilarPatternList(
    IReadOnlyList<SimilarPattern> Items,
    string EmbeddingModel,
    double AlikeFrom
)
{
    /// <summary>Those that mean something like the pattern.</summary>
    public IEnumerable<SimilarPattern> Alike => Items.Where(item => item.Cosine >= AlikeFrom);
}

/// <summary>Which patterns are near to a pattern in meaning. Thread-safe.</summary>
public sealed class SimilarPatterns(
    CatalogueIndex index,
    IPatternStore patterns,
    TimeProvider time,
    PatternVectors? vectors = null
)
{
    public const int MaxLimit = 100;

    /// <summary>One in ten of the starter practices, which are all different, has a neighbour so near by the lexicon.</summary>
    private const double AlikeByLexicon = 0.55;

    /// <summary>Likewise by the sentence model.</summary>
    private const double AlikeByModel = 0.6;

    /// <summary>Without a vector index, the nearest are sought among so many that share words or meaning.</summary>
    private const int Candidates = 100;

    /// <summary>A text of so many characters says what a pattern means; more only takes longer.</summary>
    private const int LongestText = 4000;

    /// <summary>The nearest patterns that pass the filters, the pattern itself left out.</summary>
    /// <param name="pattern">Of the catalogue, or not yet.</param>
    /// <param name="limit">At most so many, 1 to <see cref="MaxLimit"/>.</param>
    public async Task<SimilarPatternList> OfAsync(
        Pattern pattern,
        MatchFilters filters,
        int limit,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
        return await OfAsync(
            pattern,
            await SearchAsync(pattern, filters, cancellationToken),
            limit,
            cancellationToken
        );
    }

    /// <summary>What shares words or meaning with a pattern, as of this moment.</summary>
    internal async Task<PatternNeighbourhood> SearchAsync(
        Pattern pattern,
        MatchFilters filters,
        CancellationToken cancellationToken
    )
    {
        await index.SynchronizeAsync(cancellationToken, atOnce: true);
        var text = SpaceEmbeddings.Text(PatternText.Document(pattern, [], time.GetUtcNow()));
        text = text[..Math.Min(text.Length, LongestText)];
        var draft = index.Index.Begin(
            new MatchSearch([new QueryPart(text, 1)], filters, Candidates),
            comparing: vectors is not null
        );
        var signal =
            vectors is not null && draft.Scope is { } scope
                ? await vectors.SearchAsync(text, filters, scope, cancellationToken)
                : null;
        return new PatternNeighbourhood(
            index.Index.Finish(
                draft,
                signal,
                ConfidenceCalibrator.Prior(new CalibratorKey("", "", ""))
            ),
            signal
        );
    }

    internal async Task<SimilarPatternList> OfAsync(
        Pattern pattern,
        PatternNeighbourhood near,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var nearest = near
            .Ranked.Matches.Select(m => (Id: Guid.Parse(m.Id), Cosine: near.Cosine(m)))
            .Where(m => m.Id != pattern.PatternId)
            .OrderByDescending(m => m.Cosine)
            .ThenBy(m => m.Id)
            .Take(limit)
            .ToList();
        return new SimilarPatternList(
            await NamedAsync(nearest, cancellationToken),
            near.Ranked.Space,
            near.IsByModel ? AlikeByModel : AlikeByLexicon
        );
    }

    private async Task<IReadOnlyList<SimilarPattern>> NamedAsync(
        List<(Guid Id, double Cosine)> nearest,
        CancellationToken cancellationToken
    )
    {
        var found = await patterns.FindManyAsync([.. nearest.Select(n => n.Id)], cancellationToken);
        var byId = found.ToDictionary(p => p.PatternId);
        return
        [
            .. nearest
                .Where(n => byId.ContainsKey(n.Id))
                .Select(n => new SimilarPattern(
                    n.Id,
                    byId[n.Id].Kind,
                    byId[n.Id].Name,
                    Math.Round(n.Cosine, 4)
                )),
        ];
    }
}

/// <summary>Patterns around one, by words and by meaning.</summary>
internal sealed record PatternNeighbourhood(RankedMatches Ranked, VectorSignal? Signal)
{
    public bool IsByModel => Signal is { Space.IsOffline: false };

    /// <summary>Those that share most words, the first so many.</summary>
    public IEnumerable<Guid> ByWords(int most) =>
        Ranked
            .Matches.OrderByDescending(m => m.Raw.Bm25)
            .ThenBy(m => m.Id, StringComparer.Ordinal)
            .Take(most)
            .Select(m => Guid.Parse(m.Id));

    public double Cosine(RankedMatch match) =>
        IsByModel ? Signal!.Scores.GetValueOrDefault(match.Id) : match.Raw.Vec;
}
