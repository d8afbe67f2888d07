using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;
using Motif.Discovery.Advice;
using Motif.Discovery.Items;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Matching, forecasts and recommendations out of what every <see cref="Motif.Discovery.Runs.IDiscoveryStore"/> keeps.</summary>
public abstract class DiscoveryAdviceConformance(TestBackend backend) : DiscoverySuite(backend)
{
    private ItemMatcher Matcher => Server.GetRequiredService<ItemMatcher>();

    private Recommender Recommender => Server.GetRequiredService<Recommender>();

    [ConformanceFact]
    public async Task An_item_of_the_run_is_matched_to_where_the_run_placed_it()
    {
        await ImportAsync(Lines());
        await RunAsync(new());

        foreach (var member in await Store.ListMembersAsync(null, null, 200, Forever))
        {
            var match = Good(await Matcher.MatchAsync(new() { ItemId = member.ItemId }, Forever));
            (match.Macro!.ClusterId, match.Meso!.ClusterId, match.Micro!.ClusterId).ShouldBe(
                (member.MacroId, member.MesoId, member.MicroId)
            );
            match.Strength.ShouldBe(member.Strength);
        }
    }

    [ConformanceFact]
    public async Task A_title_gets_the_findings_whose_trait_it_has_and_a_forecast_of_them()
    {
        await ImportAsync(Lines());
        await RunAsync(new());
        var question = new ItemQuestion { Text = "Secret trick: yeast and flour in the oven" };

        var match = Good(await Matcher.MatchAsync(question, Forever));
        var forecast = Good(await Matcher.PredictAsync(question, Forever));
        var plain = Good(await Matcher.PredictAsync(new() { Text = "yeast and flour" }, Forever));

        match.Findings.ShouldContain(f => f.Feature == "phrase:secret trick");
        match.Findings.Select(f => f.Feature).ShouldBeUnique();
        forecast.Multiplier.ShouldBeInRange(1.5, 2.5);
        forecast.Ci95.Low.ShouldBeLessThan(forecast.Multiplier);
        forecast.CalibrationSlope.ShouldNotBeNull();
        plain.Multiplier.ShouldBeLessThan(forecast.Multiplier);
    }

    [ConformanceFact]
    public async Task A_vector_of_zeros_belongs_nowhere_and_wrong_questions_are_refused()
    {
        (await Matcher.MatchAsync(new() { Text = "early" }, Forever)).Problem!.Refusal.ShouldBe(
            CatalogueRefusal.Incomplete
        );
        await ImportAsync(Lines());
        await RunAsync(new());
        var dimensions = (await Store.FrameAsync(Forever))!.Mean.Length;

        var nowhere = Good(
            await Matcher.MatchAsync(new() { Embedding = new float[dimensions] }, Forever)
        );
        var wrong = await Matcher.MatchAsync(new() { Embedding = [1, 2] }, Forever);
        var unknown = await Matcher.MatchAsync(new() { ItemId = "nobody" }, Forever);
        var empty = await Matcher.MatchAsync(new(), Forever);

        (nowhere.Macro, nowhere.Similarity, nowhere.Strength).ShouldBe((null, null, null));
        nowhere.Reason.ShouldNotBeNull().ShouldContain("zero");
        wrong.Problem!.OneLine.ShouldContain("2 numbers");
        unknown.Problem!.Refusal.ShouldBe(CatalogueRefusal.NotFound);
        empty.Problem!.Refusal.ShouldBe(CatalogueRefusal.Invalid);
    }

    [ConformanceFact]
    public async Task Suggestions_are_ranked_by_what_they_promise_at_least_and_show_their_evidence()
    {
        await ImportAsync(Lines());
        await RunAsync(new());

        var answer = Good(
            await Recommender.RecommendAsync(new() { Concept = "sourdough" }, Forever)
        );

        answer.Suggestions.ShouldNotBeEmpty();
        answer
            .Suggestions.Select(s => s.LowerBound)
            .ShouldBe(answer.Suggestions.Select(s => s.LowerBound).OrderDescending());
        foreach (var suggestion in answer.Suggestions)
        {
            (await Store.FindFindingAsync(suggestion.FindingId, Forever)).ShouldNotBeNull();
            suggestion.LowerBound.ShouldBeGreaterThan(1);
            suggestion.Evidence.ShouldNotBeEmpty();
        }
    }

    [ConformanceFact]
    public async Task Examples_are_never_recommended_dislikes_lower_their_neighbours_and_filters_hold()
    {
        await ImportAsync(Lines());
        await RunAsync(new());
        var items = await Server
            .GetRequiredService<IItemStore>()
            .ListAsync(null, 2000, false, Forever);
        var bread = items.First(i => i.Text.Contains("sourdough", StringComparison.Ordinal)).ItemId;
        var moon = items.First(i => i.Text.Contains("planet", StringComparison.Ordinal)).ItemId;
        foreach (var strategy in Enum.GetValues<ExampleStrategy>())
        {
            var request = new RecommendRequest
            {
                Likes = [new(bread), new(Text: "yeast and flour")],
                Strategy = strategy,
                Limit = 100,
            };
            var liked = Good(await Recommender.RecommendAsync(request, Forever)).Items;
            var without = Good(
                await Recommender.RecommendAsync(
                    request with
                    {
                        Dislikes = [new(liked[0].ItemId), new(moon)],
                        Filters = new Dictionary<string, JsonElement>
                        {
                            ["channel"] = JsonSerializer.SerializeToElement("channel 3"),
                        },
                    },
                    Forever
                )
            ).Items;

            liked.ShouldNotContain(i => i.ItemId == bread);
            liked.Select(i => i.Score).ShouldBe(liked.Select(i => i.Score).OrderDescending());
            without.ShouldNotBeEmpty();
            without.ShouldAllBe(i => i.ItemId.StartsWith("03-", StringComparison.Ordinal));
            without.ShouldNotContain(i => i.ItemId == liked[0].ItemId || i.ItemId == moon);
            var before = liked.ToDictionary(i => i.ItemId, i => i.Score);
            without
                .Where(i => before.ContainsKey(i.ItemId))
                .ShouldAllBe(i => i.Score <= before[i.ItemId] + 1e-6);
        }
    }

    [ConformanceFact]
    public async Task Where_nothing_is_confirmed_the_answer_is_empty_and_says_why()
    {
        await ImportAsync([.. Lines().Take(40)]);
        await RunAsync(new());

        var answer = Good(
            await Recommender.RecommendAsync(new() { Concept = "sourdough" }, Forever)
        );

        answer.Suggestions.ShouldBeEmpty();
        answer.Reason.ShouldNotBeNull();
    }

    private static T Good<T>(CatalogueAnswer<T> answer)
        where T : class => answer.Value.ShouldNotBeNull(answer.Problem?.OneLine);
}
