using System.Numerics.Tensors;

namespace Motif.Vectors;

/// <summary>
/// Finds, for each recall one may want, the cheapest plan that reaches it on held-out rows. Cost is counted
/// in rows scored, never in time, so that the same data and seed give the same plans.
/// </summary>
internal sealed class PlanCalibration
{
    /// <summary>Rows reranked at most; the margin ends the rerank long before, but for dense places and copies.</summary>
    private const int MostCandidates = 150;

    private const int MostProbes = 512;

    /// <summary>Enough to see what codes alone lose when every list is scanned.</summary>
    private const int FewQueries = 100;

    /// <summary>Signs may lose this share of the neighbours that a plan may lose.</summary>
    private const double SignLoss = 0.05;

    private static readonly double[] Targets = [0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999];
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
        var widest = EveryList(Margin(queries));
        var traces = Traces(queries, widest with { Probes = MostProbes });
        var grid = new PlanGrid(_tree, traces, widest);
        var widths = traces.SelectMany(trace => trace.WidthsNeeded).Order().ToArray();
        var plans = new List<ProbePlan>();
        foreach (var target in Targets)
            if (Reach(target, grid, Width(widths, SignLoss * (1 - target)), queries) is { } plan)
                plans.Add(plan);
        var few = queries[..Math.Min(FewQueries, queries.Length)];
        var every = TryOut(widest with { Width = Width(widths, 0) }, few).Plan;
        if (plans.Count == 0 || every.Recall > plans[^1].Recall)
            plans.Add(every);
        return plans;
    }

    /// <summary>What 99.9 % of the true neighbours' scores stay below, counted from those of their codes.</summary>
    private static float Margin(HeldOutQuery[] queries)
    {
        var errors = queries.SelectMany(query => query.CodingErrors).Order().ToArray();
        return Math.Max(0, errors[(int)(0.999 * (errors.Length - 1))]);
    }

    /// <summary>The width at which no more than a share of the neighbours stays below the threshold.</summary>
    private static float Width(float[] widths, double lost) =>
        widths.Length == 0
            ? float.PositiveInfinity
            : widths[(int)Math.Ceiling((1 - lost) * (widths.Length - 1))];

    private ProbePlan EveryList(float margin) =>
        new(
            0.9995,
            null,
            _tree.GroupCount,
            _tree.ListCount,
            float.PositiveInfinity,
            MostCandidates,
            margin,
            float.PositiveInfinity
        );

    private ProbeTrace[] Traces(HeldOutQuery[] queries, ProbePlan plan)
    {
        var places = new ListPlaces(_view.Layout.Lists, _tree);
        var traces = new ProbeTrace[queries.Length];
        Parallel.For(
            0,
            queries.Length,
            new ParallelOptions { MaxDegreeOfParallelism = _options.BuildThreads },
            i => traces[i] = ProbeTrace.Record(_view, queries[i], plan, places)
        );
        return traces;
    }

    /// <summary>
    /// The cheapest plan that, tried out, finds the target; null where none of the grid does. Requests are not the rows held out:
    /// what has to reach the target is the lower bound of the recall.
    /// </summary>
    private ProbePlan? Reach(double target, PlanGrid grid, float width, HeldOutQuery[] queries)
    {
        // The traces leave out what signs and rerank lose; a plan that falls short makes room for a better one.
        foreach (var share in new[] { 0.0, 0.15, 0.3, 0.5, 0.7, 0.9 })
        {
            if (grid.Cheapest(target + share * (1 - target)) is not { } choice)
                return null;
            var trial = TryOut(choice with { Width = width }, queries);
            if (trial.Bound >= target)
                return trial.Plan with { Recall = target };
        }
        return null;
    }

    /// <summary>Searches with a plan as requests will; where signs would cost more than they spare, without them.</summary>
    private (ProbePlan Plan, double Bound) TryOut(ProbePlan plan, HeldOutQuery[] queries)
    {
        var recalls = new SampleMean();
        var work = PlanCost.None;
        foreach (var query in queries)
        {
            work += Search(plan, query, out var recall);
            recalls.Add(recall);
        }
        if (float.IsFinite(plan.Width) && !work.SignsPay)
            return TryOut(plan with { Width = float.PositiveInfinity }, queries);
        var found = Math.Min(plan.Recall, recalls.Mean);
        return (plan with { Recall = found, MeasuredRecall = recalls.Mean }, recalls.LowerBound);
    }

    private PlanCost Search(ProbePlan plan, HeldOutQuery query, out double recall)
    {
        var limit = HeldOutQueries.Limit + 1;
        Span<VectorHit> hits = new VectorHit[limit];
        var row = _view.Layout.Rows.Span(query.Ordinal);
        var own = _view.Layout.Rows.Key(query.Ordinal);
        var search = new IvfSearch(_view, plan.Candidates + 1, null, limit, plan.Margin);
        search.Begin(row, TensorPrimitives.Norm(row));
        search.Probe(plan, HeldOutQueries.Limit);
        var found = 0;
        foreach (var hit in hits[..search.Rerank(hits)])
            if (hit.Key != own && hit.Score >= query.WorstScore)
                found++;
        var wanted = Math.Min(HeldOutQueries.Limit, query.Neighbours.Length);
        recall = Math.Min(found, wanted) / (double)wanted;
        return search.Cost;
    }
}
