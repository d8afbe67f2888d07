using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Runs;
using Motif.Tests.Catalog;

namespace Motif.Tests.Discovery.Runs;

/// <summary>What a language model says of names is taken only where it names these neighbourhoods, and its failure is no loss.</summary>
public sealed class ModelNamesTests
{
    private static readonly string[] Extracted = ["bread · oven", "chain · tyre", "chord · song"];

    [Fact]
    public async Task Names_that_say_the_same_anew_are_taken()
    {
        var reviewed = await ReviewAsync(_ =>
            Names("Baking bread", "Bicycle tyres: tyre", "Song chords: song")
        );

        Shown(reviewed).ShouldBe(["Baking bread", "Bicycle tyres: tyre", "Song chords: song"]);
        reviewed.Hierarchy.Clusters.Take(3).ShouldAllBe(c => c.Review == NameReview.Reviewed);
        reviewed.Hierarchy.Clusters.Take(3).Select(c => c.ExtractedName).ShouldBe(Extracted);
        reviewed.Remark.ShouldBeNull();
    }

    public static TheoryData<string> WrongAnswers() =>
        new(
            "Sure! Here are the names.",
            "[]",
            "null",
            """{"names": {"1": "Baking bread"}}""",
            """{"names": [{"id": 1, "name": "\ud800 bread"}, {"id": 2, "name": "tyre"}, {"id": 3, "name": "song"}]}""",
            """{"names": [{"id": 1, "name": 7}, {"id": 2, "name": "tyre"}, {"id": 3, "name": "song"}]}""",
            """{"names": [{"id": 1, "name": "bread"}, {"id": 1, "name": "oven"}, {"id": 3, "name": "song"}]}""",
            // A missing one, a surplus one, one that nobody asked for, a surplus member.
            """{"names": [{"id": 1, "name": "bread"}, {"id": 2, "name": "tyre"}]}""",
            """{"names": [{"id": 1, "name": "bread"}, {"id": 2, "name": "tyre"}, {"id": 3, "name": "song"}, {"id": 4, "name": "more"}]}""",
            """{"names": [{"id": 1, "name": "bread"}, {"id": 2, "name": "tyre"}, {"id": 9, "name": "song"}]}""",
            """{"names": [{"id": 1, "name": "bread"}, {"id": 2, "name": "tyre"}, {"id": 3, "name": "song"}], "note": "x"}""",
            $$"""{"names": [{"id": 1, "name": "bread {{new string('x', 10 << 20)}}"}, {"id": 2, "name": "tyre"}, {"id": 3, "name": "song"}]}"""
        );

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public async Task Any_other_answer_leaves_every_name_and_says_so(string answer) =>
        ShouldBeUnreviewed(await ReviewAsync(_ => answer));

    [Theory]
    [InlineData("")]
    [InlineData("the and of")]
    [InlineData("2024!")]
    [InlineData("bread\noven")]
    [InlineData("bread\u0000")]
    [InlineData("Politics today")]
    [InlineData("bread and tyre")]
    [InlineData("bread bread bread bread bread bread bread bread bread bread bread bread")]
    public async Task A_name_that_is_none_of_these_neighbourhoods_is_not_taken_and_its_siblings_are(
        string name
    )
    {
        var reviewed = await ReviewAsync(_ => Names(name, "Bike chain", "Song book"));

        Shown(reviewed).ShouldBe([Extracted[0], "Bike chain", "Song book"]);
        reviewed.Hierarchy.Clusters[0].Review.ShouldBe(NameReview.Unreviewed);
        reviewed.Remark!.ShouldContain("named 2 of 3");
    }

