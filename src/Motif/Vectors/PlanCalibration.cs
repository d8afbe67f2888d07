namespace Motif.Vectors;

/// <summary>
/// Finds, for each recall one may want, the cheapest plan that reaches it on held-out rows. Cost is counted
/// in rows scored, never in time, so that the same data and seed give the same plans.
/// </summary>
internal sealed class PlanCalibration
{
    /// <summary>Reading a vector for the rerank costs about as much as scoring this many codes.</summary>
    private const double RerankCost = 4;

    /// <summary>Turning to another list costs about as much as scoring this many codes.</summary>
    private const double ListCost = 4;

    private const int MostProbes = 256;
    private static readonly double[] Targets = [0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999];
    private static readonly int[] CandidateChoices = [20, 30, 40, 60, 100, 150];
    private static readonly double[] SlackQuantiles =
    [
        0.5,
        0.6,
        0.7,
        0.75,
        0.8,
        0.85,
        0.88,
        0.9,
        0.92,
        0.94,
        0.95,
        0.96,
        0.97,
        0.975,
        0.98,
        0.985,
        0.99,
        0.9925,
        0.995,
        0.9975,
        0.999,
        1,
    ];
    private readonly View _view;
    private readonly IvfOptions _options;
    private readonly CentroidTree _tree;

    public PlanCalibration(Layout layout, IvfOptions options)
    {
        _view = new View(layout, layout.Rows.Count, 0, layout.Rows.Count);
        _options = options;
        _tree = layout.Centroids!;
    }

    /// <param name="heldOut">Rows that the centroids were not trained on.</param>
    public IReadOnlyList<ProbePlan> Calibrate(int[] heldOut)
    {
        var queries = new HeldOutQueries(_view, _options.BuildThreads).Find(heldOut);
        var candidates = ChooseCandidates(queries);
        var margin = Margin(queries);
        var choices = Choices(Traces(queries, candidates), candidates, margin);
        var plans = new List<ProbePlan>();
        foreach (var target in Targets)
            if (Reach(target, choices, queries) is { } plan)
                plans.Add(plan);
        var every = EveryList(queries);
        if (plans.Count == 0 || every.Recall > plans[^1].Recall)
            plans.Add(every);
        return plans;
    }

    /// <summary>The fewest candidates of which the codes' order loses at most 1 true neighbour in 2,000.</summary>
    private static int ChooseCandidates(HeldOutQuery[] queries)
    {
        var ranks = queries
            .SelectMany(query => query.CodedRanks.Take(HeldOutQueries.Limit))
            .ToArray();
        foreach (var choice in CandidateChoices)
            if (ranks.Count(rank => rank >= choice) <= ranks.Length / 2000)
                return choice;
        return CandidateChoices[^1];
    }

    /// <summary>What 99.9 % of the true neighbours' scores stay below, counted from those of their codes.</summary>
    private static float Margin(HeldOutQuery[] queries)
    {
        var errors = queries.SelectMany(query => query.CodingErrors).Order().ToArray();
        return Math.Max(0, errors[(int)(0.999 * (errors.Length - 1))]);
    }

    private ProbeTrace[] Traces(HeldOutQuery[] queries, int candidates)
    {
        var ends = ListEnds();
        var groupOf = CentroidTrainer.GroupOfLists(_tree);
        var traces = new ProbeTrace[queries.Length];
        int ListOf(int ordinal)
        {
            var at = Array.BinarySearch(ends, ordinal + 1);
            if (at < 0)
                return ~at;
            // Empty lists share their end with the one before: the first of equal ends has the row.
            while (at > 0 && ends[at - 1] == ends[at])
                at--;
            return at;
        }
        Parallel.For(
            0,
            queries.Length,
            new ParallelOptions { MaxDegreeOfParallelism = _options.BuildThreads },
            i =>
                traces[i] = ProbeTrace.Record(
                    _view,
                    queries[i],
                    candidates,
                    MostProbes,
                    ListOf,
                    groupOf
                )
        );
        return traces;
    }

    private int[] ListEnds()
    {
        var ends = _view.Layout.Lists.MainCounts.ToArray();
        for (var list = 1; list < ends.Length; list++)
            ends[list] += ends[list - 1];
        return ends;
    }

