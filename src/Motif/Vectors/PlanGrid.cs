namespace Motif.Vectors;

/// <summary>Every plan of a grid with the recall and the cost that the traces foretell.</summary>
internal sealed class PlanGrid
{
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
    private readonly CentroidTree _tree;
    private readonly ProbeTrace[] _traces;
    private readonly ProbePlan _widest;
    private readonly double _rowCost;

    /// <summary>Cheapest first.</summary>
    private readonly List<(ProbePlan Plan, double Bound, double Cost)> _choices = [];

    /// <param name="tree">Groups and lists.</param>
    /// <param name="traces">Of the held-out queries.</param>
    /// <param name="widest">What all plans share.</param>
    public PlanGrid(CentroidTree tree, ProbeTrace[] traces, ProbePlan widest)
    {
        _tree = tree;
        _traces = traces;
        _widest = widest;
        _rowCost = traces.Any(trace => trace.WidthsNeeded.Count > 0) ? PlanCost.Sign : 1;
        foreach (var slack in Slacks())
            Add(slack);
        _choices = [.. _choices.OrderBy(choice => choice.Cost)];
    }

    /// <summary>The cheapest plan whose recall is at least that by its lower bound, null where there is none.</summary>
    public ProbePlan? Cheapest(double recall) =>
        _choices.FirstOrDefault(choice => choice.Bound >= recall).Plan;

    private void Add(float slack)
    {
        var ends = Array.ConvertAll(_traces, trace => trace.End(slack));
        var stops = new int[ends.Length];
        var most = ends.Max();
        foreach (var probes in Steps(most))
        {
            var cost = 0.0;
            for (var i = 0; i < stops.Length; i++)
            {
                stops[i] = Math.Min(probes, ends[i]);
                cost += _rowCost * _traces[i].RowsScanned(stops[i]) + PlanCost.List * stops[i];
            }
            foreach (var groups in Steps(_tree.GroupCount))
            {
                var centroids =
                    _tree.GroupCount + (double)groups * _tree.ListCount / _tree.GroupCount;
                var plan = _widest with { Groups = groups, Probes = probes, Slack = slack };
                var bound = Recall(groups, stops).LowerBound;
                _choices.Add((plan, bound, cost / stops.Length + centroids));
            }
        }
    }

    private SampleMean Recall(int groups, int[] stops)
    {
        var recall = new SampleMean();
        for (var i = 0; i < stops.Length; i++)
            recall.Add(_traces[i].Recall(groups, stops[i]));
        return recall;
    }

    private List<float> Slacks()
    {
        var needed = _traces
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
    private static List<int> Steps(int last)
    {
        var steps = new List<int>();
        for (var value = 1; value < last; value = Math.Max(value + 1, (int)(value * 1.4)))
            steps.Add(value);
        steps.Add(last);
        return steps;
    }
}
