using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Motif.Content.Fatigue;
using Motif.Content.Personas;
using Motif.Content.Posts;
using Motif.Content.Selection;
using Motif.Content.Templates;

namespace Motif.Backends.Tests.Conformance;

/// <summary>What a publishing calendar asks beyond one post and one window, the same on every database.</summary>
public abstract class ContentCalendarConformance(TestBackend backend) : ContentConformance(backend)
{
    [ConformanceFact]
    public async Task A_decision_stays_as_it_was_logged_when_a_fact_comes_late()
    {
        var request = Request("monday", "a", "b");
        var before = Good(await Selector.SelectAsync(request, Forever));

        for (var i = 0; i < 3; i++)
            await UseAsync(TimeSpan.FromDays(2), "a");

        var after = Good(await Selector.SelectAsync(request, Forever));
        Json(after with { Repeated = false }).ShouldBe(Json(before));
        Good(await Log.ReplayAsync(Persona, "monday", Forever)).Same.ShouldBeTrue();
        Good(await Selector.SelectAsync(Request("tuesday", "a", "b"), Forever))
            .Selected[0]
            .VariantId.ShouldBe("b");
    }

    [ConformanceFact]
    public async Task One_text_of_two_personas_counts_for_each_and_warns()
    {
        const string Text = "The quiet joy of bread: nobody warned me how deep it goes";
        var metrics = new MetricSnapshot(Clock.Now, 1000, 50, Final: true);
        var first = await PublishAsync(
            new PublishPost
            {
                Content = Text,
                VariantId = "v",
                Metrics = [metrics],
            }
        );
        var second = await PublishAsync(
            new PublishPost
            {
                Content = Text,
                VariantId = "v",
                Metrics = [metrics],
            },
            "bob"
        );
        // The platform's notice comes a second time.
        await Changes.MeasureAsync(second.Post.PostId, [metrics], Forever);

        (first.Warnings.Count, second.Warnings.ShouldHaveSingleItem()).ShouldBe((0, "cross_post"));
        foreach (var persona in (string[])[Persona, "bob"])
        {
            var family = Good(await Personas.StatisticsAsync(persona, Forever))
                .Families.ShouldHaveSingleItem();
            (family.UsesInWindow, family.Impressions, family.Successes).ShouldBe((1, 1000, 50));
        }
    }

    [ConformanceFact]
    public async Task One_platform_id_of_two_personas_is_a_post_of_each_and_counts_once_in_either()
    {
        var told = new PublishPost
        {
            Content = "The quiet joy of bread: nobody warned me how deep it goes",
            ExternalId = "p-1",
            VariantId = "v",
            Metrics = [new MetricSnapshot(Clock.Now, 1000, 50, Final: true)],
        };
        foreach (var persona in (string[])[Persona, "bob", "bob"])
            await PublishAsync(told, persona);

        foreach (var persona in (string[])[Persona, "bob"])
        {
            var family = Good(await Personas.StatisticsAsync(persona, Forever))
                .Families.ShouldHaveSingleItem();
            (family.UsesInWindow, family.Impressions, family.Successes).ShouldBe((1, 1000, 50));
        }
    }

    [ConformanceFact]
    public async Task A_cap_of_the_group_counts_what_all_its_personas_post()
    {
        await ConfigureAsync(new ContentCap(CapLevel.PersonaGroup, 1, 2));
        foreach (var persona in (string[])[Persona, "bob"])
            Good(await Personas.ConfigureAsync(persona, new PersonaDraft("readers"), Forever));
        await UseAsync(TimeSpan.FromHours(2), "a");
        await UseAsync(TimeSpan.FromHours(1), "b", "bob");

        var answer = await CheckAsync("c");

        (answer.Fatigued, answer.BitingCap).ShouldBe((true, CapLevel.PersonaGroup));
        answer.FreshAt.ShouldBe(Clock.Now + TimeSpan.FromHours(22));
        (await CheckAsync("c", "stranger")).Fatigued.ShouldBeFalse();
    }

