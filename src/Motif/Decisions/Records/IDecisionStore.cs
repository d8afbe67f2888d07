namespace Motif.Decisions.Records;

/// <summary>Which decisions to list; null lets all through.</summary>
public sealed record ExecutionQuery
{
    public IReadOnlyList<ExecutionState> States { get; init; } = [];
    public string? ConversationId { get; init; }
    public Guid? PatternId { get; init; }
    public DateTimeOffset? Since { get; init; }

    /// <summary>Only those that came before this one.</summary>
    public Guid? Before { get; init; }

    public int Limit { get; init; } = 50;
}

/// <summary>Which part of the audit to read.</summary>
public sealed record AuditQuery
{
    /// <summary>Only behind this number.</summary>
    public long After { get; init; }

    /// <summary>Only before this number, and then the newest first; null for the order in which it happened.</summary>
    public long? Before { get; init; }

    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? To { get; init; }
    public string? Actor { get; init; }
    public int Limit { get; init; } = 500;
}

/// <summary>
/// Keeps decisions, conversations, evidence, lessons, settings and the audit. A change is one transaction that holds the
/// conversation, then the evidence, before anything of them is read, and takes its places in the log of lessons and in the
/// audit's chain last: both are gapless and in the order of commits. Thread-safe; a failure is a
/// <see cref="Storage.BackendException"/>.
/// </summary>
public interface IDecisionStore
{
    /// <param name="change">May run more than once; it must do nothing but look at the ledger and change it.</param>
    Task<T> ChangeAsync<T>(
        DecisionScope scope,
        Func<DecisionLedger, T> change,
        CancellationToken cancellationToken
    );

    Task<StoredSettings> SettingsAsync(CancellationToken cancellationToken);

    Task<Conversation?> ConversationAsync(
        string conversationId,
        CancellationToken cancellationToken
    );

    Task<DecisionExecution?> FindAsync(Guid executionId, CancellationToken cancellationToken);

    /// <summary>The newest first.</summary>
    Task<IReadOnlyList<DecisionExecution>> ListAsync(
        ExecutionQuery query,
        CancellationToken cancellationToken
    );

    /// <summary>Held, sending and pending ones whose time has come, the oldest first.</summary>
    Task<IReadOnlyList<DecisionExecution>> DueAsync(
        DateTimeOffset now,
        int limit,
        CancellationToken cancellationToken
    );

    Task<LogPosition> PositionAsync(CancellationToken cancellationToken);

    /// <summary>Lessons behind a number, those that were taken back left out.</summary>
    Task<LessonPage> LessonsAsync(long after, int limit, CancellationToken cancellationToken);

    /// <summary>Those of one label, the newest first.</summary>
    Task<IReadOnlyList<StoredLesson>> LessonsOfAsync(
        string label,
        int limit,
        CancellationToken cancellationToken
    );

    Task<StoredLesson?> FindLessonAsync(Guid lessonId, CancellationToken cancellationToken);

    Task<IReadOnlyList<PatternEvidence>> EvidenceAsync(CancellationToken cancellationToken);

    /// <summary>The newest first.</summary>
    Task<IReadOnlyList<ConfidenceChange>> EvolutionAsync(
        Guid patternId,
        int limit,
        CancellationToken cancellationToken
    );

    Task<IReadOnlyList<AuditEntry>> AuditAsync(
        AuditQuery query,
        CancellationToken cancellationToken
    );

    /// <summary>All of a kind, by name.</summary>
    Task<IReadOnlyList<DecisionDocument>> DocumentsAsync(
        DocumentKind kind,
        CancellationToken cancellationToken
    );

    Task<DecisionDocument?> FindDocumentAsync(
        DocumentKind kind,
        string name,
        CancellationToken cancellationToken
    );

    /// <summary>Whether a part of an import is staged just so.</summary>
    Task<bool> IsStagedAsync(StagedPart part, CancellationToken cancellationToken);

    /// <summary>Staged lines of an import behind one, by conversation, and in one by their place in the file.</summary>
    /// <param name="after">Null for the first.</param>
    Task<IReadOnlyList<StagedLine>> StagedAsync(
        string importId,
        StagedLine? after,
        int limit,
        CancellationToken cancellationToken
    );

    Task<IReadOnlyList<ImportedPair>> PairsAsync(
        PairQuery query,
        CancellationToken cancellationToken
    );

    /// <summary>The last ones of an import by their times, in the order of time; those without a time count as the oldest.</summary>
    Task<IReadOnlyList<ImportedPair>> LastPairsAsync(
        PairQuery query,
        CancellationToken cancellationToken
    );

    /// <summary>The most frequent wordings of an import's replies; of equally frequent ones any, but always the same.</summary>
    Task<IReadOnlyList<WordingCount>> WordingsAsync(
        PairQuery query,
        CancellationToken cancellationToken
    );

    Task<long> CountPairsAsync(string importId, CancellationToken cancellationToken);

    /// <summary>How many decisions stand in each state.</summary>
    Task<IReadOnlyDictionary<ExecutionState, long>> CountAsync(CancellationToken cancellationToken);
}
