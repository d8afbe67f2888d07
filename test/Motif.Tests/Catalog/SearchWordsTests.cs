using Motif.Catalog;
using Shouldly;

namespace Motif.Tests.Catalog;

public sealed class SearchWordsTests
{
    [Fact]
    public void Words_are_lower_case_distinct_and_in_ordinal_order() =>
        SearchWords
            .Of("Retry the HTTP call", "http Retry")
            .ShouldBe(["call", "http", "retry", "the"]);

    [Theory]
    [InlineData("ﬁle", "file")]
    [InlineData("ＡＰＩ", "api")]
    [InlineData("cafe\u0301", "café")]
    public void Writings_of_one_word_that_only_Unicode_tells_apart_are_one_word(
        string written,
        string word
    ) => SearchWords.Of(written).ShouldBe([word]);

    [Fact]
    public void A_word_is_cut_at_the_longest_that_an_index_takes() =>
        SearchWords
            .Of(new string('a', 10_000))
            .ShouldHaveSingleItem()
            .Length.ShouldBe(SearchWords.MaxWordLength);
}
