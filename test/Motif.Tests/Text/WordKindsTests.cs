using Motif.Embeddings;
using Motif.Matching.Calibration;
using Motif.Matching.Documents;
using Motif.Matching.Ranking;
using Motif.Matching.Requests;
using Motif.Text;

namespace Motif.Tests.Text;

/// <summary>Requests as they are typed find what was written properly.</summary>
public sealed class WordKindsTests : IDisposable
{
    private readonly MatchIndex _index = new(new TextAnalyzer(), Lexicon.Default);

    public WordKindsTests() =>
        _index.Upsert([
            new MatchDocument
            {
                Id = "c",
                Name = "Arena allocation",
                Tags = ["c"],
            },
            new MatchDocument
            {
                Id = "net",
                Name = "Trimmed publishing",
                Tags = [".NET"],
            },
            new MatchDocument
            {
                Id = "py311",
                Name = "Exception groups",
                Description = "For python 3.11 and later",
            },
            new MatchDocument
            {
                Id = "py312",
                Name = "Type parameter syntax",
                Description = "For python 3.12 and later",
            },
            new MatchDocument
            {
                Id = "cache",
                Name = "Réponses déjà calculées",
                Aliases = ["memoisation"],
            },
            new MatchDocument { Id = "backoff", Name = "Retry with exponential backoff" },
            new MatchDocument
            {
                Id = "redis",
                Name = "Shared cache",
                Tags = ["redis"],
            },
            new MatchDocument { Id = "invalidate", Name = "缓存失效策略" },
            new MatchDocument { Id = "limit", Name = "请求限流" },
            new MatchDocument { Id = "gentle", Name = "Release without downtime" },
            new MatchDocument { Id = "rough", Name = "Planned downtime" },
        ]);

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("C", "c", 0)]
    [InlineData(".NET", "net", 0.1)]
    [InlineData("python 3.11", "py311")]
    [InlineData("python 3.12", "py312")]
    [InlineData("reponses deja calculees", "cache")]
    [InlineData("réponses déjà calculées", "cache")]
    [InlineData("retyr with exponentail backoff", "backoff")]
    [InlineData("缓存失效", "invalidate")]
    [InlineData("限流", "limit")]
    [InlineData("memoisation", "cache")]
    public void A_request_finds_what_it_means(string request, string expected, double least = 0.2)
    {
        var first = Search(request).Matches[0];

        first.Id.ShouldBe(expected);
        first.Confidence.ShouldBeGreaterThan(least);
    }

    [Fact]
    public void What_is_excluded_does_not_come()
    {
        Search("shared cache").Matches[0].Id.ShouldBe("redis");
        Search("shared cache", "Redis").Matches.ShouldNotContain(match => match.Id == "redis");
        Search("retry", "backoff").Matches.ShouldNotContain(match => match.Id == "backoff");
    }

    [Fact]
    public void A_name_that_turns_what_is_excluded_stays()
    {
        var found = Search("release", "downtime").Matches.Select(match => match.Id).ToList();

        found.ShouldContain("gentle");
        found.ShouldNotContain("rough");
    }

    [Theory]
    [InlineData("é", "e")]
    [InlineData("Ärger", "arger")]
    [InlineData("й", "й")]
    [InlineData("が", "が")]
    public void Accents_leave_latin_letters_alone(string written, string term)
    {
        new TextAnalyzer().Analyze(written, isName: true).Terms.ShouldBe([term]);
    }

    [Fact]
    public void Text_without_spaces_gives_pairs_of_neighbours()
    {
        new TextAnalyzer().Analyze("缓存API失效").Terms.ShouldBe(["缓存", "api", "失效"]);
        new TextAnalyzer().Analyze("请求限流").Terms.ShouldBe(["请求", "求限", "限流"]);
    }

    private RankedMatches Search(string text, params string[] exclude) =>
        _index.Search(
            new MatchSearch([new QueryPart(text, 1)], new MatchFilters(), 10, Exclude: exclude),
            ConfidenceCalibrator.Prior(new CalibratorKey("", "", ""))
        );
}
