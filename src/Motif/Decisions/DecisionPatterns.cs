using Motif.Catalog;
using Motif.Decisions.Learning;
using Motif.Decisions.Records;
using Motif.Decisions.Understanding;
using Motif.Storage;

namespace Motif.Decisions;

/// <summary>The patterns that answer messages: entries of the catalogue with a reply in them. Thread-safe.</summary>
public sealed class DecisionPatterns(
    Catalogue catalogue,
    PatternExamples examples,
    IDecisionStore store,
    ModelShelf shelf,
    DecisionConfig config,
    TimeProvider time
)
{
    private const string Type = "reply_template";

    public async Task<CatalogueAnswer<DecisionPattern>> CreateAsync(
        DecisionPatternDraft draft,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.May(ApiRights.Teach))
            return CatalogueProblem.NotPermitted("teach");
        var mistakes = Prefixed(draft.Reply.Mistakes());
        if (draft.Examples.Count > DecisionPatternDraft.MostExamples)
            mistakes["examples"] =
            [
                FormattableString.Invariant($"has more than {DecisionPatternDraft.MostExamples}"),
            ];
        if (mistakes.Count > 0)
            return CatalogueProblem.Invalid(mistakes);
        if (
            draft.Reply.Auto
            && await AutoRefusalAsync(null, actor, cancellationToken) is { } refusal
        )
            return refusal;
        if (await examples.TakenAsync(draft, cancellationToken) is { } taken)
            return taken;
        if (
            !draft.AllowSimilar
            && await MostSimilarAsync(draft.Reply.Template, cancellationToken) is { } similar
        )
            return new CatalogueProblem(
                CatalogueRefusal.Duplicate,
                $"the pattern {similar.Name} ({similar.PatternId}) says nearly the same: change that, or insist with allow_similar",
                ExistingId: similar.PatternId
            );
        var created = await catalogue.CreateAsync(
            new PatternDraft
            {
                Kind = PatternKind.Decision,
                PatternType = Type,
                Name = draft.Name,
                Description = draft.Description,
                Body = PatternBody.From(draft.Reply),
            },
            actor,
            cancellationToken
        );
        if (created.Value is not { } pattern)
            return created.Problem!;
        await examples.TeachAsync(pattern, draft, actor, cancellationToken);
        return View(
            pattern,
            draft.Reply,
            new PatternEvidence(pattern.PatternId),
            await LearningAsync(cancellationToken)
        );
    }

    public async Task<CatalogueAnswer<DecisionPattern>> FindAsync(
        Guid patternId,
        CancellationToken cancellationToken
    )
    {
        if (
            await catalogue.FindAsync(patternId, cancellationToken) is not { } pattern
            || ReplyBody.Of(pattern) is not { } reply
        )
            return CatalogueProblem.NoPattern(patternId);
        return View(
            pattern,
            reply,
            await EvidenceAsync(patternId, cancellationToken),
            await LearningAsync(cancellationToken)
        );
    }

    /// <summary>Those that are not archived, by name.</summary>
    public async Task<IReadOnlyList<DecisionPattern>> ListAsync(CancellationToken cancellationToken)
    {
        var evidence = (await store.EvidenceAsync(cancellationToken)).ToDictionary(e =>
            e.PatternId
        );
        var learning = await LearningAsync(cancellationToken);
        var found = new List<DecisionPattern>();
        await foreach (var pattern in AllAsync(cancellationToken))
        {
            if (ReplyBody.Of(pattern) is { } reply)
                found.Add(
                    View(
                        pattern,
                        reply,
                        evidence.GetValueOrDefault(pattern.PatternId)
                            ?? new PatternEvidence(pattern.PatternId),
                        learning
                    )
                );
        }
        return found;
    }

    /// <param name="version">That the change is based on; null for whatever stands.</param>
    public async Task<CatalogueAnswer<DecisionPattern>> ChangeAsync(
        Guid patternId,
        DecisionPatternPatch patch,
        int? version,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(patch);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.May(ApiRights.Teach))
            return CatalogueProblem.NotPermitted("teach");
        var found = await FindAsync(patternId, cancellationToken);
        if (found.Value is not { } current)
            return found;
        if (patch.Reply?.Mistakes() is { Count: > 0 } mistakes)
            return CatalogueProblem.Invalid(Prefixed(mistakes));
        if (
            patch.Reply is { Auto: true }
            && !current.Reply.Auto
            && await AutoRefusalAsync(current, actor, cancellationToken) is { } refusal
        )
            return refusal;
        var changed = await catalogue.PatchAsync(
            patternId,
            version ?? current.Version,
            new PatternPatch
            {
                Name = patch.Name,
                Status = patch.Status,
                Body = patch.Reply is { } body ? PatternBody.From(body) : null,
                Note = patch.Note,
            },
            actor,
            cancellationToken
        );
        if (changed.Value is not { } pattern)
            return changed.Problem!;
        await AuditAsync(pattern, "pattern_changed", actor, cancellationToken);
        if (current is { Status: PatternStatus.Archived, Evidence.MergedInto: not null })
            current = current with
            {
                Evidence = await StandAloneAsync(patternId, cancellationToken),
            };
        var reply = ReplyBody.Of(pattern)!;
        var evidence =
            reply.Template == current.Reply.Template
                ? current.Evidence
                : await ReplyVersions.TakeOverAsync(
                    store,
                    patternId,
                    current.Reply.Template,
                    reply.Template,
                    actor,
                    Moment.Now(time),
                    cancellationToken
                );
        return View(pattern, reply, evidence, current.Learning);
    }

    /// <summary>Takes it out of use; it can be restored.</summary>
    public Task<CatalogueAnswer<DecisionPattern>> ArchiveAsync(
        Guid patternId,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patternId,
            new DecisionPatternPatch { Status = PatternStatus.Archived },
            null,
            actor,
            cancellationToken
        );

    /// <summary>Brings it back as a draft, which answers nothing.</summary>
    public Task<CatalogueAnswer<DecisionPattern>> RestoreAsync(
        Guid patternId,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patternId,
            new DecisionPatternPatch { Status = PatternStatus.Draft },
            null,
            actor,
            cancellationToken
        );

    public async Task<IReadOnlyList<ConfidenceChange>> EvolutionAsync(
        Guid patternId,
        int limit,
        CancellationToken cancellationToken
    ) => await store.EvolutionAsync(patternId, limit, cancellationToken);

    /// <summary>The pattern whose reply is most like a template, where they are more than .85 alike; archived ones left out.</summary>
    internal async Task<DecisionPattern?> MostSimilarAsync(
        string template,
        CancellationToken cancellationToken
    ) =>
        (await ListAsync(cancellationToken))
            .Select(p =>
                (Pattern: p, Similarity: ReplySimilarity.OfTemplates(p.Reply.Template, template))
            )
            .Where(p => p.Similarity > ReplySimilarity.Same)
            .OrderByDescending(p => p.Similarity)
            .ThenBy(p => p.Pattern.PatternId)
            .Select(p => p.Pattern)
            .FirstOrDefault();

    /// <summary>Every decision pattern that is not archived, by name.</summary>
    internal async IAsyncEnumerable<Pattern> AllAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        string? cursor = null;
        do
        {
            var page = await catalogue.ListAsync(
                new PatternQuery
                {
                    Kind = PatternKind.Decision,
                    Statuses =
                    [
                        PatternStatus.Draft,
                        PatternStatus.Active,
                        PatternStatus.Deprecated,
                    ],
                    Sort = PatternSort.Name,
                    Limit = PatternQuery.MaxLimit,
                    Cursor = cursor,
                },
                cancellationToken
            );
            foreach (var pattern in page.Value?.Items ?? [])
                yield return pattern;
            cursor = page.Value?.NextCursor;
        } while (cursor is not null);
    }

    /// <summary>Whoever switches a pattern to automatic is an administrator, and it has proved itself before.</summary>
    private async Task<CatalogueProblem?> AutoRefusalAsync(
        DecisionPattern? pattern,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (!actor.IsAdministrator)
            return new CatalogueProblem(
                CatalogueRefusal.NotAllowed,
                "only an administrator may switch a pattern to automatic"
            );
        var settings = await config.CurrentAsync(cancellationToken);
        var labels = await shelf.LabelsAsync(settings, cancellationToken);
        if (settings.Profile is DecisionProfile.Learned && labels < DecisionModel.FewestLabels)
            return new CatalogueProblem(
                CatalogueRefusal.NotAllowed,
                FormattableString.Invariant($"live_labels {labels}/{DecisionModel.FewestLabels}")
            );
        var trials = pattern?.Evidence.Trials ?? 0;
        return trials < settings.MinTrials
            ? new CatalogueProblem(
                CatalogueRefusal.NotAllowed,
                FormattableString.Invariant($"trials {trials}/{settings.MinTrials}")
            )
            : null;
    }

    /// <summary>What was merged and is brought back begins anew: its examples and evidence stay where they went.</summary>
    private Task<PatternEvidence> StandAloneAsync(
        Guid patternId,
        CancellationToken cancellationToken
    ) =>
        store.ChangeAsync(
            new DecisionScope { Patterns = [patternId] },
            ledger =>
            {
                var alone = ledger.Evidence(patternId) with { MergedInto = null };
                ledger.Put(alone);
                return alone;
            },
            cancellationToken
        );

    private Task<bool> AuditAsync(
        Pattern pattern,
        string what,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        var now = Moment.Now(time);
        return store.ChangeAsync(
            new DecisionScope(),
            ledger =>
            {
                ledger.Add(
                    new AuditEvent(
                        now,
                        actor.Name,
                        what,
                        PatternId: pattern.PatternId,
                        Detail: FormattableString.Invariant(
                            $"version {pattern.Version}, {WireName.Of(pattern.Status)}"
                        )
                    )
                );
                return true;
            },
            cancellationToken
        );
    }

    private async Task<LearningProfile> LearningAsync(CancellationToken cancellationToken) =>
        (await config.CurrentAsync(cancellationToken)).Learning;

    private async Task<PatternEvidence> EvidenceAsync(
        Guid patternId,
        CancellationToken cancellationToken
    ) =>
        (await store.EvidenceAsync(cancellationToken)).FirstOrDefault(e => e.PatternId == patternId)
        ?? new PatternEvidence(patternId);

    private static DecisionPattern View(
        Pattern pattern,
        ReplyBody reply,
        PatternEvidence evidence,
        LearningProfile learning
    ) =>
        new(
            pattern.PatternId,
            pattern.Name,
            pattern.Description,
            pattern.Status,
            pattern.Version,
            pattern.UpdatedAt,
            reply,
            evidence.ConfidenceBy(learning),
            evidence
        )
        {
            Learning = learning,
        };

    private static Dictionary<string, string[]> Prefixed(Dictionary<string, string[]> mistakes) =>
        mistakes.ToDictionary(m => $"reply.{m.Key}", m => m.Value, StringComparer.Ordinal);
}
