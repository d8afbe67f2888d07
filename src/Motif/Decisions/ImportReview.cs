using Motif.Catalog;
using Motif.Decisions.Importing;
using Motif.Decisions.Records;
using Motif.Storage;

namespace Motif.Decisions;

/// <summary>What a reviewer says of a candidate.</summary>
/// <param name="Name">The pattern's; the beginning of the template where it is not given.</param>
/// <param name="Reply">Its reply where it shall be another than the template as it was found.</param>
/// <param name="AllowSimilar">Whether it shall stand although another pattern says nearly the same.</param>
[WireRequest]
public sealed record ReviewCandidate(
    bool Approve,
    string? Name = null,
    ReplyBody? Reply = null,
    bool AllowSimilar = false
);

/// <summary>
/// Takes up candidates of an import, or leaves them. An approved one becomes an active pattern in shadow, with the messages that
/// it answered as examples: they teach what it is about, never how sure to be. Its confidence begins with how it did when the
/// import was lived again. Thread-safe.
/// </summary>
public sealed class ImportReview(
    IDecisionStore store,
    DecisionPatterns patterns,
    PatternExamples examples,
    ConversationImport imports,
    TimeProvider time
)
{
    private const int LongestName = 60;

    public async Task<CatalogueAnswer<ImportRecord>> ReviewAsync(
        string importId,
        Guid candidateId,
        ReviewCandidate review,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.May(ApiRights.Teach))
            return CatalogueProblem.NotPermitted("teach");
        var found = await imports.FindAsync(importId, cancellationToken);
        if (found.Value is not { } record)
            return found;
        if (
            record.Candidates.FirstOrDefault(c => c.CandidateId == candidateId) is not { } candidate
        )
            return new CatalogueProblem(
                CatalogueRefusal.NotFound,
                $"the import has no candidate {candidateId}"
            );
        if (candidate.State is not CandidateState.Staged)
            return new CatalogueProblem(
                CatalogueRefusal.NotAllowed,
                $"it is {WireName.Of(candidate.State)} already"
            );
        if (!review.Approve)
            return await PutAsync(
                importId,
                candidate with
                {
                    State = CandidateState.Rejected,
                },
                actor,
                cancellationToken
            );
        var created = await CreateAsync(candidate, review, actor, cancellationToken);
        if (created.Value is not { } pattern)
            return created.Problem!;
        await SeedAsync(pattern.PatternId, candidate, actor, cancellationToken);
        return await PutAsync(
            importId,
            candidate with
            {
                State = CandidateState.Approved,
                PatternId = pattern.PatternId,
            },
            actor,
            cancellationToken
        );
    }

    /// <summary>Its confidence begins with how it did when the import was lived again.</summary>
    private async Task SeedAsync(
        Guid pattern,
        ImportCandidate candidate,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (candidate.Replay is not { } replay)
            return;
        var now = Moment.Now(time);
        await store.ChangeAsync(
            new DecisionScope { Patterns = [pattern] },
            ledger =>
            {
                var old = ledger.Evidence(pattern);
                var seeded = old.Seeded(replay.Right, replay.Wrong);
                ledger.Put(seeded);
                ledger.Add(
                    new ConfidenceChange(
                        pattern,
                        now,
                        old.ConfidenceBy(ledger.Learning.Learning),
                        seeded.ConfidenceBy(ledger.Learning.Learning),
                        "imported",
                        actor.Name,
                        null
                    )
                );
                return true;
            },
            cancellationToken
        );
    }

    private async Task<CatalogueAnswer<DecisionPattern>> CreateAsync(
        ImportCandidate candidate,
        ReviewCandidate review,
        Actor actor,
        CancellationToken cancellationToken
    ) =>
        await patterns.CreateAsync(
            new DecisionPatternDraft
            {
                Name = review.Name ?? Cut(candidate.Template),
                Description = FormattableString.Invariant(
                    $"Imported: {candidate.Support} replies of {candidate.Conversations} conversations."
                ),
                Reply = review.Reply ?? new ReplyBody { Template = candidate.Template },
                Examples = await examples.FreeAsync(candidate.Examples, cancellationToken),
                AllowSimilar = review.AllowSimilar,
            },
            actor,
            cancellationToken
        );

    private Task<CatalogueAnswer<ImportRecord>> PutAsync(
        string importId,
        ImportCandidate reviewed,
        Actor actor,
        CancellationToken cancellationToken
    ) => PutAsync(importId, reviewed, actor, Moment.Now(time), cancellationToken);

    /// <summary>Read again first: another candidate may have been reviewed meanwhile.</summary>
    private async Task<CatalogueAnswer<ImportRecord>> PutAsync(
        string importId,
        ImportCandidate reviewed,
        Actor actor,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await imports.FindAsync(importId, cancellationToken);
        if (found.Value is not { } record)
            return found;
        var changed = record with
        {
            Candidates =
            [
                .. record.Candidates.Select(c =>
                    c.CandidateId == reviewed.CandidateId ? reviewed : c
                ),
            ],
        };
        return await store.ChangeAsync(
            new DecisionScope(),
            ledger =>
            {
                ledger.Put(
                    DecisionDocument.Of(DocumentKind.Import, importId, record.StartedAt, changed)
                );
                ledger.Add(
                    new AuditEvent(
                        now,
                        actor.Name,
                        $"candidate_{WireName.Of(reviewed.State)}",
                        PatternId: reviewed.PatternId,
                        Detail: $"candidate {reviewed.CandidateId}"
                    )
                );
                return changed;
            },
            cancellationToken
        );
    }

    private static string Cut(string template)
    {
        if (template.Length <= LongestName)
            return template;
        return template[
            ..(char.IsHighSurrogate(template[LongestName - 1]) ? LongestName - 1 : LongestName)
        ];
    }
}