    [Fact]
    public async Task A_model_that_fails_is_no_failure_and_its_words_are_not_repeated()
    {
        var reviewed = await ReviewAsync(_ => throw new HttpRequestException("sk-secret"));
        ShouldBeUnreviewed(reviewed);
        reviewed.Remark!.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_model_that_never_answers_is_given_up_after_two_questions_whatever_there_is_to_ask()
    {
        using var chat = new Chat(_ => null);
        var clock = new HurriedClock(DateTimeOffset.UnixEpoch);
        var reviewed = await new ModelNames(chat, _ => "", clock).ReviewAsync(
            Made(200),
            [],
            (_, _) => { },
            CancellationToken.None
        );

        // The hurried clock may pass before the question is out.
        chat.Asked.ShouldBeLessThanOrEqualTo(2);
        clock.Passed.ShouldBe(2 * ModelNames.Patience);
        reviewed.Hierarchy.Clusters.ShouldAllBe(c => c.Review == NameReview.Unreviewed);
        reviewed.Remark!.ShouldContain("named 0 of 200");
    }

    [Fact]
    public async Task Who_cancels_is_not_kept_waiting_by_it()
    {
        using var cancelled = new CancellationTokenSource();
        using var chat = new Chat(_ =>
        {
            cancelled.Cancel();
            return null;
        });

        await Should.ThrowAsync<OperationCanceledException>(() =>
            new ModelNames(chat, _ => "", TimeProvider.System).ReviewAsync(
                Made(3),
                [],
                (_, _) => { },
                cancelled.Token
            )
        );
    }

    [Fact]
    public async Task A_name_of_a_person_is_not_asked_about_and_a_reviewed_one_stays_without_asking()
    {
        var first = await ReviewAsync(_ => Names("Baking bread", "Bike chain", "Song book"));
        var made = Made(3);
        var again = made with
        {
            Clusters =
            [
                made.Clusters[0],
                made.Clusters[1],
                made.Clusters[2] with
                {
                    Name = "Mine",
                    IsNamed = true,
                },
            ],
        };
        using var chat = new Chat(_ => "{}");

        var reviewed = await new ModelNames(chat, _ => "", TimeProvider.System).ReviewAsync(
            again,
            first.Hierarchy.Clusters,
            (_, _) => { },
            CancellationToken.None
        );
        var alone = await new ModelNames(null, _ => "", TimeProvider.System).ReviewAsync(
            again,
            first.Hierarchy.Clusters,
            (_, _) => { },
            CancellationToken.None
        );

        chat.Asked.ShouldBe(0);
        Shown(reviewed).ShouldBe(["Baking bread", "Bike chain", "Mine"]);
        reviewed.Hierarchy.Clusters[2].Review.ShouldBeNull();
        Shown(alone).ShouldBe(Shown(reviewed));
    }

    [Fact]
    public async Task Questions_are_bounded_however_long_titles_are()
    {
        var longest = 0;
        using var chat = new Chat(question =>
        {
            longest = Math.Max(longest, question.Length);
            return "{}";
        });

        await new ModelNames(chat, _ => new string('é', 20_000), TimeProvider.System).ReviewAsync(
            Made(60),
            [],
            (_, _) => { },
            CancellationToken.None
        );

        longest.ShouldBeInRange(1000, 64_000);
    }

    private static void ShouldBeUnreviewed(ReviewedHierarchy reviewed)
    {
        Shown(reviewed).ShouldBe(Extracted);
        reviewed.Hierarchy.Clusters.ShouldAllBe(c =>
            c.Review == NameReview.Unreviewed && c.ExtractedName == null
        );
        reviewed.Remark!.ShouldContain("named 0 of 3");
    }

    private static string[] Shown(ReviewedHierarchy reviewed) =>
        [.. reviewed.Hierarchy.Clusters.Select(c => c.Name)];

    private static string Names(params string[] names) =>
        new JsonObject
        {
            ["names"] = new JsonArray([
                .. names.Select((name, i) => new JsonObject { ["id"] = i + 1, ["name"] = name }),
            ]),
        }.ToJsonString();

    private static async Task<ReviewedHierarchy> ReviewAsync(Func<string, string> answer)
    {
        using var chat = new Chat(answer);
        return await new ModelNames(chat, _ => "", TimeProvider.System).ReviewAsync(
            Made(3),
            [],
            (_, _) => { },
            CancellationToken.None
        );
    }

    private static NamedHierarchy Made(int count) =>
        new(
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(i =>
                    {
                        var name = i < Extracted.Length ? Extracted[i] : $"word{i}a · word{i}b";
                        return new Cluster(
                            PatternId.Of($"cluster {i}"),
                            ClusterLevel.Macro,
                            null,
                            name,
                            name.Split(" · "),
                            ["a", "b", "c", "d"],
                            10,
                            10,
                            0.5
                        );
                    }),
            ],
            [],
            []
        );

    /// <summary>Answers by a function of the question; never where that says null.</summary>
    private sealed class Chat(Func<string, string?> answer) : IChatClient
    {
        private int _asked;

        public int Asked => _asked;

        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default
        )
        {
            Interlocked.Increment(ref _asked);
            var question = messages.Last().Text;
            JsonElement.Parse(question).GetProperty("groups").GetArrayLength().ShouldBePositive();
            return answer(question) is { } text
                ? Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, text)))
                : new TaskCompletionSource<ChatResponse>().Task;
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose() { }
    }
}
