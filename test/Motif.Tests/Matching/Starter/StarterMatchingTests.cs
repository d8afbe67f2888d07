using Motif.Catalog;
using Motif.Embeddings;
using Motif.Matching.Calibration;
using Motif.Matching.Documents;
using Motif.Matching.Ranking;
using Motif.Matching.Requests;
using Motif.Matching.Starter;
using Motif.Text;
using Xunit.Abstractions;

namespace Motif.Tests.Matching.Starter;

/// <summary>What somebody asks who does not know what the practice is called.</summary>
public sealed class StarterMatchingTests(ITestOutputHelper output)
{
    private static readonly ConfidenceCalibrator Prior = ConfidenceCalibrator.Prior(
        new CalibratorKey("", "", "")
    );

    /// <summary>Each in words of its own, none taken from the practice; several answers where several are right.</summary>
    private static readonly (string Intent, string[] Answers)[] Questions =
    [
        (
            "the payment provider is not answering and our checkout hangs",
            ["Circuit breaker", "Timeouts", "Graceful degradation"]
        ),
        (
            "stay available when a downstream dependency goes down",
            ["Circuit breaker", "Graceful degradation", "Timeouts"]
        ),
        (
            "do not bill somebody two times when the client resends",
            ["Idempotency keys", "Idempotent consumers"]
        ),
        ("add a not-null column to a live table", ["Expand and contract", "Backfill"]),
        ("the list gets slower the further I page", ["Keyset pagination"]),
        ("our build server needs forty minutes", ["Fast pipeline"]),
        ("tests sometimes fail and pass on the second try", ["Flaky test", "Deterministic replay"]),
        (
            "protect the database from the same query arriving a thousand times at once",
            ["Request coalescing", "Negative caching"]
        ),
        ("we want to show a new feature to ten percent of customers", ["Feature flags", "Canary"]),
        ("make sure two admins do not overwrite each other's edits", ["Optimistic concurrency"]),
        ("the server gets killed because memory fills up over the week", ["Heap snapshots"]),
        ("our chatbot invents facts about our products", ["Retrieval before"]),
        ("keep hackers from running sql through the search field", ["Parameterised queries"]),
        ("comments of visitors execute javascript", ["Output encoding"]),
        ("credentials were committed to the repository", ["Secrets from"]),
        ("message broker redelivers and we create records twice", ["Idempotent consumers"]),
        ("send an event only if the transaction was saved", ["Transactional outbox"]),
        ("one customer's imports make the app slow for everyone else", ["Bulkheads"]),
        ("a consumer keeps crashing on one malformed message", ["Dead-letter queue"]),
        ("find out which microservice adds the delay", ["Distributed tracing"]),
        ("pager goes off every night for nothing", ["Alerts on symptoms", "Runbook"]),
        (
            "replace our old ERP without stopping the business",
            ["Strangler fig", "Branch by abstraction"]
        ),
        ("make code written ten years ago safe to change", ["Characterisation tests"]),
        ("the frontend ships two megabytes of scripts", ["Smaller bundles"]),
        ("users complain that a click reacts only after a second", ["Optimistic updates"]),
        ("nightly import ran twice and doubled the revenue numbers", ["Idempotent batch"]),
        ("cut down pauses caused by garbage collection", ["Cut allocations"]),
        ("run the clean-up task on only one of our five servers", ["Leader election"]),
        ("prevent one client from using up the whole API", ["Rate limits"]),
        ("what happens to latency with ten thousand simultaneous visitors", ["Load test"]),
        (
            "people still call the old endpoint, how do we get rid of it",
            ["Versioned API", "Dead code"]
        ),
        ("order, payment and shipping live in different services and must stay in step", ["Saga"]),
        ("verify the compiler rewrite behaves like the old one", ["Differential testing"]),
        ("first customers after each release wait ten seconds", ["Warm-up"]),
        (
            "find out what was in a row before it was changed, and by whom",
            ["Audit trail", "Slowly changing"]
        ),
        ("process a million urls without opening a million connections", ["Bounded fan-out"]),
        ("threads block each other and the program freezes", ["Lock ordering"]),
        ("remove records older than three months from a giant log table", ["Time-partitioned"]),
        ("which of five subject lines should we mail next", ["Bandit"]),
        ("give newcomers a good first week", ["Onboarding"]),
    ];

    [Fact]
    public void Three_in_five_questions_in_other_words_find_their_practice_among_the_first_three()
    {
        using var index = new MatchIndex(new TextAnalyzer(), Lexicon.Default);
        index.Upsert([.. StarterCatalogue.Read().Select(Document)]);
        index.Refit();

        var misses = Questions.Where(q => !IsFound(index, q.Intent, q.Answers)).ToArray();

        foreach (var (intent, answers) in misses)
            output.WriteLine($"{intent}: {string.Join(" or ", answers)}");
        misses.Length.ShouldBeLessThanOrEqualTo(Questions.Length * 2 / 5);
    }

    /// <summary>What the practice is named after is no question about it.</summary>
    [Theory]
    [InlineData("strangler fig tree care")]
    [InlineData("circuit breaker keeps tripping in my kitchen")]
    [InlineData("what should I do")]
    [InlineData("the")]
    public void A_foreign_request_that_shares_a_name_fits_nothing_from_a_fifth_on(string intent)
    {
        using var index = new MatchIndex(new TextAnalyzer(), Lexicon.Default);
        index.Upsert([.. StarterCatalogue.Read().Select(Document)]);
        index.Refit();

        var found = index.Search(
            new MatchSearch([new QueryPart(intent, 1)], new MatchFilters(), 10, MinConfidence: 0.2),
            Prior
        );

        found.Matches.ShouldBeEmpty(
            string.Join(", ", found.Matches.Select(m => $"{m.Id} {m.Confidence:0.000}"))
        );
    }

    private static bool IsFound(MatchIndex index, string intent, string[] answers) =>
        index
            .Search(new MatchSearch([new QueryPart(intent, 1)], new MatchFilters(), 3), Prior)
            .Matches.Any(m =>
                answers.Any(a => m.Id.StartsWith(a, StringComparison.OrdinalIgnoreCase))
            );

    /// <summary>The practice under its name, so that a miss can be read.</summary>
    private static MatchDocument Document(PatternDraft draft)
    {
        var pattern = new Pattern
        {
            PatternId = PatternId.For(PatternKind.Success, draft.Name),
            Kind = PatternKind.Success,
            PatternType = draft.PatternType,
            Key = draft.Name,
            Name = draft.Name,
            Description = draft.Description,
            Tags = draft.Tags,
            Body = draft.Body!.Value,
            CreatedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
        };
        return PatternText.Document(pattern, [], DateTimeOffset.UnixEpoch) with { Id = draft.Name };
    }
}