    [ConformanceFact]
    public async Task A_variant_that_was_retired_resumes_with_what_is_known_of_it()
    {
        await PublishAsync(
            new PublishPost
            {
                Pattern = "a",
                VariantId = "a",
                UsedAt = Clock.Now - TimeSpan.FromDays(30),
                Metrics = [new MetricSnapshot(Clock.Now - TimeSpan.FromDays(29), 5000, 500)],
            }
        );
        var request = Request("one", "a", "b");
        var retired = request with
        {
            DecisionId = "two",
            Variants = [request.Variants[0] with { Retired = true }, request.Variants[1]],
        };
        var without = Good(await Selector.SelectAsync(retired, Forever));
        without.Selected.ShouldHaveSingleItem().VariantId.ShouldBe("b");

        Good(await Selector.SelectAsync(request with { DecisionId = "three" }, Forever));
        var why = Good(await Log.ExplainAsync(Persona, "three", Forever));
        var belief = why.Variants.Single(v => v.VariantId == "a");
        (belief.PriorOnly, belief.Excluded).ShouldBe((false, null));
        belief.Rate.ShouldBeGreaterThan(why.Variants.Single(v => v.VariantId == "b").Rate);
        Good(await Log.ExplainAsync(Persona, "two", Forever))
            .Variants.Single(v => v.VariantId == "a")
            .Excluded.ShouldBe("retired");
    }

    [ConformanceFact]
    public async Task The_busiest_personas_of_the_window_come_first_whatever_their_names()
    {
        foreach (
            var (persona, days) in ((string, int)[])
                [("ada", 1), ("bob", 9), ("bob", 9), ("bob", 9), ("zoe", 1), ("zoe", 2)]
        )
            await UseAsync(TimeSpan.FromDays(days), persona: persona);
        (await Personas.ListActiveAsync(1, Forever)).ShouldBe(["zoe"]);
        (await Personas.ListActiveAsync(10, Forever)).ShouldBe(["zoe", "ada"]);
    }

    [ConformanceFact]
    public async Task An_extractor_of_ones_own_decides_what_counts_as_the_same()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        Backend.Use(services.AddMotif(), Setting);
        services.Replace(ServiceDescriptor.Singleton<ITemplateExtractor, WithoutSignature>());
        await using var own = services.BuildServiceProvider();
        var posts = own.GetRequiredService<PostLifecycle>();
        foreach (var signature in (string[])["Your baker Ann", "The whole team of the shop"])
            Good(
                await posts.PublishAsync(
                    Persona,
                    new PublishPost { Content = $"Rye is back on the shelf today -- {signature}" },
                    Forever
                )
            );
        var answer = Good(
            await own.GetRequiredService<FatigueChecks>()
                .CheckAsync(
                    Persona,
                    [new FatigueQuestion { Content = "Rye is back on the shelf today" }],
                    Forever
                )
        )[0];
        answer.Count.ShouldBe(2);
        (
            await own.GetRequiredService<FatigueChecks>().ExtractAsync("Rye is back", Forever)
        ).ExtractorVersion.ShouldStartWith("without-signature+");
    }

    private async Task ConfigureAsync(params ContentCap[] caps) =>
        Good(
            await Timed
                .GetRequiredService<ContentSettings>()
                .ConfigureAsync(new FatigueOverrides { Caps = caps }, Forever)
        );

    private static SelectRequest Request(string decision, params string[] patterns) =>
        new()
        {
            PersonaId = Persona,
            DecisionId = decision,
            Slots = 1,
            Variants =
            [
                .. patterns.Select(p => new VariantCandidate { VariantId = p, Pattern = p }),
            ],
        };

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, MotifJson.Options);

    /// <summary>Looks at what stands before the signature, and says so in the version.</summary>
    private sealed class WithoutSignature : ITemplateExtractor
    {
        private readonly TemplateExtractor _inner = new();

        public Template Extract(string content)
        {
            var template = _inner.Extract(content.Split(" -- ")[0]);
            return template with
            {
                ExtractorVersion = "without-signature+" + template.ExtractorVersion,
            };
        }
    }
}
