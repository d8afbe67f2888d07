using System.Globalization;
using Motif.Catalog;
using Motif.Content.Fatigue;
using Motif.Content.Templates;

namespace Motif.Content.Posts;

/// <summary>One attempt to publish against the ledger of its persona. Pure.</summary>
internal sealed class PublishTransition(
    PersonaLedger ledger,
    FatigueSettings settings,
    DateTimeOffset now,
    PublishPost request,
    ExtractedTemplate? subject
)
{
    /// <summary>A part of a thread is the same one however often it is sent.</summary>
    public static string? KeyOf(PublishPost request) =>
        request.IdempotencyKey
        ?? (
            request is { ThreadId: { } thread, Part: { } part }
                ? string.Create(CultureInfo.InvariantCulture, $"thread:{thread}:{part}")
                : null
        );

    public CatalogueAnswer<PostReceipt> Run()
    {
        if (Known() is { } known)
        {
            if (IsOfBothArms(known))
                ledger.Put(known with { Contaminated = true });
            return Again(known);
        }
        if (request.PostId is not { } id)
            return Settle(NewPost());
        if (ledger.Find(id) is not { } reserved || reserved.PersonaId != ledger.Persona.PersonaId)
            return new CatalogueProblem(
                CatalogueRefusal.NotFound,
                $"the persona {ledger.Persona.PersonaId} has no post {id}"
            );
        return reserved.State switch
        {
            PostState.Reserved or PostState.Expired or PostState.Unknown => Settle(reserved),
            _ => Again(reserved),
        };
    }

    /// <summary>The post that was told of before, by its key or the platform's id.</summary>
    private ContentPost? Known()
    {
        var key = KeyOf(request);
        var found = ledger.Own.FirstOrDefault(p =>
            (request.ExternalId is { } external && p.ExternalId == external)
            || (key is not null && p.IdempotencyKey == key && p.PostId != request.PostId)
        );
        return found is { State: PostState.Unknown or PostState.Reserved } ? null : found;
    }

    /// <summary>
    /// A place of the hold-out and one of the rest turned out to be one post of the platform: it says nothing of either.
    /// </summary>
    private bool IsOfBothArms(ContentPost known) =>
        request.PostId is { } id
        && id != known.PostId
        && ledger.Find(id) is { } drawn
        && drawn.PersonaId == known.PersonaId
        && (drawn.Origin is PostOrigin.Holdout) != (known.Origin is PostOrigin.Holdout);

    /// <summary>Told a second time: the same is the same, the opposite is refused.</summary>
    private CatalogueAnswer<PostReceipt> Again(ContentPost post)
    {
        var said = request.Outcome switch
        {
            PublishOutcome.Published => post.IsFact || post.RemovedAt is not null,
            PublishOutcome.Failed => post.State is PostState.Failed,
            _ => true,
        };
        var isOther =
            request.ExternalId is { } external
            && post.ExternalId is { } stored
            && external != stored;
        if (!said || isOther)
            return PostLifecycle.NotAllowed(post, WireName.Of(request.Outcome));
        return PostLifecycle.Receipt(post, repeated: true);
    }

    private ContentPost NewPost()
    {
        var pending = Pending();
        if (pending is not null)
            return pending;
        var kind = request is { ThreadId: not null, Part: > 1 } ? PostKind.Part : request.Kind;
        return PostLifecycle.NewPost(ledger.Persona.PersonaId, request, subject, now) with
        {
            Kind = kind,
            Origin = request.DecisionId is null ? PostOrigin.Manual : PostOrigin.Fallback,
            DecisionId = request.DecisionId,
            Contaminated = request.DecisionId is not null,
            ThreadId = request.ThreadId,
            Part = request.Part,
        };
    }

    /// <summary>An attempt whose outcome is still open, told of by its key or the platform's id.</summary>
    private ContentPost? Pending()
    {
        var key = KeyOf(request);
        return ledger.Own.FirstOrDefault(p =>
            p.State is PostState.Unknown or PostState.Reserved
            && (
                (key is not null && p.IdempotencyKey == key)
                || (request.ExternalId is { } external && p.ExternalId == external)
            )
        );
    }

    private CatalogueAnswer<PostReceipt> Settle(ContentPost post)
    {
        var settled = post with
        {
            ExternalId = request.ExternalId ?? post.ExternalId,
            IdempotencyKey = post.IdempotencyKey ?? KeyOf(request),
            Snapshots =
            [
                .. post.Snapshots.Union(request.Metrics.Where(m => MetricState.Fault(m) is null)),
            ],
        };
        var after = request.Outcome switch
        {
            PublishOutcome.Published => Published(settled),
            PublishOutcome.Unknown => (settled with { State = PostState.Unknown }).With(
                now,
                "unknown"
            ),
            _ => (settled with { State = PostState.Failed }).With(now, "failed"),
        };
        ledger.Put(after);
        return PostLifecycle.Receipt(after, repeated: false, PostLifecycle.Warnings(ledger, after));
    }

    private ContentPost Published(ContentPost post)
    {
        var at = request.UsedAt ?? now;
        var published = post with
        {
            State = PostState.Published,
            UsedAt = at,
            Late = post.State is PostState.Expired || post.ExpiresAt < at,
        };
        return (published with { Breaches = Breaches(published, at) }).With(now, "published");
    }

    /// <summary>Every cap that was full without this post.</summary>
    private List<CapBreach> Breaches(ContentPost post, DateTimeOffset at)
    {
        if (!settings.Enabled || !FatigueRules.Counts(post, settings))
            return [];
        return
        [
            .. FatigueRules
                .States(
                    ledger,
                    new FatigueSubject(post.FamilyId, post.TextHash, post.VariantId, post.Topic),
                    settings,
                    at,
                    now,
                    except: post.PostId
                )
                .Where(s => s.Bites)
                .Select(s => new CapBreach(
                    s.Level,
                    s.WindowDays,
                    s.Max,
                    [.. s.PostIds, post.PostId]
                )),
        ];
    }
}
