namespace Motif.Vectors;

/// <summary>
/// The in-process index: inverted lists of int8 codes under a random rotation, exact rerank in float.
/// <para>
/// Searching takes no lock and sees one view from beginning to end; writers are serialised. A write that
/// tips the balance (see <see cref="IvfOptions.CompactionShare"/>) lays the data out anew before it
/// returns, while searches go on in the old arrangement; for that time memory doubles.
/// </para>
/// <para>Vectors are held as float32 (unit length under cosine) beside their codes.</para>
/// </summary>
public sealed partial class IvfIndex
{
    private readonly IvfOptions _options;
    private readonly LayoutBuilder _builder;
    private readonly Lock _writer = new();
    private View _view;
    private RowAppender? _appender;
    private int _appendedSinceTraining;
    private int _appendedSinceCalibration;

    public IvfIndex(VectorSpace space, IvfOptions? options = null)
        : this(space, options ?? new IvfOptions(), layout: null) { }

    internal IvfIndex(VectorSpace space, IvfOptions options, Layout? layout)
    {
        ArgumentNullException.ThrowIfNull(space);
        options.Validate();
        Space = space;
        _options = options;
        _builder = new LayoutBuilder(space, options);
        layout ??= _builder.Empty();
        _view = new View(layout, layout.Rows.Count, 0, layout.Rows.Count);
    }

    public VectorSpace Space { get; }

    public VectorIndexCapabilities Capabilities =>
        VectorIndexCapabilities.ReadsItsWrites
        | VectorIndexCapabilities.WantedRecall
        | VectorIndexCapabilities.AtomicBatches
        | VectorIndexCapabilities.StoresZeroVectors;

    public IvfStatistics Statistics => IvfStatistics.Of(CurrentView);

    /// <summary>Stored keys.</summary>
    public int Count => CurrentView.Keys;

    internal View CurrentView => Volatile.Read(ref _view);

    internal IvfOptions Options => _options;

    /// <summary>An index of all the records, arranged once; much faster than adding them bit by bit.</summary>
    /// <exception cref="ArgumentException">A vector is refused by <see cref="VectorSpace.MeasureNorm"/>.</exception>
    public static IvfIndex Build(
        VectorSpace space,
        IEnumerable<VectorRecord> records,
        IvfOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(records);
        var index = new IvfIndex(space, options);
        lock (index._writer)
        {
            foreach (var record in records)
                index.AppendRow(record, index._view.Sequence + 1, inLists: false);
            index.ArrangeFirst();
        }
        return index;
    }

    /// <summary>Finds the nearest vectors without allocating; <paramref name="hits"/> is the limit.</summary>
    /// <param name="query">A vector of the index's dimension.</param>
    /// <param name="hits">Room for 1..<see cref="VectorQuery.MaxLimit"/> hits, filled best first.</param>
    /// <param name="filter">Keys that may answer.</param>
    /// <param name="recall">Wanted share of the true neighbours, above 0, at most 1 (exact).</param>
    /// <returns>How many hits were written.</returns>
    public int Search(
        ReadOnlySpan<float> query,
        Span<VectorHit> hits,
        VectorFilter? filter = null,
        double? recall = null
    )
    {
        if (hits.Length is 0 or > VectorQuery.MaxLimit)
            throw new ArgumentException(
                $"a search returns 1 to {VectorQuery.MaxLimit} neighbours, room for {hits.Length} was given",
                nameof(hits)
            );
        var wanted = recall ?? _options.Recall;
        if (wanted is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(
                nameof(recall),
                wanted,
                "recall is above 0 and at most 1"
            );
        var norm = Space.MeasureNorm(query, "the query");
        var view = CurrentView;
        var found = Search(view, query, norm, hits, filter?.BitsFor(view), wanted);
        GC.KeepAlive(view);
        return found;
    }

    /// <summary>
    /// Stores the records as one batch that searches see whole. Nothing is stored where one of them is refused.
    /// </summary>
    public void Upsert(IReadOnlyList<VectorRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        foreach (var record in records)
            Space.MeasureNorm(record.Vector.Span, $"vector {record.Key}");
        if (records.Count == 0)
            return;
        lock (_writer)
        {
            var sequence = _view.Sequence + 1;
            var added = 0;
            foreach (var record in records)
                added += AppendRow(record, sequence, inLists: true);
            Publish(sequence, _view.Keys + added);
            Maintain();
        }
    }

    /// <summary>Removes the keys as one batch. Returns how many were stored.</summary>
    public int Delete(IReadOnlyList<VectorKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_writer)
        {
            var sequence = _view.Sequence + 1;
            var rows = _view.Layout.Rows;
            var removed = 0;
            foreach (var key in keys)
            {
                var ordinal = _view.Layout.Keys.Find(key);
                if (ordinal < 0 || !rows.IsStored(ordinal))
                    continue;
                rows.EndAt(ordinal, sequence);
                removed++;
            }
            if (removed == 0)
                return 0;
            Publish(sequence, _view.Keys - removed);
            Maintain();
            return removed;
        }
    }

    public bool Contains(VectorKey key)
    {
        lock (_writer)
        {
            var ordinal = _view.Layout.Keys.Find(key);
            return ordinal >= 0 && _view.Layout.Rows.IsStored(ordinal);
        }
    }

    /// <summary>
    /// Drops ended rows and folds tails into their lists, keeping centroids. Plans are calibrated anew once a tenth of the rows
    /// is new: more rows in the same lists need more of them scanned.
    /// </summary>
    public void Compact()
    {
        lock (_writer)
            Arrange(_view.Layout);
    }