    /// <summary>Every plan of the grid with the recall and cost that the traces foretell, cheapest first.</summary>
    private List<(ProbePlan Plan, double Cost)> Choices(
        ProbeTrace[] traces,
        int candidates,
        float margin
    )
    {
        var choices = new List<(ProbePlan, double)>();
        var stops = new int[traces.Length];
        foreach (var slack in Slacks(traces))
        foreach (var probes in Grid(Math.Min(MostProbes, _tree.ListCount)))
        {
            var cost = candidates * RerankCost + _tree.GroupCount;
            for (var i = 0; i < traces.Length; i++)
            {
                stops[i] = traces[i].Stop(probes, slack);
                cost += (traces[i].RowsScanned(stops[i]) + ListCost * stops[i]) / traces.Length;
            }
            foreach (var groups in Grid(_tree.GroupCount))
            {
                var recall = 0.0;
                for (var i = 0; i < traces.Length; i++)
                    recall += traces[i].Recall(groups, stops[i]) / traces.Length;
                var plan = new ProbePlan(recall, null, groups, probes, slack, candidates, margin);
                choices.Add((plan, cost + (double)groups * _tree.ListCount / _tree.GroupCount));
            }
        }
        return [.. choices.OrderBy(choice => choice.Item2)];
    }

    private static List<float> Slacks(ProbeTrace[] traces)
    {
        var needed = traces
            .SelectMany(trace => trace.SlackNeeded())
            .Where(float.IsFinite)
            .Order()
            .ToArray();
        var slacks = new List<float> { float.PositiveInfinity };
        if (needed.Length > 0)
            foreach (var quantile in SlackQuantiles)
                slacks.Add(needed[(int)(quantile * (needed.Length - 1))]);
        return slacks;
    }

    /// <summary>1, 2, 3, 4, 6, 8, 11 … in steps of about 1.4, and the last.</summary>
    private static List<int> Grid(int last)
    {
        var grid = new List<int>();
        for (var value = 1; value < last; value = Math.Max(value + 1, (int)(value * 1.4)))
            grid.Add(value);
        grid.Add(last);
        return grid;
    }

    /// <summary>The cheapest plan that, tried out, finds the target; null where none of the grid does.</summary>
    private ProbePlan? Reach(
        double target,
        List<(ProbePlan Plan, double Cost)> choices,
        HeldOutQuery[] queries
    )
    {
        // The traces leave out what the rerank loses; a plan that falls short makes room for a better one.
        foreach (var share in new[] { 0.0, 0.15, 0.3, 0.5, 0.7, 0.9 })
        {
            var aim = target + share * (1 - target);
            var choice = choices.FirstOrDefault(choice => choice.Plan.Recall >= aim);
            if (choice.Plan is null)
                return null;
            var measured = Measure(choice.Plan, queries);
            if (measured >= target)
                return choice.Plan with { Recall = target, MeasuredRecall = measured };
        }
        return null;
    }

    private ProbePlan EveryList(HeldOutQuery[] queries)
    {
        var plan = new ProbePlan(
            0.9995,
            null,
            _tree.GroupCount,
            _tree.ListCount,
            float.PositiveInfinity,
            CandidateChoices[^1],
            float.PositiveInfinity
        );
        var measured = Measure(plan, queries.AsSpan(0, Math.Min(50, queries.Length)));
        return plan with { Recall = Math.Min(plan.Recall, measured), MeasuredRecall = measured };
    }

    private double Measure(ProbePlan plan, ReadOnlySpan<HeldOutQuery> queries)
    {
        var hits = new VectorHit[HeldOutQueries.Limit + 1];
        var recall = 0.0;
        foreach (var query in queries)
        {
            var row = _view.Layout.Rows.Span(query.Ordinal);
            var own = _view.Layout.Rows.Key(query.Ordinal);
            var search = new IvfSearch(_view, plan.Candidates + 1, null);
            search.Begin(row, System.Numerics.Tensors.TensorPrimitives.Norm(row));
            search.Probe(plan, HeldOutQueries.Limit);
            var found = 0;
            foreach (var hit in hits.AsSpan(0, search.Rerank(hits, plan.Margin)))
                if (hit.Key != own && hit.Score >= query.WorstScore)
                    found++;
            var wanted = Math.Min(HeldOutQueries.Limit, query.Neighbours.Length);
            recall += Math.Min(found, wanted) / (double)wanted;
        }
        return recall / queries.Length;
    }
}
