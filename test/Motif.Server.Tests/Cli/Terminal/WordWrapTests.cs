using Motif.Cli.Terminal;

namespace Motif.Server.Tests.Cli.Terminal;

public sealed class WordWrapTests
{
    [Fact]
    public void Words_stay_whole_and_what_follows_is_indented() =>
        WordWrap
            .Lines("  1. Open the circuit when failures pass", 20, 5)
            .ShouldBe(["  1. Open the", "     circuit when", "     failures pass"]);

    [Theory]
    [InlineData("8d2f0c1e-4b7a-8c55-9f30-6a1be2d4c7f9")]
    [InlineData("   /a/very/long/path/that/has/no/blank")]
    public void A_word_longer_than_the_line_is_not_broken(string text) =>
        WordWrap.Lines(text, 10).ShouldBe([text]);

    [Fact]
    public void A_long_word_among_others_has_a_line_of_its_own() =>
        WordWrap
            .Lines("see /a/very/long/path for more", 10)
            .ShouldBe(["see", "/a/very/long/path", "for more"]);

    [Fact]
    public void Without_a_width_only_the_texts_own_lines_break() =>
        WordWrap.Lines("one two\r\n\nthree", null).ShouldBe(["one two", "", "three"]);
}
