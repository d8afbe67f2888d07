namespace Motif.Decisions.Records;

/// <summary>What a change works on.</summary>
/// <param name="ConversationId">Held from before anything is read; null for a change of settings or evidence alone.</param>
public sealed record DecisionScope(string? ConversationId = null)
{
    /// <summary>Evidence that is held too.</summary>
    public IReadOnlyList<Guid> Patterns { get; init; } = [];

    /// <summary>A lesson that is asked for whether it is there.</summary>
    public Guid? LessonId { get; init; }

    /// <summary>Read too, whatever conversation it was decided in.</summary>
    public Guid? ExecutionId { get; init; }
}

/// <summary>A part of the records in memory, inside a transaction. What is put into it is kept when the transaction ends. Not thread-safe.</summary>
public sealed class DecisionLedger(
    StoredSettings settings,
    Conversation? conversation,
    IEnumerable<DecisionExecution> executions,
    IEnumerable<PatternEvidence> evidence
)
{
    private readonly Dictionary<Guid, DecisionExecution> _executions = executions.ToDictionary(e =>
        e.ExecutionId
    );
    private readonly Dictionary<Guid, PatternEvidence> _evidence = evidence.ToDictionary(e =>
        e.PatternId
    );
    private readonly HashSet<Guid> _changed = [];
    private readonly HashSet<Guid> _changedEvidence = [];
    private readonly List<StoredLesson> _lessons = [];
    private readonly List<Guid> _forgotten = [];
    private readonly List<StoredLesson> _relabelled = [];
    private readonly List<ConfidenceChange> _evolution = [];
    private readonly List<AuditEvent> _audit = [];

    private readonly List<DecisionDocument> _documents = [];
    private readonly List<DecisionDocument> _dropped = [];
    private readonly List<ImportedPair> _pairs = [];

    public StoredSettings Settings { get; private set; } = settings;

    /// <summary>What of the settings is set at run time alone: how confidences move.</summary>
    internal DecisionSettings Learning => Settings.Overrides.On(new DecisionSettings());

    public bool AreSettingsChanged { get; private set; }

    public Conversation? Conversation { get; private set; } = conversation;

    public bool IsConversationChanged { get; private set; }

    /// <summary>The conversation's, the newest first.</summary>
    public IEnumerable<DecisionExecution> Executions =>
        _executions.Values.OrderByDescending(e => e.At).ThenByDescending(e => e.ExecutionId);

    public IEnumerable<DecisionExecution> Changed => _changed.Select(id => _executions[id]);

    public IEnumerable<PatternEvidence> ChangedEvidence =>
        _changedEvidence.Order().Select(id => _evidence[id]);

    public IReadOnlyList<StoredLesson> Lessons => _lessons;

    public IReadOnlyList<Guid> Forgotten => _forgotten;

    public IReadOnlyList<StoredLesson> Relabelled => _relabelled;

    /// <summary>Whether the lesson that was asked for is in the log.</summary>
    public bool IsLessonKnown { get; init; }

    public IReadOnlyList<ConfidenceChange> Evolution => _evolution;

    public IReadOnlyList<AuditEvent> Audit => _audit;

    public DecisionExecution? Find(Guid executionId) => _executions.GetValueOrDefault(executionId);

    /// <summary>Whether the evidence of a pattern is held, so that it may be changed.</summary>
    public bool Holds(Guid patternId) => _evidence.ContainsKey(patternId);

    /// <summary>A pattern without evidence begins with none.</summary>
    public PatternEvidence Evidence(Guid patternId) =>
        _evidence.GetValueOrDefault(patternId) ?? new PatternEvidence(patternId);

    /// <summary>The pattern that stands for one, through whatever it was merged into; itself where its evidence is not held.</summary>
    internal Guid Standing(Guid patternId)
    {
        while (_evidence.GetValueOrDefault(patternId)?.MergedInto is { } into)
            patternId = into;
        return patternId;
    }

    public void Put(DecisionExecution execution)
    {
        ArgumentNullException.ThrowIfNull(execution);
        _executions[execution.ExecutionId] = execution;
        _changed.Add(execution.ExecutionId);
    }

    public void Put(Conversation conversation) =>
        (Conversation, IsConversationChanged) = (conversation, true);

    public void Put(DecisionOverrides overrides) =>
        (Settings, AreSettingsChanged) = (
            new StoredSettings(overrides, Settings.Version + 1),
            true
        );

    public void Put(PatternEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        _evidence[evidence.PatternId] = evidence;
        _changedEvidence.Add(evidence.PatternId);
    }

    public void Add(StoredLesson lesson) => _lessons.Add(lesson);

    /// <summary>Gives a lesson of the log another label; what was built of it is built anew.</summary>
    public void Relabel(StoredLesson lesson) => _relabelled.Add(lesson);

    public IReadOnlyList<DecisionDocument> Documents => _documents;

    public IReadOnlyList<DecisionDocument> DroppedDocuments => _dropped;

    public IReadOnlyList<ImportedPair> Pairs => _pairs;

    public ImportStage Stage { get; } = new();

    /// <summary>Whose raw and derived rows go; null for nobody's.</summary>
    public ErasedCustomer? Erased { get; private set; }

    public void Put(DecisionDocument document) => _documents.Add(document);

    public void Drop(DecisionDocument document) => _dropped.Add(document);

    /// <summary>One that is there already stays as it is.</summary>
    public void Add(ImportedPair pair) => _pairs.Add(pair);

    /// <returns>What went, once the transaction ended.</returns>
    public ErasedCustomer Erase(string customerId) => Erased = new ErasedCustomer(customerId);

    public void Forget(Guid lessonId) => _forgotten.Add(lessonId);

    public void Add(ConfidenceChange change) => _evolution.Add(change);

    public void Add(AuditEvent what) => _audit.Add(what);
}