    /// <summary>Arranges everything anew: centroids, lists and calibration.</summary>
    public void Rebuild()
    {
        lock (_writer)
            Arrange(trained: null);
    }

    /// <summary>Writes a snapshot that <see cref="IvfSnapshot.Open"/> maps back, replacing the file in one step.</summary>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        lock (_writer)
        {
            if (_view.Layout.Lists.TailRows > 0 || _view.Keys < _view.Rows)
                Arrange(_view.Layout);
            SnapshotWriter.Write(path, _view.Layout, _options);
        }
    }

    private static int Search(
        View view,
        ReadOnlySpan<float> query,
        double norm,
        Span<VectorHit> hits,
        FilterBits? filter,
        double wanted
    )
    {
        if (filter is { Count: 0 } || view.Keys == 0)
            return 0;
        var plan = filter is null ? null : view.Layout.PlanFor(1 - FilteredLoss * (1 - wanted));
        plan ??= wanted < 1 ? view.Layout.PlanFor(wanted) : null;
        // Reading a short list of vectors costs less than finding the lists they are in.
        if (filter?.Count <= ExactFilterRows || plan?.CandidatesFor(hits.Length) >= view.Rows)
            plan = null;
        var candidates = plan?.CandidatesFor(hits.Length) ?? hits.Length;
        var margin = plan?.Margin ?? float.PositiveInfinity;
        var search = new IvfSearch(view, candidates, filter, hits.Length, margin);
        if (!search.Begin(query, norm))
            return 0;
        if (plan is null)
            return search.ScanExactly(hits);
        search.Probe(plan, hits.Length);
        return search.Rerank(hits);
    }

    private const int ExactFilterRows = 2000;

    /// <summary>
    /// What passes a filter lies farther apart than the rows that plans are calibrated on: of the neighbours that a search may
    /// miss, its plan may miss this share.
    /// </summary>
    private const double FilteredLoss = 0.5;

    private const int FewestRowsToCompact = 256;

    /// <summary>Fewer appended rows than this say too little of the recall to calibrate on.</summary>
    private const int FewestQueries = 50;

    /// <summary>Adds a row that the next view will show. Returns 1 for a new key, 0 for a replaced one.</summary>
    private int AppendRow(in VectorRecord record, int sequence, bool inLists)
    {
        var layout = _view.Layout;
        var vector = record.Vector.Span;
        var norm = Space.MeasureNorm(vector, $"vector {record.Key}");
        var own = new float[vector.Length];
        if (Space.Metric == VectorMetric.Cosine && norm > 0)
            UnitVector.Normalize(vector, norm, own);
        else
            vector.CopyTo(own);
        var previous = layout.Keys.Find(record.Key);
        var end = Space.CanMatch(norm) ? RowStore.Alive : RowStore.Unmatchable;
        var ordinal = layout.Rows.Append(record.Key, own, end, previous);
        var isNew = previous < 0 || !layout.Rows.IsStored(previous);
        if (!isNew)
            layout.Rows.EndAt(previous, sequence);
        layout.Keys.Set(record.Key, ordinal);
        if (inLists && end == RowStore.Alive)
            Appender(layout).Append(own, ordinal);
        return isNew ? 1 : 0;
    }

    private RowAppender Appender(Layout layout)
    {
        if (!ReferenceEquals(_appender?.Layout, layout))
            _appender = new RowAppender(layout);
        return _appender;
    }

    private void Publish(int sequence, int keys) =>
        Volatile.Write(ref _view, new View(_view.Layout, _view.Layout.Rows.Count, sequence, keys));

    private void Maintain()
    {
        var layout = _view.Layout;
        var isFlat = layout.Centroids is null;
        var outgrown = isFlat
            ? _view.Keys > _options.FlatRows
            : _view.Keys >= 2 * layout.TrainedRows
                || _view.Keys < _options.FlatRows / 2
                || _appendedSinceTraining > layout.TrainedRows;
        var loose = _view.Rows - _view.Keys + (isFlat ? 0 : layout.Lists.TailRows);
        if (outgrown)
            Arrange(trained: null);
        else if (loose > FewestRowsToCompact && loose > _options.CompactionShare * _view.Keys)
            Arrange(layout);
    }

    /// <summary>Arranges a new index nobody reads yet: without replaced rows the store is taken over, not copied.</summary>
    private void ArrangeFirst()
    {
        var old = _view.Layout;
        var rows = old.Rows.EndedRows == 0 ? old.Rows : old.Rows.CopyStored(old.Keys);
        var layout = _builder.Build(rows, trained: null);
        Volatile.Write(ref _view, new View(layout, layout.Rows.Count, 1, layout.Rows.Count));
    }

    /// <summary>Publishes a new layout of the stored rows.</summary>
    private void Arrange(Layout? trained)
    {
        var old = _view.Layout;
        var rows = old.Rows.CopyStored(old.Keys);
        _appendedSinceTraining = trained is null ? 0 : _appendedSinceTraining + old.Lists.TailRows;
        _appendedSinceCalibration = trained is null
            ? 0
            : _appendedSinceCalibration + old.Lists.TailRows;
        var appended = old.StoredAppended();
        int? unseen = null;
        if (appended >= FewestQueries && 10L * _appendedSinceCalibration >= rows.Count)
            (unseen, _appendedSinceCalibration) = (rows.Count - appended, 0);
        var layout = _builder.Build(rows, trained, unseen);
        Volatile.Write(
            ref _view,
            new View(layout, layout.Rows.Count, _view.Sequence + 1, layout.Rows.Count)
        );
    }
}
