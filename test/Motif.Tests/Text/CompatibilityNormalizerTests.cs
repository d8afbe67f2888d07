using Motif.Text;

namespace Motif.Tests.Text;

public sealed class CompatibilityNormalizerTests
{
    /// <summary>From the Unicode standard's normalization test, Å and the Hebrew and Devanagari letters that are never composed again.</summary>
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("Café", "Cafe\u0301")]
    [InlineData("\u212b", "A\u030a")]
    [InlineData("ệ", "e\u0323\u0302")]
    [InlineData("e\u0302\u0323", "e\u0323\u0302")]
    [InlineData("한", "\u1112\u1161\u11ab")]
    [InlineData("\ufb2c", "\u05e9\u05bc\u05c1")]
    [InlineData("\u0958", "\u0915\u093c")]
    [InlineData("\uf900", "\u8c48")]
    [InlineData("ﬁ Ａ Ⅳ ²", "ﬁ Ａ Ⅳ ²")]
    public void Letters_are_taken_apart_canonically(string text, string apart) =>
        CompatibilityNormalizer.DecomposeCanonically(text).ShouldBe(apart);

    [Theory]
    [InlineData("ﬁ Ａ Ⅳ ²", "fi A IV 2")]
    [InlineData("Cafe\u0301", "Café")]
    [InlineData("\ufb2c", "\u05e9\u05bc\u05c1")]
    public void What_looks_alike_is_made_equal(string text, string equal) =>
        CompatibilityNormalizer.Normalize(text).ShouldBe(equal);
}
