using System.ComponentModel.DataAnnotations;
using Motif.Catalog;
using Motif.Decisions.Intake;
using Motif.Decisions.Records;
using Motif.Decisions.Safety;
using Motif.Storage;

namespace Motif.Decisions;

/// <summary>A message that is kept with what is expected of it.</summary>
[WireRequest]
public sealed record SavedMessage
{
    [Required, StringLength(100, MinimumLength = 1)]
    public required string Name { get; init; }

    public required InboundMessage Message { get; init; }

    public required DecisionAction Expected { get; init; }

    /// <summary>The pattern that is expected; null where any will do.</summary>
    public Guid? PatternId { get; init; }
}

/// <summary>Settings to run saved messages under.</summary>
/// <param name="Draft">In the place of what was set at run time; null for what is in force.</param>
[WireRequest]
public sealed record RunSaved(DecisionOverrides? Draft = null);

/// <summary>How a saved message ended.</summary>
/// <param name="Was">The action under the settings in force, where a draft gives another; null where it does not.</param>
public sealed record SavedResult(
    string Name,
    bool IsAsExpected,
    DecisionAction Expected,
    DecisionAction Actual,
    DecisionAction? Was,
    string Reason,
    Guid? PatternId
);

/// <summary>How all of them ended.</summary>
public sealed record SavedRun(
    int Passed,
    int Failed,
    int Changed,
    IReadOnlyList<SavedResult> Results
);

/// <summary>Keeps messages with what is expected of them, and runs them under settings that need not be in force. Thread-safe.</summary>
public sealed class SavedMessages(
    IDecisionStore store,
    DecisionEngine engine,
    DecisionConfig config,
    TimeProvider time
)
{
    public const int Most = 500;

    public async Task<IReadOnlyList<SavedMessage>> ListAsync(CancellationToken cancellationToken) =>
        [
            .. (await store.DocumentsAsync(DocumentKind.Test, cancellationToken)).Select(d =>
                d.Read<SavedMessage>()
            ),
        ];

    public async Task<CatalogueAnswer<SavedMessage>> SaveAsync(
        SavedMessage saved,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(saved);
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.May(ApiRights.Teach))
            return CatalogueProblem.NotPermitted("teach");
        if (saved.Name.Length is 0 or > 100)
            return CatalogueProblem.Invalid("name", "must have 1 to 100 characters");
        if (saved.Message.Mistakes() is { Count: > 0 } mistakes)
            return CatalogueProblem.Invalid(
                mistakes.ToDictionary(m => $"message.{m.Key}", m => m.Value, StringComparer.Ordinal)
            );
        var known = await store.DocumentsAsync(DocumentKind.Test, cancellationToken);
        if (known.Count >= Most && known.All(d => d.Name != saved.Name))
            return CatalogueProblem.Invalid(
                "name",
                FormattableString.Invariant($"there are {Most} already; delete one")
            );
        var now = Moment.Now(time);
        var kept = saved with { Message = WithoutPersonalData(saved.Message) };
        return await store.ChangeAsync(
            new DecisionScope(),
            ledger =>
            {
                ledger.Put(DecisionDocument.Of(DocumentKind.Test, kept.Name, now, kept));
                ledger.Add(new AuditEvent(now, actor.Name, "test_saved", Detail: kept.Name));
                return kept;
            },
            cancellationToken
        );
    }

    /// <summary>It is decided as before: personal data is taken out of every message before it is read. A sender matters only where nobody reads his mail.</summary>
    private static InboundMessage WithoutPersonalData(InboundMessage message) =>
        message with
        {
            Text = PersonalData.Redact(message.Text),
            Sender = MachineMail.IsNobody(message.Sender) ? message.Sender : null,
            Headers = Redacted(message.Headers),
            Variables = Redacted(message.Variables),
        };

    private static Dictionary<string, string> Redacted(
        IReadOnlyDictionary<string, string> values
    ) => values.ToDictionary(v => v.Key, v => PersonalData.Redact(v.Value), StringComparer.Ordinal);

    public async Task<CatalogueAnswer<SavedMessage>> DeleteAsync(
        string name,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.May(ApiRights.Teach))
            return CatalogueProblem.NotPermitted("teach");
        if (
            await store.FindDocumentAsync(DocumentKind.Test, name, cancellationToken)
            is not { } kept
        )
            return new CatalogueProblem(
                CatalogueRefusal.NotFound,
                $"there is no saved message '{name}'"
            );
        var now = Moment.Now(time);
        return await store.ChangeAsync(
            new DecisionScope(),
            ledger =>
            {
                ledger.Drop(kept);
                ledger.Add(new AuditEvent(now, actor.Name, "test_deleted", Detail: name));
                return kept.Read<SavedMessage>();
            },
            cancellationToken
        );
    }

    public async Task<CatalogueAnswer<SavedRun>> RunAsync(
        RunSaved run,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(run);
        var current = await config.CurrentAsync(cancellationToken);
        var settings = current;
        if (run.Draft is { } draft)
        {
            settings = config.With(draft);
            if (settings.Mistakes() is { Count: > 0 } mistakes)
                return CatalogueProblem.Invalid(
                    mistakes.ToDictionary(
                        m => $"draft.{m.Key}",
                        m => m.Value,
                        StringComparer.Ordinal
                    )
                );
        }
        var results = new List<SavedResult>();
        foreach (var saved in await ListAsync(cancellationToken))
            results.Add(
                await RunAsync(
                    saved,
                    settings,
                    run.Draft is null ? null : current,
                    cancellationToken
                )
            );
        return new SavedRun(
            results.Count(r => r.IsAsExpected),
            results.Count(r => !r.IsAsExpected),
            results.Count(r => r.Was is not null),
            results
        );
    }

    /// <summary>What a draft would break, before it may send; settings that send nothing break nothing.</summary>
    public async Task<CatalogueAnswer<ConfigView>> ActivateAsync(
        DecisionOverrides draft,
        long? version,
        bool acceptFailures,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(actor);
        var failed = 0;
        if (
            config.With(draft) is { Enabled: true, ShadowMode: false, KillSwitch: false } settings
            && settings.Mistakes().Count == 0
        )
        {
            var run = await RunAsync(new RunSaved(draft), cancellationToken);
            failed = run.Value?.Failed ?? 0;
            if (failed > 0 && !acceptFailures)
                return new CatalogueProblem(
                    CatalogueRefusal.NotAllowed,
                    FormattableString.Invariant(
                        $"{failed} saved messages end otherwise than expected; look at them with POST tests/run, or send accept_failures=true"
                    )
                );
        }
        var note =
            failed > 0 ? FormattableString.Invariant($"with {failed} failed tests accepted") : null;
        return await config.ConfigureAsync(draft, version, actor, cancellationToken, note);
    }

    private async Task<SavedResult> RunAsync(
        SavedMessage saved,
        DecisionSettings settings,
        DecisionSettings? current,
        CancellationToken cancellationToken
    )
    {
        // The clock of a saved message is the moment of the run.
        var message = saved.Message with
        {
            SentAt = null,
        };
        var ended = await engine.DryRunAsync(message, settings, cancellationToken);
        var was = current is null
            ? null
            : await engine.DryRunAsync(message, current, cancellationToken);
        var isAsExpected =
            ended.Action == saved.Expected
            && (saved.PatternId is null || saved.PatternId == ended.PatternId);
        return new SavedResult(
            saved.Name,
            isAsExpected,
            saved.Expected,
            ended.Action,
            was is null || was.Action == ended.Action ? null : was.Action,
            ended.Reasons[0],
            ended.PatternId
        );
    }
}
