using Motif.Text;

namespace Motif.Tests.Text;

public sealed class TextAnalyzerTests
{
    private readonly TextAnalyzer _analyzer = new();

    [Theory]
    [InlineData("Retry transient failures", "retri transient failur")]
    [InlineData("the cache of a server", "cach server")]
    [InlineData("readHTTPHeader", "read http header readhttphead")]
    [InlineData("max_retry_count", "max retri count maxretrycount")]
    [InlineData("utf8 sha256", "utf 8 utf8 sha 256 sha256")]
    [InlineData("p99 s3 v2 k8s", "p99 s3 v2 k8s")]
    [InlineData("REST APIs and URLs", "rest api url")]
    [InlineData("C# and C++ on .NET", "c# c++ .net")]
    [InlineData("Node.js 18", "node.js node 18")]
    [InlineData("Python v3.11 or 2.7", "3.11 3 2.7 2")]
    [InlineData("Größe naïve", "große naiv")]
    public void Text_becomes_these_terms(string text, string terms) =>
        string.Join(' ', _analyzer.Analyze(text).Terms.Where(term => term != "python"))
            .ShouldBe(terms);

    [Theory]
    [InlineData("ﬁle", "file")]
    [InlineData("ＡＰＩ", "api")]
    [InlineData("cafe\u0301", "cafe")]
    [InlineData("\u1112\u1161\u11ab", "한")]
    [InlineData("x²", "x2")]
    public void Compatibility_forms_become_one_word(string written, string word) =>
        _analyzer.Analyze(written).Words.ShouldBe([word]);

    [Fact]
    public void A_name_keeps_its_stopwords_and_single_letters()
    {
        _analyzer.Analyze("Who is at W", isName: true).Terms.ShouldBe(["who", "is", "at", "w"]);
        _analyzer.Analyze("Who is at W").Terms.ShouldBeEmpty();
    }

    [Fact]
    public void A_hyphenated_word_is_split_and_its_joined_form_kept_apart()
    {
        var analyzed = _analyzer.Analyze("a rate-limiter");

        analyzed.Terms.ShouldBe(["rate", "limit"]);
        var compound = analyzed.Compounds.ShouldHaveSingleItem();
        compound.Joined.ShouldBe("ratelimit");
        compound.Parts.ShouldBe(["rate", "limit"]);
    }

    [Fact]
    public void Every_code_unit_gives_an_answer()
    {
        for (var unit = 0; unit <= char.MaxValue; unit++)
            _analyzer.Analyze($"a{(char)unit}b c").Terms.Count.ShouldBeLessThan(16);
    }

    [Fact]
    public void Null_and_empty_text_give_nothing()
    {
        _analyzer.Analyze(null).Terms.ShouldBeEmpty();
        _analyzer.Analyze("").Words.ShouldBeEmpty();
    }
}
