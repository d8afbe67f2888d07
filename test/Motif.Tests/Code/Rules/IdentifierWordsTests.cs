using Motif.Code.Rules;

namespace Motif.Tests.Code.Rules;

public sealed class IdentifierWordsTests
{
    [Theory]
    [InlineData("load_user", "user", true)]
    [InlineData("UserStore", "user", true)]
    [InlineData("allUsers", "user", true)]
    [InlineData("superuser", "user", false)]
    [InlineData("userland", "user", false)]
    [InlineData("budget", "get", false)]
    public void Only_whole_words_of_an_identifier_count(
        string identifier,
        string word,
        bool holds
    ) => IdentifierWords.Contains(identifier, word).ShouldBe(holds);
}
