using Motif.Matching.Documents;

namespace Motif.Tests.Matching.Documents;

public sealed class SourceWordsTests
{
    [Theory]
    [InlineData(
        "def fetch_page(self, baseUrl):\n    return HTTPClient().get(baseUrl)",
        "fetch page base url http client"
    )]
    [InlineData(
        "public Task<int> ReadAllLinesAsync(CancellationToken token)",
        "task read all lines cancellation token"
    )]
    [InlineData("x = y + 1", "")]
    [InlineData("", "")]
    public void Identifiers_say_their_words_once(string source, string words) =>
        SourceWords.Of(source).ShouldBe(words);

    [Fact]
    public void A_long_source_says_its_first_words() =>
        SourceWords
            .Of(
                string.Join(
                    ' ',
                    Enumerable
                        .Range(0, 500)
                        .Select(i => $"{(char)('a' + i % 26)}{(char)('a' + i / 26)}word")
                )
            )
            .Split(' ')
            .Length.ShouldBe(60);
}
