using Motif.Catalog;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Items;
using Motif.Discovery.Mining;
using Motif.Discovery.Runs;

namespace Motif.Discovery.Advice;

/// <summary>Says where an item belongs, and what its traits let expect. Thread-safe; keeps nothing.</summary>
public sealed class ItemMatcher(
    DiscoveredShelf shelf,
    IDiscoveryStore store,
    IItemStore items,
    ItemVectors vectors,
    TitleSkeleton? skeleton = null
)
{
    private const double Wide = 1.959963984540054;
    private const string NoDirection =
        "its vector is zero: no word of it is known, and it belongs nowhere";
    private const string NoVector =
        "it has neither text nor embedding, so that nobody can say where it belongs";

    internal static CatalogueProblem NoRun { get; } =
        new(
            CatalogueRefusal.Incomplete,
            "no run has finished yet; start one with motif discover run or POST /api/v1/discovery/runs"
        );

    public async Task<CatalogueAnswer<ItemMatch>> MatchAsync(
        ItemQuestion question,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        if (await shelf.CurrentAsync(cancellationToken) is not { } discovered)
            return NoRun;
        var found = await FindAsync(question, discovered, cancellationToken);
        if (found.Problem is { } problem)
            return problem;
        var item = found.Value!;
        var place =
            await StoredAsync(question.ItemId, discovered, cancellationToken)
            ?? (item.Vector is { } vector ? discovered.PlaceOf(vector) : null);
        var findings = Findings(item, place, discovered);
        if (place is not { } at)
            return new ItemMatch(
                null,
                null,
                null,
                null,
                null,
                findings,
                item.Vector is null ? NoVector : NoDirection
            );
        return new ItemMatch(
            Named(discovered.Macros[at.Macro]),
            Named(discovered.Mesos[at.Meso]),
            Named(discovered.Micros[at.Micro]),
            at.Cosine,
            at.Strength,
            findings,
            null
        );
    }

    /// <summary>The place where a person put an item; where anything else belongs follows from its vector.</summary>
    private async Task<Place?> StoredAsync(
        string? itemId,
        Discovered discovered,
        CancellationToken cancellationToken
    )
    {
        if (
            itemId is null
            || await store.FindMemberAsync(itemId, cancellationToken)
                is not { Origin: MemberOrigin.Moved } member
        )
            return null;
        for (var micro = 0; micro < discovered.Micros.Count; micro++)
        {
            if (discovered.Micros[micro].ClusterId == member.MicroId)
                return discovered.Places.AtCentre(micro);
        }
        return null;
    }

    /// <summary>Adds what the item's traits do beside each other on the log scale, drawn in by what later items kept of such sums.</summary>
    public async Task<CatalogueAnswer<OutcomeForecast>> PredictAsync(
        ItemQuestion question,
        CancellationToken cancellationToken
    )
    {
        var match = await MatchAsync(question, cancellationToken);
        if (match.Value is not { } value)
            return match.Problem!;
        var discovered = (await shelf.CurrentAsync(cancellationToken))!;
        var slope = discovered.Numbers?.SumSlope;
        var kept = slope is { } s ? Math.Clamp(s, 0, 1) : 1;
        var sum = kept * value.Findings.Sum(f => Math.Log(f.JointMultiplier));
        var variance = value.Findings.Sum(f =>
        {
            var error = (Math.Log(f.Ci95.High) - Math.Log(f.Ci95.Low)) / (2 * Wide);
            return error * error;
        });
        var reach = kept * Wide * Math.Sqrt(variance);
        return new OutcomeForecast(
            Math.Exp(sum),
            new Interval95(Math.Exp(sum - reach), Math.Exp(sum + reach)),
            value.Findings,
            slope,
            discovered.Numbers?.OutOfSampleR2
        );
    }

    private async Task<CatalogueAnswer<Item>> FindAsync(
        ItemQuestion question,
        Discovered discovered,
        CancellationToken cancellationToken
    )
    {
        if (question.ItemId is { } id)
            return await items.FindAsync(id, cancellationToken) is { } known
                ? known
                : new CatalogueProblem(CatalogueRefusal.NotFound, $"no item has the id '{id}'");
        if (question.Embedding is { } given)
        {
            if (given.Length != discovered.Places.Dimensions)
                return CatalogueProblem.Invalid(
                    "embedding",
                    $"has {given.Length} numbers, the corpus has {discovered.Places.Dimensions}"
                );
            return Array.Exists(given, x => !float.IsFinite(x))
                ? CatalogueProblem.Invalid("embedding", "holds a number that is not finite")
                : question.ToItem() with
                {
                    Vector = given,
                };
        }
        if (string.IsNullOrWhiteSpace(question.Text))
            return CatalogueProblem.Invalid("text", "is missing; give item_id, text or embedding");
        if (question.Text.Length > ItemLine.MaxTextLength)
            return CatalogueProblem.Invalid(
                "text",
                $"is longer than {ItemLine.MaxTextLength} characters"
            );
        // Vectors that came with the corpus are of a model that is not here.
        if (discovered.Space != vectors.Space)
            return question.ToItem();
        var made = await vectors.EmbedAsync([question.Text], cancellationToken);
        return question.ToItem() with { Vector = made[0] };
    }

    private List<MatchedFinding> Findings(Item item, Place? place, Discovered discovered)
    {
        var test = new TraitTest(item, skeleton, discovered.Lists);
        var macro = place is { } at ? discovered.Macros[at.Macro].ClusterId : (Guid?)null;
        var meso = place is { } inside ? discovered.Mesos[inside.Meso].ClusterId : (Guid?)null;
        return
        [
            .. discovered
                .Confirmed.Where(f =>
                    f.ClusterId is null || f.ClusterId == macro || f.ClusterId == meso
                )
                .Where(f => Feature.Parse(f.Feature) is { } feature && test.Has(feature))
                .GroupBy(f => f.Feature, StringComparer.Ordinal)
                // What is known of the narrowest neighbourhood stands for what is known of the wider ones.
                .Select(g =>
                    g.OrderByDescending(f =>
                            f.ClusterId is null ? 0
                            : f.ClusterId == macro ? 1
                            : 2
                        )
                        .First()
                )
                .Select(f => new MatchedFinding(
                    f.FindingId,
                    f.Feature,
                    f.ClusterId,
                    f.Scope,
                    f.ExpectedMultiplier,
                    f.ExpectedCi95,
                    f.JointMultiplier ?? f.ExpectedMultiplier
                ))
                .OrderByDescending(f => Math.Abs(Math.Log(f.Multiplier)))
                .ThenBy(f => f.FindingId),
        ];
    }

    private static MatchedCluster Named(Cluster cluster) => new(cluster.ClusterId, cluster.Name);
}
