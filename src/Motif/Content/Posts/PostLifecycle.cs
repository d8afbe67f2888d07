using Motif.Catalog;
using Motif.Content.Fatigue;
using Motif.Content.Templates;

namespace Motif.Content.Posts;

/// <summary>
/// Posts from their reservation to their last change: reserve, publish or release. What happened is never lost:
/// only a reservation can be refused by a cap, a fact is kept and flagged.
/// </summary>
public sealed class PostLifecycle(PostTransactions transactions)
{
    private static readonly TimeSpan CrossPostWindow = TimeSpan.FromDays(1);

    /// <summary>Holds a place under every cap, or says which cap leaves none.</summary>
    public async Task<CatalogueAnswer<PostReceipt>> ReserveAsync(
        string personaId,
        ReservePost request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Fault(personaId, request) is { } fault)
            return fault;
        var subject = await transactions.SubjectAsync(request, cancellationToken);
        return await transactions.ChangeAsync(
            transactions.Scope(personaId, subject.TextHash, null, request.IdempotencyKey, null),
            (ledger, current, now) => Reserve(ledger, current, now, request, subject),
            cancellationToken
        );
    }

    /// <summary>Records that a post went out: once, however often it is told, and whatever the caps say.</summary>
    public async Task<CatalogueAnswer<PostReceipt>> PublishAsync(
        string personaId,
        PublishPost request,
        CancellationToken cancellationToken
    ) => (await PublishAsync(personaId, [request], cancellationToken))[0];

    /// <summary>Records posts of one persona in one transaction, each answered for itself, in their order.</summary>
    public async Task<IReadOnlyList<CatalogueAnswer<PostReceipt>>> PublishAsync(
        string personaId,
        IReadOnlyList<PublishPost> requests,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(requests);
        var answers = new CatalogueAnswer<PostReceipt>[requests.Count];
        var taken = new List<(int Place, PublishPost Request, ExtractedTemplate? Subject)>();
        for (var i = 0; i < requests.Count; i++)
        {
            if (Fault(personaId, requests[i]) is { } fault)
                answers[i] = fault;
            else
                taken.Add((i, requests[i], await SubjectAsync(requests[i], cancellationToken)));
        }
        if (taken.Count == 0)
            return answers;
        var receipts = await transactions.ChangeManyAsync(
            PostTransactions.All(
                taken.ConvertAll(t => Scope(transactions, personaId, t.Request, t.Subject))
            ),
            (ledger, current, now) =>
                taken.ConvertAll(t =>
                    new PublishTransition(ledger, current, now, t.Request, t.Subject).Run()
                ),
            cancellationToken
        );
        foreach (var (next, receipt) in taken.Zip(receipts))
            answers[next.Place] = receipt;
        return answers;
    }

    /// <summary>Gives a reservation up.</summary>
    public Task<CatalogueAnswer<PostReceipt>> ReleaseAsync(
        Guid postId,
        CancellationToken cancellationToken
    ) =>
        transactions.ChangePostAsync(
            postId,
            null,
            (ledger, post, now) =>
                post.State switch
                {
                    PostState.Released => Receipt(post, repeated: true),
                    PostState.Reserved or PostState.Expired or PostState.Unknown =>
                        PostTransactions.Put(
                            ledger,
                            (post with { State = PostState.Released }).With(now, "released")
                        ),
                    _ => NotAllowed(post, "released"),
                },
            cancellationToken
        );

    internal static CatalogueAnswer<PostReceipt> Receipt(
        ContentPost post,
        bool repeated,
        params IReadOnlyList<string> warnings
    ) => new PostReceipt(post, post.Metrics, repeated, warnings);

    internal static CatalogueProblem NotAllowed(ContentPost post, string what) =>
        new(
            CatalogueRefusal.NotAllowed,
            $"the post {post.PostId} is {WireName.Of(post.State)} and cannot be {what}"
        );

    /// <summary>Another persona said the same within a day.</summary>
    internal static IReadOnlyList<string> Warnings(PersonaLedger ledger, ContentPost post) =>
        post.TextHash is not null
        && ledger.Posts.Any(p =>
            p.PersonaId != post.PersonaId
            && p.TextHash == post.TextHash
            && p.IsFact
            && (p.At - post.At).Duration() <= CrossPostWindow
        )
            ? ["cross_post"]
            : [];

    private static CatalogueAnswer<PostReceipt> Reserve(
        PersonaLedger ledger,
        FatigueSettings current,
        DateTimeOffset now,
        ReservePost request,
        ExtractedTemplate subject
    )
    {
        if (
            request.IdempotencyKey is { } key
            && ledger.Own.FirstOrDefault(p => p.IdempotencyKey == key) is { } earlier
        )
            return Receipt(earlier, repeated: true);
        var at = request.ScheduledAt ?? now;
        if (request.Rule?.Refuse(ledger, Hash(subject), at, now) is { } rule)
            return Refusal(rule.Reason, rule.Detail);
        var states =
            current.Enabled && request.Kind is not PostKind.Part
                ? FatigueRules.States(ledger, Subject(request, subject), current, at, now)
                : [];
        if (states.Where(s => s.Bites).MaxBy(s => s.FreshAt) is { } full)
            return Refusal(
                WireName.Of(full.Level),
                $"{full.Count} posts and {full.Reserved} reservations in {full.WindowDays} days, {full.Max} are allowed; free again at {full.FreshAt:O}"
            );
        var post = NewPost(ledger.Persona.PersonaId, request, subject, now) with
        {
            State = PostState.Reserved,
            ScheduledAt = request.ScheduledAt,
            ExpiresAt = request.ScheduledAt is { } scheduled
                ? scheduled + TimeSpan.FromMinutes(current.GraceMinutes)
                : now + TimeSpan.FromMinutes(current.ReservationMinutes),
        };
        ledger.Put(post);
        return Receipt(post, repeated: false, Warnings(ledger, post));
    }

    internal static FatigueSubject Subject(PostContent request, ExtractedTemplate subject) =>
        new(subject.FamilyId, Hash(subject), request.VariantId, request.Topic);

    internal static ContentPost NewPost(
        string personaId,
        PostContent request,
        ExtractedTemplate? subject,
        DateTimeOffset now
    ) =>
        new()
        {
            PostId = Guid.CreateVersion7(now),
            PersonaId = personaId,
            State = PostState.Reserved,
            Kind = request.Kind,
            FamilyId = subject?.FamilyId,
            PatternId = subject?.PatternId,
            TextHash = subject is null ? null : Hash(subject),
            VariantId = request.VariantId,
            Topic = request.Topic,
            IdempotencyKey = request.IdempotencyKey,
            RecordedAt = now,
        };

    /// <summary>A post of a link alone is nobody's repeat.</summary>
    private static string? Hash(ExtractedTemplate subject) =>
        subject is { Status: TemplateStatus.Ok, TextHash.Length: > 0 } ? subject.TextHash : null;

    private static CatalogueProblem Refusal(string reason, string detail) =>
        new(
            CatalogueRefusal.NotAllowed,
            $"{reason}: {detail}",
            new Dictionary<string, string[]>(StringComparer.Ordinal) { [reason] = [detail] }
        );

    private async Task<ExtractedTemplate?> SubjectAsync(
        PublishPost request,
        CancellationToken cancellationToken
    ) =>
        request.PostId is null || request.Content is not null || request.Pattern is not null
            ? await transactions.SubjectAsync(request, cancellationToken)
            : null;

    private static LedgerScope Scope(
        PostTransactions transactions,
        string personaId,
        PublishPost request,
        ExtractedTemplate? subject
    ) =>
        transactions.Scope(
            personaId,
            subject?.TextHash,
            request.PostId,
            PublishTransition.KeyOf(request),
            request.ExternalId,
            request.UsedAt
        );

    private static CatalogueProblem? Fault(string personaId, PublishPost request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Fault(personaId, (PostContent)request)
            ?? ContentNames.FaultIfGiven("external_id", request.ExternalId)
            ?? ContentNames.FaultIfGiven("thread_id", request.ThreadId)
            ?? ContentNames.FaultIfGiven("decision_id", request.DecisionId)
            ?? (
                request is { ThreadId: not null, Part: not > 0 }
                    ? CatalogueProblem.Invalid("part", "of a thread is needed, from 1")
                    : null
            );
    }

    private static CatalogueProblem? Fault(string personaId, PostContent request) =>
        ContentNames.Fault("persona_id", personaId)
        ?? ContentNames.FaultIfGiven("variant_id", request.VariantId)
        ?? ContentNames.FaultIfGiven("topic", request.Topic)
        ?? ContentNames.FaultIfGiven("idempotency_key", request.IdempotencyKey);
}
