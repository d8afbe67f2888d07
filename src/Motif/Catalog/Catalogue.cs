using Motif.Storage;

namespace Motif.Catalog;

/// <summary>
/// The catalogue of patterns: what every capability writes to and everyone reads from. Thread-safe. An expected "no"
/// is a <see cref="CatalogueProblem"/>; a failure of the backend is thrown as <see cref="BackendException"/>.
/// </summary>
public sealed partial class Catalogue(IPatternStore patterns, TimeProvider time)
{
    /// <summary>How often a write that lost a race is tried again before the caller is told.</summary>
    private const int MaxAttempts = 5;

    /// <summary>How often a change of whatever stands is made again: somebody wins every race, so only a crowd needs many.</summary>
    private const int MaxRaces = 200;

    /// <summary>How many archived patterns one derived key may have behind it.</summary>
    private const int MaxNumberedKeys = 100;

    public Task<Pattern?> FindAsync(Guid patternId, CancellationToken cancellationToken) =>
        patterns.FindAsync(patternId, cancellationToken);

    public async Task<CatalogueAnswer<PatternPage>> ListAsync(
        PatternQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        if (DraftValidation.Check(query) is { Count: > 0 } errors)
            return CatalogueProblem.Invalid(errors);
        try
        {
            return await patterns.ListAsync(query, cancellationToken);
        }
        catch (FormatException exception)
        {
            return CatalogueProblem.Invalid("cursor", exception.Message);
        }
    }

    /// <summary>What a list can be narrowed by, with counts.</summary>
    public async Task<CatalogueAnswer<PatternFacets>> FacetsAsync(
        FacetQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        var errors = DraftValidation.Check(query);
        foreach (var (field, problems) in DraftValidation.Check(query.Filters))
            errors[field] = problems;
        if (errors.Count > 0)
            return CatalogueProblem.Invalid(errors);
        IReadOnlyList<PatternFacet> facets =
            query.Facets.Count == 0 ? Enum.GetValues<PatternFacet>() : [.. query.Facets.Distinct()];
        return await patterns.FacetsAsync(query with { Facets = facets }, cancellationToken);
    }

    public Task<CatalogueCounts> CountAsync(CancellationToken cancellationToken) =>
        patterns.CountAsync(cancellationToken);

    public Task<IReadOnlyList<PatternVersion>> RecentAsync(
        int limit,
        CancellationToken cancellationToken
    ) => patterns.RecentAsync(limit, cancellationToken);

    /// <summary>The versions of a pattern, newest first; null when there is no such pattern.</summary>
    public async Task<IReadOnlyList<PatternVersion>?> HistoryAsync(
        Guid patternId,
        CancellationToken cancellationToken
    )
    {
        var history = await patterns.HistoryAsync(patternId, cancellationToken);
        return history.Count == 0 ? null : history;
    }

    /// <summary>The pattern that a draft would become, or what is wrong with the draft; nothing is written.</summary>
    public async Task<CatalogueAnswer<Pattern>> PreviewAsync(
        PatternDraft draft,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        return await RefuseAsync(draft, cancellationToken) is { } problem ? problem : Build(draft);
    }

    /// <summary>
    /// Adds a pattern; refused as a duplicate when its kind and key are taken. A key that no one gave yields to an archived
    /// pattern that has it: the new one gets the next, <c>key-2</c> and on.
    /// </summary>
    public async Task<CatalogueAnswer<Pattern>> CreateAsync(
        PatternDraft draft,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(actor);
        if (await RefuseAsync(draft, cancellationToken) is { } problem)
            return problem;
        var pattern = Build(draft);
        var key = pattern.Key;
        for (var number = 2; ; number++)
        {
            var insertion = Insertion(pattern, draft, actor);
            if ((await patterns.SaveAsync([insertion], cancellationToken)).Count == 0)
                return pattern;
            var holder = await patterns.FindAsync(pattern.PatternId, cancellationToken);
            var isArchived = holder?.Status is PatternStatus.Archived;
            if (!isArchived || draft.Key is not null || number > MaxNumberedKeys)
                return Taken(pattern, isArchived);
            pattern = Build(draft with { Key = $"{key}-{number}" });
        }
    }

