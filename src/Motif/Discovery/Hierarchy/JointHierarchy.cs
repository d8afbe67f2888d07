using Motif.Numerics;

namespace Motif.Discovery.Hierarchy;

/// <summary>
/// Free parts, held cells and topics put together: mesos and micros are numbered in this order. A topic's micros are made of its
/// own items; one without items has its centre for one.
/// </summary>
internal sealed class JointHierarchy
{
    private readonly DistinctRows _corpus;
    private readonly HierarchyParts _free;
    private readonly FloatMatrix[] _topicMicros;
    private readonly int[] _cellOfMicro;
    private readonly int[] _mesoOfMicro;

    public JointHierarchy(DistinctRows corpus, HierarchyParts free)
    {
        (_corpus, _free) = (corpus, free);
        _topicMicros = [.. Enumerable.Range(0, corpus.Topics.Count).Select(MicrosOfTopic)];
        var cells = free.Cells.Rows;
        var held = corpus.HeldCells;
        var mesos = corpus.HeldMesos;
        _cellOfMicro =
        [
            .. free.CellOfMicro,
            .. corpus.HeldMicros.Select(m => cells + Index(held, Standing.Places.CellOfMicro[m])),
            .. _topicMicros.SelectMany((m, t) => Enumerable.Repeat(cells + held.Count + t, m.Rows)),
        ];
        _mesoOfMicro =
        [
            .. free.CellOfMicro,
            .. corpus.HeldMicros.Select(m => cells + Index(mesos, Standing.Places.MesoOfMicro[m])),
            .. _topicMicros.SelectMany(
                (m, t) => Enumerable.Repeat(cells + mesos.Count + t, m.Rows)
            ),
        ];
        MesoCentres = RowBlocks.Join(
            [free.Cells, HeldCentres(), Centred(corpus.Gates.Centres)],
            corpus.Mean.Length
        );
    }

    public FloatMatrix MesoCentres { get; }

    private StandingHierarchy Standing => _corpus.Standing!;

    /// <param name="isWarm">Whether a meso stays in its macro although nobody touched that.</param>
    public List<MesoPoint> MesoPoints(bool isWarm)
    {
        var places = _corpus.Standing?.Places;
        var points = new List<MesoPoint>();
        var claims = Claims();
        for (var meso = 0; meso < _free.Cells.Rows; meso++)
        {
            var (weight, claimed) = claims[meso];
            var from = _free.StandingMeso[meso];
            points.Add(
                new(weight, isWarm && from >= 0 ? places!.MacroOfMeso[from] : claimed, false)
            );
        }
        foreach (var meso in _corpus.HeldMesos)
        {
            var macro = places!.MacroOfMeso[meso];
            points.Add(
                new(
                    Standing.Mesos[meso].Distinct,
                    isWarm || Standing.Macros[macro].IsHeld ? macro : -1,
                    false
                )
            );
        }
        for (var topic = 0; topic < _corpus.Topics.Count; topic++)
        {
            var id = _corpus.Topics[topic].TopicId;
            var stood = _corpus.Standing is null
                ? -1
                : Index([.. Standing.Mesos.Select(m => m.ClusterId)], id);
            points.Add(
                new(
                    _corpus.TopicOf.Count(t => t == topic),
                    isWarm && stood >= 0 ? places!.MacroOfMeso[stood] : -1,
                    true
                )
            );
        }
        return points;
    }

