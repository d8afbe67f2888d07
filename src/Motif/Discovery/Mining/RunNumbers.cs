namespace Motif.Discovery.Mining;

/// <summary>How well what was found holds in the items that did not take part, over everything that was tested.</summary>
internal static class RunNumbers
{
    private const double Wide = 1.959963984540054;

    public static MiningNumbers Of(
        Evidence evidence,
        EffectMiner miner,
        IReadOnlyList<EffectTest> tests,
        IReadOnlyList<EffectTest> controls,
        double? permuted
    )
    {
        EffectTest[] again = [.. tests.Where(t => t.CanBeTestedLater)];
        var found = tests.Where(t => t.IsFound).ToList();
        var foundAgain = again.Where(t => t.IsFound && miner.Rules.IsBroad(t.Found)).ToList();
        var line = Line.Of(again);
        var sums = OutOfSample(evidence, miner, found);
        var broad = found.Count(t => miner.Rules.IsBroad(t.Found));
        return new MiningNumbers(
            tests.Count,
            broad,
            found.Count(t => t.State is FindingState.Confirmed),
            line?.Correlation,
            line?.Ceiling,
            foundAgain.Count == 0
                ? null
                : foundAgain.Count(t => Math.Sign(t.Later!.Effect) == Math.Sign(t.Found.Effect))
                    / (double)foundAgain.Count,
            line?.Slope,
            again.Length == 0 ? null : again.Count(IsCovered) / (double)again.Length,
            permuted,
            broad == 0 ? null : permuted / broad,
            sums?.R2,
            sums?.Slope,
            controls.Count,
            controls.Count(c => IsDeclared(c, tests))
        );
    }

    private static bool IsCovered(EffectTest test)
    {
        var error = Math.Sqrt(
            test.FoundPrior.Left(test.FoundSpread.Mean, test.FoundSpread.Error)
                + (test.LaterSpread!.Error * test.LaterSpread.Error)
        );
        return Math.Abs(test.LaterSpread.Mean - test.FoundExpected) <= Wide * error;
    }

    /// <summary>Whether the control would have been declared in the company of everything else.</summary>
    private static bool IsDeclared(EffectTest control, IReadOnlyList<EffectTest> tests)
    {
        var rank = 1 + tests.Count(t => t.P <= control.Found.P);
        return control.Found.P * (tests.Count + 1) / rank <= MiningRules.FalseDiscoveries
            && control.Found.RanksAgree;
    }

    /// <summary>Later items of the whole corpus against their strata, by the traits found there; null where none was found.</summary>
    private static (double R2, double? Slope)? OutOfSample(
        Evidence evidence,
        EffectMiner miner,
        IReadOnlyList<EffectTest> found
    )
    {
        EffectTest[] used =
        [
            .. found.Where(t => t.Layer is Layer.All && miner.Rules.IsBroad(t.Found)),
        ];
        if (used.Length == 0)
            return null;
        var design = miner.Later(Layer.All);
        var forecast = new double[evidence.Rows.Count];
        var joint = JointEffects.Fit(
            miner.Found(Layer.All),
            0,
            used,
            Array.ConvertAll(used, t => t.FoundExpected)
        );
        for (var i = 0; i < used.Length; i++)
            foreach (var row in used[i].Feature.Rows)
                forecast[row] += joint[i];
        var (error, all, sums, cross) = (0.0, 0.0, 0.0, 0.0);
        foreach (var members in design.Members)
        {
            var mean = members.Average(row => forecast[row]);
            foreach (var row in members)
            {
                var sum = forecast[row] - mean;
                var miss = design.Centred[row] - sum;
                error += miss * miss;
                all += design.Centred[row] * design.Centred[row];
                sums += sum * sum;
                cross += sum * design.Centred[row];
            }
        }
        return all <= 0 ? null : (1 - (error / all), sums <= 0 ? null : cross / sums);
    }

    /// <summary>What came (y) on what was expected (x), each weighted by 1/error² of what came.</summary>
    private sealed record Line(double Correlation, double? Ceiling, double? Slope)
    {
        public static Line? Of(EffectTest[] tests)
        {
            if (tests.Length < 3)
                return null;
            var (w, x, y, noise) = (0.0, 0.0, 0.0, 0.0);
            foreach (var test in tests)
            {
                var weight = Weight(test);
                w += weight;
                x += weight * test.FoundExpected;
                y += weight * test.LaterSpread!.Mean;
                noise += weight * test.LaterSpread.Error * test.LaterSpread.Error;
            }
            (x, y, noise) = (x / w, y / w, noise / w);
            var (xx, yy, xy) = (0.0, 0.0, 0.0);
            foreach (var test in tests)
            {
                var (dx, dy) = (test.FoundExpected - x, test.LaterSpread!.Mean - y);
                var weight = Weight(test) / w;
                xx += weight * dx * dx;
                yy += weight * dy * dy;
                xy += weight * dx * dy;
            }
            // Where nothing varies there is nothing to foresee.
            if (xx <= 1e-18 || yy <= 0)
                return null;
            return new Line(
                xy / Math.Sqrt(xx * yy),
                Math.Sqrt(Math.Clamp(1 - (noise / yy), 0, 1)),
                xy / xx
            );
        }

        private static double Weight(EffectTest test) =>
            1 / (test.LaterSpread!.Error * test.LaterSpread.Error);
    }
}