    /// <summary>
    /// Makes the pattern of this kind and key stand as the draft says: creates it, adds a version where its content
    /// differs, or writes nothing at all.
    /// </summary>
    public async Task<CatalogueAnswer<Pattern>> UpsertAsync(
        PatternDraft draft,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(actor);
        if (await RefuseAsync(draft, cancellationToken) is { } problem)
            return problem;
        for (var attempt = 1; ; attempt++)
        {
            var wanted = Build(draft);
            var current = await patterns.FindAsync(wanted.PatternId, cancellationToken);
            if (
                current is not null
                && Lifecycle.Refusal(current.Status, wanted.Status, actor.IsAdministrator)
                    is { } refusal
            )
                return new CatalogueProblem(CatalogueRefusal.NotAllowed, refusal);
            var write = current is null
                ? Insertion(wanted, draft, actor)
                : Update(current, wanted, actor);
            if (write is null)
                return current!;
            if ((await patterns.SaveAsync([write], cancellationToken)).Count == 0)
                return write.Pattern;
            if (attempt == MaxAttempts)
                return Stale(wanted.PatternId);
        }
    }

    /// <summary>Changes a pattern that still has the version the caller saw.</summary>
    /// <param name="expectedVersion">Null where the change is meant for whatever version stands.</param>
    public async Task<CatalogueAnswer<Pattern>> PatchAsync(
        Guid patternId,
        int? expectedVersion,
        PatternPatch patch,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(patch);
        ArgumentNullException.ThrowIfNull(actor);
        if (Errors(patch) is { Count: > 0 } errors)
            return CatalogueProblem.Invalid(errors);
        return await ChangeAsync(
            patternId,
            expectedVersion,
            current => PatchedAsync(current, patch, actor, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>Archives a pattern; its history, ledger and relations stay.</summary>
    public Task<CatalogueAnswer<Pattern>> ArchiveAsync(
        Guid patternId,
        int? expectedVersion,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        PatchAsync(
            patternId,
            expectedVersion,
            new PatternPatch { Status = PatternStatus.Archived },
            actor,
            cancellationToken
        );

    /// <summary>Removes a pattern for good, with everything that belongs to it; only an administrator may.</summary>
    public async Task<CatalogueProblem?> PurgeAsync(
        Guid patternId,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.IsAdministrator)
            return new CatalogueProblem(
                CatalogueRefusal.NotAllowed,
                "only an administrator may purge a pattern; archive it instead"
            );
        return await patterns.PurgeAsync(patternId, cancellationToken)
            ? null
            : CatalogueProblem.NoPattern(patternId);
    }

    /// <summary>Makes the content of an earlier version current again, as a new version. The status stays as it is.</summary>
    /// <param name="expectedVersion">Null where the change is meant for whatever version stands.</param>
    public Task<CatalogueAnswer<Pattern>> RestoreAsync(
        Guid patternId,
        int version,
        int? expectedVersion,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(actor);
        return ChangeAsync(
            patternId,
            expectedVersion,
            current => RestoredAsync(current, version, actor, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>
    /// The write that makes <paramref name="current"/> stand as <paramref name="wanted"/>; null when it does already. The
    /// lifecycle is the caller's to ask.
    /// </summary>
    internal PatternWrite? Update(
        Pattern current,
        Pattern wanted,
        Actor actor,
        VersionEvent what = VersionEvent.Edited,
        string? note = null
    )
    {
        var content = PatternContent.Of(wanted);
        var isSameContent = content.Hash() == PatternContent.Of(current).Hash();
        if (isSameContent && wanted.Quality.Equals(current.Quality))
            return null;
        var now = Moment.Now(time);
        var next = wanted with
        {
            PatternId = current.PatternId,
            Version = isSameContent ? current.Version : current.Version + 1,
            Success = current.Success,
            Usage = current.Usage,
            CreatedAt = current.CreatedAt,
            UpdatedAt = now,
        };
        var history = isSameContent
            ? null
            : new PatternVersion(
                next.PatternId,
                next.Version,
                what,
                now,
                actor.Name,
                note,
                [],
                content
            );
        return new PatternWrite(next, current.Version, history);
    }

    /// <summary>The write that adds a pattern with its first version.</summary>
    internal static PatternWrite Insertion(
        Pattern pattern,
        Actor actor,
        IReadOnlyList<Guid> parents
    )
    {
        var history = new PatternVersion(
            pattern.PatternId,
            pattern.Version,
            VersionEvent.Created,
            pattern.CreatedAt,
            actor.Name,
            null,
            parents,
            PatternContent.Of(pattern)
        );
        return new PatternWrite(pattern, 0, history);
    }

    private static PatternWrite Insertion(Pattern pattern, PatternDraft draft, Actor actor) =>
        Insertion(pattern, actor, draft.DerivedFrom);

    /// <summary>A change that is meant for whatever stands is made again on what others made of it meanwhile.</summary>
    private async Task<CatalogueAnswer<Pattern>> ChangeAsync(
        Guid patternId,
        int? expectedVersion,
        Func<Pattern, Task<CatalogueAnswer<Pattern>>> changeAsync,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await patterns.FindAsync(patternId, cancellationToken) is not { } current)
                return CatalogueProblem.NoPattern(patternId);
            if (expectedVersion is { } expected && current.Version != expected)
                return Stale(patternId);
            var answer = await changeAsync(current);
            var isLost = answer.Problem?.Refusal is CatalogueRefusal.Stale;
            if (!isLost || expectedVersion is not null || attempt == MaxRaces)
                return answer;
        }
    }

    private async Task<CatalogueAnswer<Pattern>> PatchedAsync(
        Pattern current,
        PatternPatch patch,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var changed = Apply(current, patch);
        if (Lifecycle.Refusal(current.Status, changed.Status, actor.IsAdministrator) is { } refusal)
            return new CatalogueProblem(CatalogueRefusal.NotAllowed, refusal);
        return await SaveVersionAsync(
            current,
            changed,
            current.Status == changed.Status ? VersionEvent.Edited : VersionEvent.StatusChanged,
            patch.Note,
            actor,
            cancellationToken
        );
    }

    private async Task<CatalogueAnswer<Pattern>> RestoredAsync(
        Pattern current,
        int version,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var history = await patterns.HistoryAsync(current.PatternId, cancellationToken);
        if (history.FirstOrDefault(h => h.Version == version)?.Snapshot is not { } content)
            return new CatalogueProblem(
                CatalogueRefusal.NotFound,
                $"pattern {current.PatternId} has no version {version}; it has 1 to {current.Version}"
            );
        var restored = current with
        {
            PatternType = content.PatternType,
            Name = content.Name,
            Description = content.Description,
            Tags = content.Tags,
            Body = content.Body,
        };
        return await SaveVersionAsync(
            current,
            restored,
            VersionEvent.Restored,
            $"version {version} restored",
            actor,
            cancellationToken
        );
    }

    private async Task<CatalogueAnswer<Pattern>> SaveVersionAsync(
        Pattern current,
        Pattern changed,
        VersionEvent what,
        string? note,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (Update(current, changed, actor, what, note) is not { } write)
            return current;
        return (await patterns.SaveAsync([write], cancellationToken)).Count == 0
            ? write.Pattern
            : Stale(current.PatternId);
    }

    private async Task<CatalogueProblem?> RefuseAsync(
        PatternDraft draft,
        CancellationToken cancellationToken
    )
    {
        if (Errors(draft) is { Count: > 0 } errors)
            return CatalogueProblem.Invalid(errors);
        if (draft.DerivedFrom.Count == 0)
            return null;
        var parents = await patterns.FindManyAsync([.. draft.DerivedFrom], cancellationToken);
        var unknown = draft.DerivedFrom.Except(parents.Select(p => p.PatternId)).ToList();
        return unknown.Count == 0
            ? null
            : CatalogueProblem.Invalid("derived_from", $"no pattern has the id {unknown[0]}");
    }

    private static Dictionary<string, string[]> Errors(PatternDraft draft)
    {
        var errors = DraftValidation.Check(draft);
        if (errors.Count > 0)
            return errors;
        DraftValidation.CheckTags(draft.Tags, errors);
        DraftValidation.CheckBody(draft.Body, errors);
        SuccessBody.Check(draft, draft.Body, errors);
        DraftValidation.CheckQuality(draft.Quality, errors);
        DraftValidation.CheckName("key", draft.Key, errors);
        if (
            !errors.ContainsKey("name")
            && draft.Key is null
            && SearchWords.Of(draft.Name).Count == 0
        )
            errors["name"] = ["needs at least one letter or digit, or give a key"];
        return errors;
    }

    private static Dictionary<string, string[]> Errors(PatternPatch patch)
    {
        var errors = DraftValidation.Check(patch);
        if (errors.Count > 0)
            return errors;
        DraftValidation.CheckTags(patch.Tags ?? [], errors);
        DraftValidation.CheckBody(patch.Body, errors);
        SuccessBody.Check(patch, patch.Body, errors);
        DraftValidation.CheckQuality(patch.Quality, errors);
        DraftValidation.CheckName("name", patch.Name, errors);
        return errors;
    }

    private Pattern Build(PatternDraft draft)
    {
        var now = Moment.Now(time);
        var body = SuccessBody.Fold(draft, draft.Body ?? PatternBody.Empty);
        var isSuccess = draft.Kind is PatternKind.Success;
        if (isSuccess)
            body = SuccessBody.WithHash(draft.PatternType, body, draft.ContextHash);
        var key = draft.Key ?? (isSuccess ? SuccessBody.HashOf(body) : null) ?? Slug(draft.Name);
        return new Pattern
        {
            PatternId = PatternId.For(draft.Kind, key),
            Kind = draft.Kind,
            PatternType = draft.PatternType,
            Key = key,
            Name = draft.Name.Trim(),
            Description = draft.Description,
            Tags = DraftValidation.Tidy(draft.Tags),
            Status = draft.Status,
            Quality = DraftValidation.Measured(
                draft.Quality ?? (isSuccess ? SuccessBody.Components(body) : null)
            ),
            Body = body,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    private static Pattern Apply(Pattern current, PatternPatch patch)
    {
        var type = patch.PatternType ?? current.PatternType;
        var body = SuccessBody.Fold(patch, patch.Body ?? current.Body);
        if (current.Kind is PatternKind.Success)
            body = SuccessBody.Rehash(current, type, body);
        var components =
            patch.Quality ?? (patch.QualityMetrics is null ? null : SuccessBody.Components(body));
        return current with
        {
            PatternType = type,
            Name = patch.Name?.Trim() ?? current.Name,
            Description = patch.Description ?? current.Description,
            Tags = patch.Tags is null ? current.Tags : DraftValidation.Tidy(patch.Tags),
            Status = patch.Status ?? current.Status,
            Body = body,
            Quality = components is null ? current.Quality : DraftValidation.Measured(components),
        };
    }

    /// <summary>Lower-case runs of letters and digits in order, joined by hyphens.</summary>
    private static string Slug(string name) =>
        string.Join(
            '-',
            string.Concat(name.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' '))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );

    private static CatalogueProblem Taken(Pattern pattern, bool isArchived) =>
        new(
            CatalogueRefusal.Duplicate,
            isArchived
                ? $"an archived {WireName.Of(pattern.Kind)} pattern has the key '{pattern.Key}'; give another key, or purge it"
                : $"a {WireName.Of(pattern.Kind)} pattern with the key '{pattern.Key}' exists already; change it, or give another key",
            ExistingId: pattern.PatternId
        );

    private static CatalogueProblem Stale(Guid patternId) =>
        new(
            CatalogueRefusal.Stale,
            $"pattern {patternId} was changed meanwhile; read it again and repeat the change"
        );
}
