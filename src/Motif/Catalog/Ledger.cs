using System.Globalization;
using System.Text;
using System.Text.Json;
using Motif.Storage;

namespace Motif.Catalog;

/// <summary>A use as it stands in the ledger.</summary>
/// <param name="IsNew">False when the same idempotency key had recorded it before.</param>
public sealed record RecordedUse(Use Use, bool IsNew);

/// <summary>An outcome as it stands in the ledger.</summary>
/// <param name="UseId">The use it belongs to.</param>
/// <param name="IsNew">False when the same outcome had been reported before; it is counted once.</param>
public sealed record RecordedOutcome(Guid UseId, UseOutcome Outcome, bool IsNew);

/// <summary>A page of the ledger.</summary>
/// <param name="NextCursor">Null on the last page.</param>
public sealed record UsePage(IReadOnlyList<Use> Items, string? NextCursor);

/// <summary>
/// The ledger of uses and outcomes. Thread-safe. An expected "no" is a <see cref="CatalogueProblem"/>; a failure of the
/// backend is thrown as <see cref="BackendException"/>.
/// </summary>
/// <param name="exposures">Where exposures wait that this process has not appended yet; null where none do.</param>
public sealed class Ledger(
    IUsageStore uses,
    IPatternStore patterns,
    TimeProvider time,
    ExposureQueue? exposures = null
)
{
    public const int MaxActorLength = 200;
    public const int MaxContextLength = 2000;
    public const int MaxKeyLength = 200;
    public const int MaxMetricsBytes = 64 * 1024;
    public const int MaxReportDays = 366;
    public const int MaxPage = 500;

    /// <summary>Intents kept of those that a pattern served with success, the newest.</summary>
    public const int MostPastIntents = 20;

    private readonly ShownMatches _matches = new(uses, time, exposures);

    /// <summary>Clocks of callers may run ahead by this much.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Appends a use; with an idempotency key that the pattern has seen, it is the first one again.</summary>
    public async Task<CatalogueAnswer<RecordedUse>> RecordAsync(
        Guid patternId,
        UseDraft draft,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        var prepared = Prepare(patternId, draft);
        if (prepared.Value is not { } entry)
            return prepared.Problem!;
        if (!await _matches.ShowedAsync(patternId, draft.MatchId, cancellationToken))
            return CatalogueProblem.NotShown(patternId, draft.MatchId!.Value);
        var (stored, unknown) = await uses.AppendAsync([entry], cancellationToken);
        if (unknown.Count > 0)
            return CatalogueProblem.NoPattern(patternId);
        return new RecordedUse(stored[0].Use, stored[0].IsNew);
    }

    /// <summary>Checks an exposure and gives it its place in the ledger, for <see cref="ExposureQueue"/> to append later.</summary>
    public async Task<CatalogueAnswer<Use>> PrepareExposureAsync(
        Guid patternId,
        UseDraft draft,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Action is not UseAction.Exposed)
            throw new ArgumentException("only exposures may be appended later", nameof(draft));
        var prepared = Prepare(patternId, draft);
        if (!await _matches.ShowedAsync(patternId, draft.MatchId, cancellationToken))
            return CatalogueProblem.NotShown(patternId, draft.MatchId!.Value);
        return
            prepared.Value is null
            || await patterns.FindAsync(patternId, cancellationToken) is not null
            ? prepared
            : CatalogueProblem.NoPattern(patternId);
    }

    /// <summary>
    /// Reports how a use ended, once. Without a use id the use is appended first; should the program die in between, the
    /// same report with the same idempotency key completes it.
    /// </summary>
    public async Task<CatalogueAnswer<RecordedOutcome>> ReportAsync(
        Guid patternId,
        OutcomeDraft draft,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (Errors(draft) is { Count: > 0 } errors)
            return CatalogueProblem.Invalid(errors);
        if (draft.UseId is { } known)
            return await _matches.ShowedAsync(patternId, draft.MatchId, cancellationToken)
                ? await ReportAsync(patternId, known, draft, cancellationToken)
                : CatalogueProblem.NotShown(patternId, draft.MatchId!.Value);
        var use = new UseDraft(
            draft.Actor!,
            UseAction.Applied,
            draft.Context,
            null,
            draft.IdempotencyKey,
            draft.MatchId
        );
        var recorded = await RecordAsync(patternId, use, cancellationToken);
        return recorded.Problem is { } problem
            ? problem
            : await ReportAsync(patternId, recorded.Value!.Use.UseId, draft, cancellationToken);
    }

    /// <summary>Entries of a pattern, newest first.</summary>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    public async Task<CatalogueAnswer<UsePage>> ListAsync(
        Guid patternId,
        string? cursor,
        int limit,
        CancellationToken cancellationToken
    )
    {
        if (limit is < 1 or > MaxPage)
            return CatalogueProblem.Invalid("limit", $"must be 1 to {MaxPage}; {limit} was given");
        if (!TryReadCursor(cursor, out var before))
            return CatalogueProblem.Invalid("cursor", "is not one that this list gave");
        var found = await uses.ListAsync(patternId, before, limit + 1, cancellationToken);
        if (found.Count == 0 && await patterns.FindAsync(patternId, cancellationToken) is null)
            return CatalogueProblem.NoPattern(patternId);
        return found.Count <= limit
            ? new UsePage(found, null)
            : new UsePage([.. found.Take(limit)], Cursor(found[limit - 1]));
    }

    /// <summary>The ledger of a pattern, or of all when null, over the last days (UTC) up to and with today.</summary>
    public async Task<CatalogueAnswer<UsageReport>> UsageAsync(
        Guid? patternId,
        int days,
        CancellationToken cancellationToken
    )
    {
        if (days is < 1 or > MaxReportDays)
            return CatalogueProblem.Invalid(
                "days",
                $"must be 1 to {MaxReportDays}; {days} was given"
            );
        if (patternId is { } id && await patterns.FindAsync(id, cancellationToken) is null)
            return CatalogueProblem.NoPattern(id);
        var now = time.GetUtcNow();
        var from = new DateTimeOffset(now.UtcDateTime.Date.AddDays(1 - days), TimeSpan.Zero);
        return await uses.ReportAsync(patternId, from, now.AddTicks(1), cancellationToken);
    }

    /// <summary>How uses of a pattern ended over the last days (UTC), step by step.</summary>
    public async Task<CatalogueAnswer<OutcomeSeries>> OutcomesAsync(
        Guid patternId,
        int days,
        SeriesStep step,
        CancellationToken cancellationToken
    )
    {
        var report = await UsageAsync(patternId, days, cancellationToken);
        return report.Problem is { } problem ? problem : OutcomeSeries.Of(step, report.Value!.Days);
    }

    private async Task<CatalogueAnswer<RecordedOutcome>> ReportAsync(
        Guid patternId,
        Guid useId,
        OutcomeDraft draft,
        CancellationToken cancellationToken
    )
    {
        var result = await uses.RecordOutcomeAsync(
            new OutcomeEntry(
                patternId,
                useId,
                draft.Outcome,
                Moment.Now(time),
                draft.Metrics,
                draft.MatchId,
                draft.Intent?.Trim(),
                draft.Namespace
            ),
            cancellationToken
        );
        return result switch
        {
            OutcomeResult.Recorded => new RecordedOutcome(useId, draft.Outcome, IsNew: true),
            OutcomeResult.AlreadyRecorded => new RecordedOutcome(
                useId,
                draft.Outcome,
                IsNew: false
            ),
            OutcomeResult.Conflicting => new CatalogueProblem(
                CatalogueRefusal.NotAllowed,
                $"another outcome than {WireName.Of(draft.Outcome)} was reported for use {useId}; an outcome is final"
            ),
            _ => new CatalogueProblem(
                CatalogueRefusal.NotFound,
                $"pattern {patternId} has no use {useId}"
            ),
        };
    }

    private static string Cursor(Use last) =>
        string.Create(CultureInfo.InvariantCulture, $"{last.At.UtcTicks}_{last.UseId:D}");

    private static bool TryReadCursor(string? cursor, out UsePosition? before)
    {
        before = null;
        if (cursor is null)
            return true;
        var parts = cursor.Split('_');
        if (
            parts.Length != 2
            || !Guid.TryParseExact(parts[1], "D", out var useId)
            || !long.TryParse(
                parts[0],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var ticks
            )
            || ticks > DateTime.MaxValue.Ticks
        )
            return false;
        before = new UsePosition(new DateTimeOffset(ticks, TimeSpan.Zero), useId);
        return true;
    }

    /// <summary>The entry that a draft becomes, or what is wrong with the draft; nothing is written.</summary>
    internal CatalogueAnswer<Use> Prepare(Guid patternId, UseDraft draft)
    {
        if (Errors(draft) is { Count: > 0 } errors)
            return CatalogueProblem.Invalid(errors);
        var now = Moment.Now(time);
        var key = draft.IdempotencyKey ?? (draft.MatchId is { } match ? $"match {match:D}" : null);
        return new Use(
            UseId(patternId, key, now),
            patternId,
            draft.Actor,
            draft.Action,
            draft.At is { } at ? Moment.Kept(at) : now,
            draft.Context,
            key,
            MatchId: draft.MatchId
        );
    }

    /// <summary>With a key the id follows from it, so that an entry that is repeated before it was appended has the same id.</summary>
    private static Guid UseId(Guid patternId, string? idempotencyKey, DateTimeOffset now) =>
        idempotencyKey is null
            ? Guid.CreateVersion7(now)
            : PatternId.Of($"use\n{patternId}\n{idempotencyKey}");

    private Dictionary<string, string[]> Errors(UseDraft draft)
    {
        var errors = DraftValidation.Check(draft);
        if (errors.Count > 0)
            return errors;
        CheckLength("actor", draft.Actor, MaxActorLength, errors);
        CheckLength("context", draft.Context, MaxContextLength, errors);
        CheckLength("idempotency_key", draft.IdempotencyKey, MaxKeyLength, errors);
        if (draft.At > time.GetUtcNow() + ClockSkew)
            errors["at"] = ["lies in the future; give the time at which it happened"];
        return errors;
    }

    private static Dictionary<string, string[]> Errors(OutcomeDraft draft)
    {
        var errors = DraftValidation.Check(draft);
        if (errors.Count > 0)
            return errors;
        CheckLength("actor", draft.Actor, MaxActorLength, errors);
        CheckLength("context", draft.Context, MaxContextLength, errors);
        CheckLength("idempotency_key", draft.IdempotencyKey, MaxKeyLength, errors);
        CheckLength("intent", draft.Intent, MaxContextLength, errors);
        if (LearningNamespace.Problem(draft.Namespace) is { } problem)
            errors["namespace"] = [problem];
        else if (draft is { Namespace: not null, MatchId: not null })
            errors["namespace"] = ["the match has its namespace already; leave it out"];
        if (draft.UseId is null && draft.Actor is null)
            errors["use_id"] = ["give the use it belongs to, or an actor to record a use with it"];
        if (
            draft.UseId is not null
            && (draft.Actor ?? draft.Context ?? draft.IdempotencyKey) is not null
        )
            errors["use_id"] = ["the use has its actor, context and key already; leave them out"];
        if (draft.Metrics is { } metrics)
            CheckMetrics(metrics, errors);
        return errors;
    }

    private static void CheckLength(
        string field,
        string? text,
        int maximum,
        Dictionary<string, string[]> errors
    )
    {
        if (text is null)
            return;
        if (text.Length > maximum || string.IsNullOrWhiteSpace(text))
            errors[field] = [$"has 1 to {maximum} characters, not only white space"];
    }

    private static void CheckMetrics(JsonElement metrics, Dictionary<string, string[]> errors)
    {
        if (metrics.ValueKind is not JsonValueKind.Object)
            errors["metrics"] = ["must be a JSON object"];
        else if (Encoding.UTF8.GetByteCount(metrics.GetRawText()) > MaxMetricsBytes)
            errors["metrics"] = [$"at most {MaxMetricsBytes} bytes"];
    }
}
