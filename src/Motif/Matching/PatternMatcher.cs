using Motif.Catalog;
using Motif.Embeddings;
using Motif.Matching.Calibration;
using Motif.Matching.Documents;
using Motif.Matching.Indexing;
using Motif.Matching.Ranking;
using Motif.Matching.Requests;
using Motif.Storage;
using Motif.Text;
using Motif.Vectors;

namespace Motif.Matching;

/// <summary>
/// Answers "what worked for this intent?": ranks the catalogue, loads what it shows once, and says how sure it is.
/// Thread-safe. A failure of the store is thrown as <see cref="BackendException"/>; a failing embedding endpoint is not a
/// failure (<see cref="MatchResponse.Degraded"/>).
/// </summary>
public sealed class PatternMatcher(
    NamespaceIndexes indexes,
    IPatternStore patterns,
    TextAnalyzer analyzer,
    Lexicon lexicon,
    TimeProvider time,
    ExposureQueue? exposures = null,
    PatternVectors? vectors = null,
    CalibratorShelf? calibrators = null,
    MatchMetrics? metrics = null
)
{
    private readonly CalibratorShelf _calibrators = calibrators ?? new CalibratorShelf(time);
    private readonly MatchExposures _exposures = new(exposures, time);
    private readonly StepMarks _steps = new(lexicon, analyzer, vectors);

    /// <summary>Ranks patterns for a request.</summary>
    /// <exception cref="ArgumentException">The request is wrong; <see cref="MatchRequest.Problems"/> says where.</exception>
    public async Task<MatchResponse> MatchAsync(
        MatchRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Problems() is { Count: > 0 } problems)
            throw new ArgumentException(
                string.Join("; ", problems.Select(p => $"{p.Key} {p.Value}")),
                nameof(request)
            );
        var started = time.GetTimestamp();
        var catalogue = await indexes.OfAsync(request.Namespace, cancellationToken);
        await catalogue.SynchronizeAsync(cancellationToken);
        await _calibrators.RefreshAsync(cancellationToken);
        var parts = MatchQuery.Parts(request);
        var draft = catalogue.Index.Begin(Search(request, parts), comparing: vectors is not null);
        var (signal, isDegraded) = await SearchVectorsAsync(
            request,
            draft.Search.Parts,
            draft,
            cancellationToken
        );
        var calibrator = _calibrators.For(Key(signal?.Space, request.Namespace));
        var ranked = catalogue.Index.Finish(draft, signal, calibrator);
        var page = ranked.Matches.Skip(request.Offset).ToList();
        var shown = await LoadAsync(catalogue, page, cancellationToken);
        if (request.Offset == 0)
            shown = SuspectedMatches.Behind(shown);
        var documents = request.Explain
            ? await catalogue.DocumentsAsync(
                shown.ConvertAll(pair => pair.Pattern),
                cancellationToken
            )
            : null;
        var steps = await _steps.MarkAsync(
            shown.ConvertAll(pair => pair.Pattern),
            request,
            cancellationToken
        );
        var response = new MatchResponse
        {
            MatchId = Guid.CreateVersion7(time.GetUtcNow()),
            MatchedPatterns =
            [
                .. shown.Select(
                    (pair, place) =>
                        Describe(
                            pair.Match,
                            pair.Pattern,
                            steps[place],
                            documents is null
                                ? null
                                : RankExplanation.Of(
                                    pair.Match,
                                    documents[place],
                                    ranked,
                                    catalogue.Index,
                                    analyzer
                                )
                        )
                ),
            ],
            TotalMatches = ranked.Total - ranked.BelowThreshold,
            BelowThresholdCount = ranked.BelowThreshold,
            Offset = request.Offset,
            NextOffset = Next(request.Offset + page.Count, ranked),
            NearestBelow = await NearestAsync(ranked.NearestBelow, cancellationToken),
            Filters = ranked.Filters,
            ConfidenceBasis = calibrator.Basis,
            LabelsUsed = calibrator.LabelsUsed,
            Degraded = isDegraded,
            QueryMetadata = new MatchQueryMetadata(
                Math.Round(time.GetElapsedTime(started).TotalMilliseconds, 3),
                ranked.Space,
                TextAnalyzer.Version,
                ranked.Query.Corrections
            ),
            Explain = request.Explain ? Explain(ranked, calibrator) : null,
        };
        metrics?.Matched(
            time.GetElapsedTime(started),
            response.Degraded,
            shown.ConvertAll(pair => pair.Pattern)
        );
        _exposures.Add(response, request, shown, calibrator.Key);
        return response;
    }

    /// <summary>Computes confidences by this calibrator wherever its key fits.</summary>
    public void Use(ConfidenceCalibrator calibrator)
    {
        ArgumentNullException.ThrowIfNull(calibrator);
        _calibrators.Put(calibrator);
    }

    /// <summary>What labels of today's answers calibrate.</summary>
    /// <param name="degraded">Of answers that the offline vectors gave in the place of an endpoint's.</param>
    /// <param name="learnedIn">The namespace whose outcomes count; null for those of all.</param>
    public CalibratorKey CalibratorKey(bool degraded = false, string? learnedIn = null) =>
        Key(degraded ? null : vectors?.LastSpace, learnedIn);

    /// <summary>What a vector index says, where there is one; without an answer for patterns that pass, the match is degraded.</summary>
    private async Task<(VectorSignal? Signal, bool IsDegraded)> SearchVectorsAsync(
        MatchRequest request,
        IReadOnlyList<QueryPart> parts,
        MatchDraft draft,
        CancellationToken cancellationToken
    )
    {
        if (vectors is null || draft.Scope is not { } scope)
            return (null, false);
        var signal = await vectors.SearchAsync(
            MatchQuery.Meaning(parts),
            request.Filters,
            scope,
            cancellationToken
        );
        return (signal, signal is null && scope.Passing > 0);
    }

    private CalibratorKey Key(EmbeddingSpace? space, string? learnedIn)
    {
        var isModel = space is { IsOffline: false };
        var mixture = indexes.Whole.Index.Mixture(space);
        var map = isModel ? PriorConfidence.Model : PriorConfidence.Lexicon;
        return new(
            isModel ? space!.Name : lexicon.Name,
            TextAnalyzer.Version,
            $"{mixture.Key} {map.Name}",
            learnedIn
        );
    }

    private static int? Next(int shown, RankedMatches ranked) =>
        shown < ranked.Total - ranked.BelowThreshold && shown <= MatchRequest.LargestOffset
            ? shown
            : null;

    private static MatchSearch Search(MatchRequest request, IReadOnlyList<QueryPart> parts) =>
        new(
            parts,
            request.Filters,
            request.Offset + request.Limit,
            request.Diversity ?? 0,
            request.Broad,
            request.MinConfidence,
            Exclude: request.Exclude
        );

    /// <summary>All shown patterns in one read; one that was purged meanwhile is dropped and forgotten.</summary>
    private async Task<List<(RankedMatch Match, Pattern Pattern)>> LoadAsync(
        CatalogueIndex catalogue,
        IReadOnlyList<RankedMatch> matches,
        CancellationToken cancellationToken
    )
    {
        var ids = matches.Select(match => Guid.Parse(match.Id)).ToList();
        var started = time.GetTimestamp();
        var stored = await patterns.FindManyAsync(ids, cancellationToken);
        var found = (await catalogue.WithOwnRecordAsync(stored, cancellationToken)).ToDictionary(
            pattern => pattern.PatternId
        );
        var shown = new List<(RankedMatch, Pattern)>();
        foreach (var (match, id) in matches.Zip(ids))
        {
            if (found.TryGetValue(id, out var pattern))
                shown.Add((match, pattern));
            else
                catalogue.Forget(id);
        }
        metrics?.LookedUp(time.GetElapsedTime(started), ids.Count - shown.Count);
        return shown;
    }

    private async Task<NearestBelow?> NearestAsync(
        (string Id, double Confidence)? nearest,
        CancellationToken cancellationToken
    )
    {
        if (nearest is not var (id, confidence))
            return null;
        var found = await patterns.FindManyAsync([Guid.Parse(id)], cancellationToken);
        return found is [var pattern]
            ? new NearestBelow(pattern.PatternId, pattern.Name, Math.Round(confidence, 4))
            : null;
    }

    private static MatchedPattern Describe(
        RankedMatch match,
        Pattern pattern,
        IReadOnlyList<MatchedStep> steps,
        ResultExplanation? explanation
    ) =>
        new()
        {
            PatternId = pattern.PatternId,
            Kind = pattern.Kind,
            PatternType = pattern.PatternType,
            Name = pattern.Name,
            Description = pattern.Description,
            Purpose = PatternText.Intent(pattern) is { Length: > 0 } purpose ? purpose : null,
            Exemplar = CodeExemplar.Of(pattern.Body),
            ConfidenceScore = Math.Round(match.Confidence, 4),
            Metadata = new MatchedMetadata(
                pattern.Version,
                PatternText.QualityMetrics(pattern),
                pattern.Quality,
                pattern.Success.Rate,
                Math.Round(pattern.Success.Mean, 4),
                pattern.Usage.Uses,
                pattern.Usage.LastUsedAt
            ),
            Steps = steps,
            Explain = explanation,
        };

    private static MatchExplanation Explain(
        RankedMatches ranked,
        ConfidenceCalibrator calibrator
    ) =>
        new(
            new SortedDictionary<string, double>(
                ranked.Terms.ToDictionary(
                    term => term.Text,
                    term => term.Weight,
                    StringComparer.Ordinal
                ),
                StringComparer.Ordinal
            ),
            ranked.Filters,
            ranked.Maxima,
            ranked.Weights,
            calibrator.Key
        );
}
