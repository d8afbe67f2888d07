using Motif.Catalog;
using Motif.Code.Patterns;

namespace Motif.Code.Judgements;

/// <summary>Which places are called wrong, or no longer.</summary>
/// <param name="Repository">Null: in every repository.</param>
/// <param name="File">Null: in every file.</param>
/// <param name="QualifiedName">Null: under every name.</param>
/// <param name="Reason">Why; kept with the mark and in the pattern's history.</param>
[WireRequest]
public sealed record JudgementDraft(
    string? Repository = null,
    string? File = null,
    string? QualifiedName = null,
    string? Reason = null
)
{
    public const int MaxReasonLength = 1000;

    internal bool Fits(DetectedPlace place) =>
        (Repository is null || Repository == place.Repository)
        && (File is null || File == place.File)
        && (QualifiedName is null || QualifiedName == place.QualifiedName);
}

/// <summary>What was called wrong of a pattern, and what follows for the rules that found it.</summary>
public sealed record PatternJudgement(
    IReadOnlyList<WrongMark> Items,
    IReadOnlyList<RuleTrust> Rules
);

/// <summary>What a judgement changed.</summary>
/// <param name="Changed">Places that were marked, or are places again.</param>
public sealed record JudgementResult(int Changed, PatternJudgement Judgement);

