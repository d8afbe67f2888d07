using Motif.Text;

namespace Motif.Tests.Text;

public sealed class PorterStemmerTests
{
    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("ties", "tie")]
    [InlineData("cats", "cat")]
    [InlineData("feed", "feed")]
    [InlineData("agreed", "agre")]
    [InlineData("plastered", "plaster")]
    [InlineData("motoring", "motor")]
    [InlineData("sing", "sing")]
    [InlineData("conflated", "conflat")]
    [InlineData("troubled", "troubl")]
    [InlineData("sized", "size")]
    [InlineData("hopping", "hop")]
    [InlineData("falling", "fall")]
    [InlineData("filing", "file")]
    [InlineData("happy", "happi")]
    [InlineData("enjoy", "enjoy")]
    [InlineData("relational", "relat")]
    [InlineData("rationalization", "ration")]
    [InlineData("hopefulness", "hope")]
    [InlineData("formalize", "formal")]
    [InlineData("electricity", "electr")]
    [InlineData("replacement", "replac")]
    [InlineData("adoption", "adopt")]
    [InlineData("controller", "control")]
    [InlineData("geology", "geolog")]
    [InlineData("at", "at")]
    public void Words_have_these_stems(string word, string stem) =>
        PorterStemmer.Stem(word).ShouldBe(stem);
}
