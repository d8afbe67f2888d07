using Motif.Embeddings;
using Motif.Matching.Calibration;
using Motif.Matching.Documents;
using Motif.Matching.Ranking;
using Motif.Matching.Requests;
using Motif.Text;

namespace Motif.Tests.Matching.Ranking;

public sealed class NegationTests : IDisposable
{
    private readonly MatchIndex _index = new(new TextAnalyzer(), Lexicon.Default);

    public NegationTests() =>
        _index.Upsert([
            new MatchDocument
            {
                Id = "redis",
                Name = "Shared cache",
                Tags = ["redis"],
            },
            new MatchDocument { Id = "process", Name = "Cache in process" },
            new MatchDocument { Id = "retry", Name = "Retry with backoff" },
            new MatchDocument { Id = "gentle", Name = "Release without downtime" },
            new MatchDocument { Id = "rough", Name = "Planned downtime" },
            new MatchDocument
            {
                Id = "copies",
                Name = "Replicas",
                Intent = "Keep answers near, not in one shared cache",
            },
        ]);

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("cache without Redis", "cache")]
    [InlineData("a cache, but not Redis", "a cache, but")]
    [InlineData("cache with no redis", "cache with")]
    [InlineData("cache instead of a Redis", "cache")]
    [InlineData("cache that doesn't use redis, please", "cache that , please")]
    public void What_a_request_says_no_to_is_not_looked_for_and_comes_behind(
        string request,
        string rest
    )
    {
        Negations.Without(request, Negations.In(request)).ShouldBe(rest);
        var found = Search(request);

        found.Query.Terms.ShouldNotContainKey("redi");
        found.Query.Corrections.ShouldContain(new MatchCorrection(Said(request), "", "negation"));
        var places = found.Matches.Select(match => match.Id).ToList();
        places[0].ShouldBe("process");
        found
            .Matches.Single(match => match.Id == "redis")
            .Confidence.ShouldBeLessThan(found.Matches[0].Confidence / 5);
    }

    [Theory]
    [InlineData("release without downtime")]
    [InlineData("cache not only in redis")]
    [InlineData("no redis")]
    [InlineData("cache without losing data")]
    [InlineData("Keep answers near, not in one shared cache")]
    [InlineData(
        "Imagine a kitchen where cooks keep what is asked for often within reach of their hands, a cache as it were, and send nobody down to the cellar of redis, not for redis itself"
    )]
    public void What_names_nothing_or_is_the_very_point_is_looked_for(string request)
    {
        Search(request).Query.Corrections.ShouldNotContain(c => c.Reason == "negation");
    }

    [Fact]
    public void A_list_is_said_no_to_as_a_whole()
    {
        Negations
            .In("retry, not with a queue or dead letters, in Go")
            .Select(negation => negation.Phrase)
            .ShouldBe(["queue", "dead letters"]);
    }

    private static string Said(string request) =>
        request.Contains("Redis", StringComparison.Ordinal) ? "Redis" : "redis";

    private RankedMatches Search(string text) =>
        _index.Search(
            new MatchSearch([new QueryPart(text, 1)], new MatchFilters(), 10),
            ConfidenceCalibrator.Prior(new CalibratorKey("", "", ""))
        );
}