/// <summary>Takes "this is wrong" of a code pattern's places, and takes it back. Thread-safe.</summary>
public sealed class PatternJudgements(
    IJudgementStore store,
    ICodeStore code,
    IPatternStore patterns,
    Catalogue catalogue,
    TimeProvider time
)
{
    private const int MaxAttempts = 5;
    private const int NamedPlaces = 3;

    /// <summary>Marks the places that the draft fits; one that is marked already keeps its mark.</summary>
    public Task<CatalogueAnswer<JudgementResult>> MarkAsync(
        Guid patternId,
        JudgementDraft draft,
        Actor actor,
        CancellationToken cancellationToken
    ) => JudgeAsync(patternId, draft, actor, isWrong: true, cancellationToken);

    /// <summary>Takes the marks back that the draft fits: what stands there is a place again.</summary>
    public Task<CatalogueAnswer<JudgementResult>> UndoAsync(
        Guid patternId,
        JudgementDraft draft,
        Actor actor,
        CancellationToken cancellationToken
    ) => JudgeAsync(patternId, draft, actor, isWrong: false, cancellationToken);

    public async Task<CatalogueAnswer<PatternJudgement>> OfAsync(
        Guid patternId,
        CancellationToken cancellationToken
    ) =>
        await patterns.FindAsync(patternId, cancellationToken) is null
            ? CatalogueProblem.NoPattern(patternId)
            : await ReadAsync(patternId, cancellationToken);

    public Task<IReadOnlyList<RuleTrust>> TrustsAsync(CancellationToken cancellationToken) =>
        store.TrustsAsync(cancellationToken);

    /// <summary>The places of a pattern, each as sure as its rule is trusted here.</summary>
    public async Task<IReadOnlyList<Occurrence>> PlacesAsync(
        Guid patternId,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var places = await code.OccurrencesAsync(patternId, limit, cancellationToken);
        var trusts = await store.TrustsAsync(cancellationToken);
        if (places.Count == 0 || trusts.Count == 0)
            return places;
        var byRule = trusts.ToDictionary(t => t.Rule, StringComparer.Ordinal);
        return
        [
            .. places.Select(p =>
                byRule.TryGetValue(p.Rule, out var trust)
                    ? p with
                    {
                        Confidence = trust.Of(p.Confidence),
                        Trust = trust,
                    }
                    : p
            ),
        ];
    }

    private async Task<CatalogueAnswer<JudgementResult>> JudgeAsync(
        Guid patternId,
        JudgementDraft draft,
        Actor actor,
        bool isWrong,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(actor);
        if (Errors(draft) is { Count: > 0 } errors)
            return CatalogueProblem.Invalid(errors);
        for (var attempt = 1; ; attempt++)
        {
            if (await patterns.FindAsync(patternId, cancellationToken) is not { } pattern)
                return CatalogueProblem.NoPattern(patternId);
            var marks = await store.OfAsync(patternId, cancellationToken);
            var places = await store.PlacesAsync(patternId, cancellationToken);
            var known = places.Select(DetectedPlace.Of).Concat(marks.Select(m => m.Place()));
            if (!known.Any(draft.Fits))
                return NoPlace(patternId, draft);
            var changes = Changes(pattern, draft, actor, isWrong, marks, places);
            if (!isWrong && changes.Count == 0)
                return NoPlace(patternId, draft);
            var after = isWrong ? [.. marks, .. changes] : marks.Except(changes).ToList();
            var write = await FollowAsync(
                pattern,
                places,
                after,
                changes,
                isWrong,
                actor,
                cancellationToken
            );
            var conflicts = await store.SaveAsync(
                write,
                isWrong ? changes : [],
                isWrong ? [] : changes,
                cancellationToken
            );
            if (conflicts.Count == 0)
                return new JudgementResult(
                    changes.Count,
                    await ReadAsync(patternId, cancellationToken)
                );
            if (attempt == MaxAttempts)
                return new CatalogueProblem(
                    CatalogueRefusal.Stale,
                    $"pattern {patternId} was changed by others in each of {MaxAttempts} attempts; try again"
                );
        }
    }

    private List<WrongMark> Changes(
        Pattern pattern,
        JudgementDraft draft,
        Actor actor,
        bool isWrong,
        IReadOnlyList<WrongMark> marks,
        IReadOnlyList<Occurrence> places
    )
    {
        if (!isWrong)
            return [.. marks.Where(m => draft.Fits(m.Place()))];
        var marked = marks.Select(m => m.Place()).ToHashSet();
        return
        [
            .. places
                .Select(DetectedPlace.Of)
                .Distinct()
                .Where(p => draft.Fits(p) && !marked.Contains(p))
                .Select(p => new WrongMark(
                    p.Repository,
                    p.File,
                    p.QualifiedName,
                    p.Rule,
                    pattern.PatternId,
                    actor.Name,
                    draft.Reason,
                    Moment.Now(time)
                )),
        ];
    }

    /// <summary>The version of the pattern that follows; null where nothing changes.</summary>
    private async Task<PatternWrite?> FollowAsync(
        Pattern pattern,
        IReadOnlyList<Occurrence> places,
        IReadOnlyList<WrongMark> marks,
        List<WrongMark> changes,
        bool isWrong,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (changes.Count == 0)
            return null;
        var wrong = marks.Select(m => m.Place()).ToHashSet();
        var remaining = places.Where(p => !wrong.Contains(DetectedPlace.Of(p))).ToList();
        var versions = await patterns.HistoryAsync(pattern.PatternId, cancellationToken);
        var wanted = RemainingPlaces.Of(pattern, remaining, versions);
        return catalogue.Update(
            pattern,
            wanted,
            actor,
            wanted.Status == pattern.Status ? VersionEvent.Edited : VersionEvent.StatusChanged,
            Note(changes, isWrong)
        );
    }

    private async Task<PatternJudgement> ReadAsync(
        Guid patternId,
        CancellationToken cancellationToken
    )
    {
        var marks = await store.OfAsync(patternId, cancellationToken);
        var places = await store.PlacesAsync(patternId, cancellationToken);
        var rules = places
            .Select(p => p.Rule)
            .Concat(marks.Select(m => m.Rule))
            .ToHashSet(StringComparer.Ordinal);
        var trusts = await store.TrustsAsync(cancellationToken);
        return new PatternJudgement(marks, [.. trusts.Where(t => rules.Contains(t.Rule))]);
    }

    private static string Note(List<WrongMark> changes, bool isWrong)
    {
        var named = changes.Take(NamedPlaces).Select(m => $"{m.File} {m.QualifiedName}");
        var more = changes.Count > NamedPlaces ? $" and {changes.Count - NamedPlaces} more" : "";
        var what = isWrong ? "called wrong" : "no longer called wrong";
        var reason = isWrong && changes[0].Reason is { } said ? $": {said}" : "";
        return $"{what}: {string.Join(", ", named)}{more}{reason}";
    }

    private static Dictionary<string, string[]> Errors(JudgementDraft draft)
    {
        var errors = DraftValidation.Check(draft);
        if (draft.Reason?.Length > JudgementDraft.MaxReasonLength)
            errors["reason"] = [$"has at most {JudgementDraft.MaxReasonLength} characters"];
        return errors;
    }

    private static CatalogueProblem NoPlace(Guid patternId, JudgementDraft draft) =>
        new(
            CatalogueRefusal.NotFound,
            $"nothing of the pattern {patternId} fits {draft.File ?? "any file"} {draft.QualifiedName ?? ""}".TrimEnd()
                + "; its occurrences and marks say what there is"
        );
}
