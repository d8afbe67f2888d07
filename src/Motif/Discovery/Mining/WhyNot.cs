namespace Motif.Discovery.Mining;

/// <summary>Why a trait is a finding or is none, in numbers.</summary>
/// <param name="IsFinding">Whether it is a confirmed one.</param>
/// <param name="SameAs">The finding that stands for it: nearly the same items have both. Null where it stands for itself or is none.</param>
/// <param name="Reasons">What stood in its way; empty for a confirmed finding.</param>
/// <param name="Support">Items of the discovery part that have it and something to be compared with.</param>
/// <param name="NeededSupport">How many it needs.</param>
/// <param name="Carriers">All scored items with it in the scope, re-posts folded.</param>
/// <param name="PooledMultiplier">Channels and times thrown together: what a naive look would show.</param>
/// <param name="WithinMultiplier">Inside channel and time, over all items; null where nothing can be compared.</param>
/// <param name="SmallestDetectableMultiplier">
/// The effect that four of five samples of this size would show; null where nothing can be compared.
/// </param>
public sealed record WhyNotAnswer(
    string Feature,
    Guid? ClusterId,
    string Scope,
    bool IsFinding,
    string? SameAs,
    IReadOnlyList<string> Reasons,
    int Support,
    int NeededSupport,
    int Carriers,
    int Channels,
    int NeededChannels,
    double? PooledMultiplier,
    double? WithinMultiplier,
    Interval95? Ci95,
    double? P,
    double? Q,
    double? SmallestDetectableMultiplier,
    PartEffect? Later,
    ChannelSpread? AcrossChannels,
    int Folded
);

/// <summary>Answers "why is this not a pattern?" for any trait, tested or not.</summary>
internal sealed class WhyNot(CorpusMiner corpus, Func<Layer, int, ScopeName> scopeName)
{
    /// <param name="found">What the run found in the scope.</param>
    public WhyNotAnswer Answer(
        Feature feature,
        Layer layer,
        int scope,
        IReadOnlyCollection<Finding> found
    )
    {
        var rows = corpus.RowsOf(feature);
        var finding = Standing(feature, rows, found);
        var design = corpus.Miner.Whole(layer);
        int[] inside =
        [
            .. rows.Rows.Where(row =>
                design.Stratum[row] >= 0 && design.Strata[design.Stratum[row]].Scope == scope
            ),
        ];
        var test = corpus.Miner.Tests(layer, rows, 0).Find(t => t.Scope == scope);
        var name = scopeName(layer, scope);
        var whole = test?.Whole;
        var ci = whole?.Interval();
        return new WhyNotAnswer(
            feature.Key,
            name.ClusterId,
            name.Name,
            finding?.State is FindingState.Confirmed,
            finding is null || finding.Feature == feature.Key ? null : finding.Feature,
            [.. Reasons(test, inside, design, finding)],
            test?.Found.Sums.Support ?? 0,
            MiningRules.NeededSupport,
            inside.Length,
            whole?.Sums.Channels ?? 0,
            corpus.Miner.Rules.NeededChannels,
            new FindingSheet(
                corpus.Evidence,
                corpus.Miner,
                scopeName,
                new Hits(corpus.Evidence, corpus.HitRatio)
            ).Pooled(layer, scope, inside),
            whole is null ? null : Math.Exp(whole.Effect),
            whole is null ? null : FindingSheet.Part(whole).Ci95,
            test?.Found.P,
            finding?.Q,
            whole is null ? null : Math.Exp(Math.Min(50, whole.SmallestDetectable())),
            test?.Later is { } later ? FindingSheet.Part(later) : null,
            test is null ? null : FindingSheet.Spread(test.WholeSpread),
            inside.Sum(row => corpus.Evidence.Rows[row].Copies - 1)
        );
    }

    /// <summary>Its own finding, or the one that stands for it.</summary>
    private Finding? Standing(
        Feature feature,
        FeatureRows rows,
        IReadOnlyCollection<Finding> found
    ) =>
        found.FirstOrDefault(f => f.Feature == feature.Key)
        ?? found.FirstOrDefault(f =>
            Feature.Parse(f.Feature) is { } other
            && FeatureTable.AreSame(corpus.RowsOf(other).Rows, rows.Rows)
        );

    private IEnumerable<string> Reasons(
        EffectTest? test,
        int[] inside,
        StratifiedDesign design,
        Finding? finding
    )
    {
        if (finding?.State is FindingState.Confirmed)
            yield break;
        if (inside.Length == 0)
        {
            yield return "no scored item of this scope has it";
            yield break;
        }
        if (test is null)
        {
            yield return "nothing to compare with: in every channel and time either all items have it or none has, or the outcome never varies";
            yield break;
        }
        if (test.Found.Sums.Support < MiningRules.NeededSupport)
            yield return $"support {test.Found.Sums.Support} in the discovery part; {MiningRules.NeededSupport} are needed";
        foreach (var reason in corpus.Miner.Rules.ChannelReasons(test.Found))
            yield return reason;
        if (finding is null && test.Found.P > MiningRules.FalseDiscoveries)
            yield return FormattableString.Invariant(
                $"no effect inside channels and times: {Math.Exp(test.Found.Effect):0.00}×, p {test.Found.P:0.000}"
            );
        else if (finding is null)
            yield return FormattableString.Invariant(
                $"p {test.Found.P:0.0000} is not enough among everything that was tested"
            );
        if (finding is null && Beyond(test) is { } beyond)
            yield return beyond;
        if (!test.Found.RanksAgree)
            yield return "ranks lean the other way than means: a few hits make the effect";
        if (StateReason(finding) is { } state)
            yield return state;
    }

    /// <summary>Of a compound that does not do more than its parts.</summary>
    private string? Beyond(EffectTest test)
    {
        if (test.Feature.Parts.Count == 0)
            return null;
        var beyond = corpus.Miner.Interaction(test.Layer, test.Scope, test.Feature);
        return beyond is null
            ? "together they cannot be told from their parts: hardly an item has one without the other"
            : FormattableString.Invariant(
                $"together they do {Math.Exp(beyond.Found.Effect):0.00}× what they do beside each other, p {beyond.Found.P:0.000}"
            );
    }

    private static string? StateReason(Finding? finding) =>
        finding?.State switch
        {
            FindingState.Candidate => "found, and not confirmed by the later items yet",
            FindingState.Decayed => "found, and later weaker than it can have been",
            FindingState.Refuted => "found, and later the other way round",
            FindingState.ChannelSpecific => "found, and one channel or few carry it",
            FindingState.DependsOnChannel => "it helps in some channels and harms in others",
            _ => null,
        };
}
