using Motif.Decisions.Understanding;

namespace Motif.Tests.Decisions.Understanding;

public sealed class MessageTokensTests
{
    [Theory]
    [InlineData("Where is my order?", "where is my order ?")]
    [InlineData("see https://shop.example/a?b=1 now", "see urlx now")]
    [InlineData("write to jo.doe+x@mail.example.org!", "write to mailx !")]
    [InlineData("order 4711, bay 12, card 411111", "order 000 bay 0 card 00000")]
    [InlineData("don\u2019t rock'n'roll", "don't rock'n roll")]
    [InlineData("ＡＰＩ ﬁle", "api file")]
    [InlineData("a@b c.@d", "a b c d")]
    public void Words_are_read_as_the_matcher_needs_them(string text, string expected) =>
        string.Join(' ', MessageTokens.Of(text)).ShouldBe(expected);

    [Fact]
    public void Case_punctuation_and_spacing_share_a_signature_and_punctuation_alone_has_none()
    {
        var signature = MessageTokens.Signature("Where is my bay?");
        MessageTokens.Signature("  WHERE   is my bay!!! ").ShouldBe(signature);
        MessageTokens.Signature("where is your bay").ShouldNotBe(signature);
        MessageTokens.Signature("?!…").ShouldBeNull();
        MessageTokens.Signature("🦊").ShouldBeNull();
    }

    [Fact]
    public void Any_text_can_be_read()
    {
        string[] hostile =
        [
            "",
            "\ud800",
            "x\udc00y\ud83d",
            new string('a', 200_000),
            string.Concat(Enumerable.Repeat("a@", 50_000)),
            string.Concat(Enumerable.Repeat("http://", 30_000)),
            "\u202egnp.exe\u200b\u00ad",
        ];
        foreach (var text in hostile)
            MessageFeatures.Of(text, [text]).Tokens.ShouldBeGreaterThanOrEqualTo(0);
    }
}
