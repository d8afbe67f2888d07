using Motif.Catalog;
using Motif.Content.Fatigue;
using Motif.Content.Templates;

namespace Motif.Content.Posts;

/// <summary>One change of a persona's posts under its lock, with what every change begins with: the time, and what has expired.</summary>
public sealed class PostTransactions(
    ITemplateExtractor extractor,
    FamilyShelf families,
    IContentStore store,
    ContentSettings settings,
    ContentMetrics metrics,
    TimeProvider time
)
{
    /// <summary>The template of a post, its family founded where there is none.</summary>
    internal async Task<ExtractedTemplate> SubjectAsync(
        PostContent request,
        CancellationToken cancellationToken
    )
    {
        var hash = request.Content is { } content ? extractor.Extract(content).TextHash : "";
        if (request.Pattern is { } pattern)
            return FatigueChecks.Named(pattern, hash);
        var template = extractor.Extract(request.Content ?? "");
        return FatigueChecks.Of(
            template,
            template.Status is TemplateStatus.Ok
                ? await families.AssignAsync(template, cancellationToken)
                : null,
            null
        );
    }

    internal LedgerScope Scope(
        string personaId,
        string? textHash,
        Guid? postId,
        string? key,
        string? externalId,
        DateTimeOffset? at = null
    ) =>
        new(personaId, at < time.GetUtcNow() ? at.Value : time.GetUtcNow())
        {
            TextHashes = textHash is { Length: > 0 } ? [textHash] : [],
            PostIds = postId is { } id ? [id] : [],
            IdempotencyKeys = key is null ? [] : [key],
            ExternalIds = externalId is null ? [] : [externalId],
        };

    /// <summary>What all of them ask for, of one persona.</summary>
    internal static LedgerScope All(IReadOnlyList<LedgerScope> scopes) =>
        new(scopes[0].PersonaId, scopes.Min(s => s.Since))
        {
            TextHashes = Distinct(scopes.SelectMany(s => s.TextHashes)),
            PostIds = [.. scopes.SelectMany(s => s.PostIds).Distinct()],
            IdempotencyKeys = Distinct(scopes.SelectMany(s => s.IdempotencyKeys)),
            ExternalIds = Distinct(scopes.SelectMany(s => s.ExternalIds)),
        };

    private static string[] Distinct(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal)];

    internal async Task<CatalogueAnswer<PostReceipt>> ChangePostAsync(
        Guid postId,
        string? textHash,
        Func<PersonaLedger, ContentPost, DateTimeOffset, CatalogueAnswer<PostReceipt>> change,
        CancellationToken cancellationToken
    )
    {
        if (await store.FindPostAsync(postId, cancellationToken) is not { } found)
            return NoPost(postId);
        return await ChangeAsync(
            Scope(found.PersonaId, textHash, postId, null, null),
            (ledger, _, now) =>
                ledger.Find(postId) is { } post ? change(ledger, post, now) : NoPost(postId),
            cancellationToken
        );
    }

    private static CatalogueProblem NoPost(Guid postId) =>
        new(CatalogueRefusal.NotFound, $"no post has the id {postId}");

    internal async Task<CatalogueAnswer<PostReceipt>> ChangeAsync(
        LedgerScope scope,
        Func<PersonaLedger, FatigueSettings, DateTimeOffset, CatalogueAnswer<PostReceipt>> change,
        CancellationToken cancellationToken
    )
    {
        var answers = await ChangeManyAsync(
            scope,
            (ledger, current, now) => [change(ledger, current, now)],
            cancellationToken
        );
        return answers[0];
    }

    /// <summary>Several changes of one persona in one transaction, each with its own answer.</summary>
    internal async Task<IReadOnlyList<CatalogueAnswer<PostReceipt>>> ChangeManyAsync(
        LedgerScope scope,
        Func<
            PersonaLedger,
            FatigueSettings,
            DateTimeOffset,
            IReadOnlyList<CatalogueAnswer<PostReceipt>>
        > change,
        CancellationToken cancellationToken
    )
    {
        var general = await settings.CurrentAsync(cancellationToken);
        var expired = 0;
        var answers = await store.ChangeAsync(
            scope with
            {
                SinceOf = persona => scope.Since - persona.Settings.On(general).LongestWindow,
            },
            ledger =>
            {
                var now = ledger.Advance(Moment.Now(time));
                expired = Expiry.Sweep(ledger, now);
                return change(ledger, ledger.Persona.Settings.On(general), now);
            },
            cancellationToken
        );
        metrics.Expired(expired);
        foreach (var answer in answers)
            if (answer.Value is { Repeated: false, Post.Breaches.Count: > 0 and var breaches })
                metrics.Violated(breaches);
        return answers;
    }

    internal static CatalogueAnswer<PostReceipt> Put(PersonaLedger ledger, ContentPost post)
    {
        ledger.Put(post);
        return PostLifecycle.Receipt(post, repeated: false);
    }
}
