namespace Motif.Decisions.Understanding;

/// <summary>
/// What a confidence can be calibrated on before anybody labelled a decision: examples that were given or imported, each asked of
/// matchers that were not taught it. Four times a quarter of the patterns is withheld, whose examples then lie outside everything
/// known and are wrong by construction; and of every other pattern a quarter of its examples is kept back and asked. What a
/// matcher was taught it is never asked: it would be sure of it, and rightly so.
/// </summary>
internal static class WithheldTrials
{
    private const int Folds = 4;

    /// <summary>Of more examples the last ones are asked.</summary>
    private const int MostExamples = 2_000;

    /// <summary>What lies outside every pattern stands for that share of all trials.</summary>
    private const double ShareOutside = 0.5;

    /// <param name="examples">In the order in which they were learned.</param>
    /// <param name="labels">For how many labelled decisions all trials stand together.</param>
    /// <returns>None where nothing was right or nothing wrong: that teaches no confidence.</returns>
    public static IReadOnlyList<LabelledTrial> Of(
        IReadOnlyList<Lesson> examples,
        DecisionModelOptions options,
        double labels
    )
    {
        var asked = Asked([.. examples.TakeLast(MostExamples)], options);
        var outside = asked.Count(a => a.IsOutside);
        var known = asked.Count - outside;
        if (outside == 0 || known == 0 || !asked.Any(a => a.IsRight))
            return [];
        return
        [
            .. asked.Select(a => new LabelledTrial(
                a.Signals,
                a.IsRight,
                Confidence: 0,
                labels * (a.IsOutside ? ShareOutside / outside : (1 - ShareOutside) / known)
            )),
        ];
    }

    private static List<AskedExample> Asked(Lesson[] examples, DecisionModelOptions options)
    {
        var (patternOf, partOf) = Parts(examples);
        var asked = new List<AskedExample>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = new DecisionModel(options);
            for (var i = 0; i < examples.Length; i++)
                if (patternOf[i] % Folds != fold && partOf[i] != fold)
                    model.Learn(examples[i]);
            for (var i = 0; i < examples.Length; i++)
            {
                var isOutside = patternOf[i] % Folds == fold;
                if (isOutside || partOf[i] == fold)
                    Ask(model, examples[i], isOutside, asked);
            }
        }
        return asked;
    }

    /// <summary>The number of the pattern of each example, and its quarter of the pattern's examples.</summary>
    private static (int[] Pattern, int[] Part) Parts(Lesson[] examples)
    {
        var patterns = new Dictionary<string, int>(StringComparer.Ordinal);
        var counts = new List<int>();
        var (patternOf, partOf) = (new int[examples.Length], new int[examples.Length]);
        for (var i = 0; i < examples.Length; i++)
        {
            if (!patterns.TryGetValue(examples[i].Label, out var pattern))
            {
                patterns[examples[i].Label] = pattern = counts.Count;
                counts.Add(0);
            }
            (patternOf[i], partOf[i]) = (pattern, counts[pattern]++ % Folds);
        }
        return (patternOf, partOf);
    }

    private static void Ask(
        DecisionModel model,
        Lesson example,
        bool isOutside,
        List<AskedExample> asked
    )
    {
        var reading = model.Read(example.Features, example.Vector, isShown: false);
        if (reading is not { Best: >= 0, IsWhole: true } || model.IsCustom(reading))
            return;
        asked.Add(
            new AskedExample(
                reading.Values,
                !isOutside && reading.Candidates[0].Label == example.Label,
                isOutside
            )
        );
    }

    private readonly record struct AskedExample(double[] Signals, bool IsRight, bool IsOutside);
}