    /// <param name="macros">Of each meso; those that stand by their numbers, new ones behind them.</param>
    public (Places, GivenIds) With(int[] macros)
    {
        int[] used = [.. macros.Distinct().Order()];
        var standing = _corpus.Standing?.Macros.Count ?? 0;
        return (
            new Places(
                _corpus.Mean,
                RowBlocks.Join(
                    [
                        _free.Cells,
                        _corpus.HeldCells.Count == 0
                            ? new FloatMatrix(0, _corpus.Mean.Length)
                            : RowBlocks.Select(Standing.Places.Cells, _corpus.HeldCells),
                    ],
                    _corpus.Mean.Length
                ),
                RowBlocks.Join(
                    [_free.Micros, HeldMicroCentres(), .. _topicMicros],
                    _corpus.Mean.Length
                ),
                _cellOfMicro,
                _mesoOfMicro,
                Array.ConvertAll(macros, m => Array.BinarySearch(used, m)),
                _corpus.Gates
            ),
            new GivenIds(
                Array.ConvertAll(
                    used,
                    m =>
                        m < standing && Standing.Macros[m].IsHeld
                            ? Standing.Macros[m].ClusterId
                            : (Guid?)null
                ),
                [
                    .. Enumerable.Repeat<Guid?>(null, _free.Cells.Rows),
                    .. _corpus.HeldMesos.Select(m => (Guid?)Standing.Mesos[m].ClusterId),
                    .. _corpus.Topics.Select(t => (Guid?)t.TopicId),
                ],
                [
                    .. Enumerable.Repeat<Guid?>(null, _free.Micros.Rows),
                    .. _corpus.HeldMicros.Select(m => (Guid?)Standing.Micros[m].ClusterId),
                    .. _topicMicros.SelectMany((m, topic) => TopicMicroIds(topic, m.Rows)),
                ]
            )
        );
    }

    /// <summary>Of each free meso its rows, and the held macro in which most of them stood.</summary>
    private (int Weight, int Macro)[] Claims()
    {
        var nearest = _free.Cells.Rows == 0 ? [] : Centroids.Assign(_corpus.Free, _free.Cells);
        var claims = new (int Weight, int Macro)[_free.Cells.Rows];
        var held = new Dictionary<(int Meso, int Macro), int>();
        for (var i = 0; i < nearest.Length; i++)
        {
            var meso = nearest[i].Centroid;
            claims[meso].Weight++;
            if (
                _corpus.PlaceOf(_corpus.FreeRows[i]) is { } place
                && Standing.Macros[place.Macro].IsHeld
            )
                held[(meso, place.Macro)] = held.GetValueOrDefault((meso, place.Macro)) + 1;
        }
        for (var meso = 0; meso < claims.Length; meso++)
        {
            var most = held.Where(h => h.Key.Meso == meso && 2 * h.Value > claims[meso].Weight)
                .Select(h => (int?)h.Key.Macro)
                .FirstOrDefault();
            claims[meso].Macro = most ?? -1;
        }
        return claims;
    }

    private FloatMatrix MicrosOfTopic(int topic)
    {
        int[] rows =
        [
            .. Enumerable.Range(0, _corpus.TopicOf.Length).Where(i => _corpus.TopicOf[i] == topic),
        ];
        if (rows.Length == 0)
            return Centred(RowBlocks.Select(_corpus.Gates.Centres, [topic]));
        var part = RowBlocks.Select(_corpus.Centred, rows);
        var (groups, count) = MicroClusters.Bounded(part, new int[rows.Length]);
        return Centroids.Of(part, groups, count);
    }

    /// <summary>Without items nothing but its topic tells what the micro of a topic is.</summary>
    private IEnumerable<Guid?> TopicMicroIds(int topic, int count) =>
        _corpus.TopicOf.Contains(topic)
            ? Enumerable.Repeat<Guid?>(null, count)
            : [PatternId.Of($"cluster\nmicro\n{_corpus.Topics[topic].TopicId}")];

    private FloatMatrix HeldMicroCentres() =>
        _corpus.HeldMicros.Count == 0
            ? new FloatMatrix(0, _corpus.Mean.Length)
            : RowBlocks.Select(Standing.Places.Micros, _corpus.HeldMicros);

    private FloatMatrix HeldCentres()
    {
        var centres = new FloatMatrix(_corpus.HeldMesos.Count, _corpus.Mean.Length);
        for (var i = 0; i < centres.Rows; i++)
        {
            var centre = Standing.Mesos[_corpus.HeldMesos[i]].Centroid;
            for (var j = 0; j < centre.Count; j++)
                centres.Row(i)[j] = centre[j];
        }
        return centres;
    }

    private FloatMatrix Centred(FloatMatrix unit)
    {
        var centred = unit.Copy();
        CentredVectors.Centre(centred, _corpus.Mean);
        return centred;
    }

    private static int Index<T>(IReadOnlyList<T> list, T value)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (EqualityComparer<T>.Default.Equals(list[i], value))
                return i;
        }
        return -1;
    }
}
