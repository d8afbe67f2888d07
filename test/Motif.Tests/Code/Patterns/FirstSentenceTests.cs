using Motif.Code.Patterns;

namespace Motif.Tests.Code.Patterns;

public sealed class FirstSentenceTests
{
    [Theory]
    [InlineData("Opens the archive. It stays open.", "Opens the archive.")]
    [InlineData("Opens the archive", "Opens the archive.")]
    [InlineData(
        "\n    Opens the archive\n    for reading.\n\n    Args:\n",
        "Opens the archive for reading."
    )]
    [InlineData("Reads it, e.g. from a disk. Slow.", "Reads it, e.g. from a disk.")]
    [InlineData("Returns sys.path as it is.\nMore.", "Returns sys.path as it is.")]
    [InlineData("Opens it\nArgs:\n    path: where", "Opens it.")]
    [InlineData("Opens it\n:param path: where", "Opens it.")]
    public void The_first_whole_sentence_is_taken(string documentation, string sentence) =>
        FirstSentence.Of(documentation).ShouldBe(sentence);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("Args:\n    path: where it is")]
    [InlineData("Raises: KeyError")]
    [InlineData(":param path: where it is")]
    [InlineData(">>> opened('a')\n1")]
    [InlineData("Understands these forms:\n\n    a\n    b")]
    [InlineData("Deprecated")]
    public void What_begins_with_no_sentence_gives_none(string? documentation) =>
        FirstSentence.Of(documentation).ShouldBeNull();

    [Fact]
    public void A_sentence_is_never_cut() =>
        FirstSentence.Of(string.Join(' ', Enumerable.Repeat("word", 100)) + ".").ShouldBeNull();
}
