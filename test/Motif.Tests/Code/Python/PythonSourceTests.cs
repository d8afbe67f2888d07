using System.Text;
using Motif.Code.Python;

namespace Motif.Tests.Code.Python;

public sealed class PythonSourceTests
{
    [Theory]
    [InlineData("# coding: latin-1\nx = 'é'\n", 28591)]
    [InlineData("#!/usr/bin/python\n# -*- coding: iso-8859-15 -*-\nx = 'é'\n", 28605)]
    [InlineData("# vim: set fileencoding=cp1252 :\nx = 'é'\n", 1252)]
    [InlineData("# coding: mac-roman\nx = 'é'\n", 10000)]
    public void Source_is_read_in_the_encoding_that_it_declares(string source, int codePage)
    {
        var bytes =
            CodePagesEncodingProvider.Instance.GetEncoding(codePage)?.GetBytes(source)
            ?? Encoding.GetEncoding(codePage).GetBytes(source);

        var tree = PythonParser.Parse(bytes);

        tree.IsValid.ShouldBeTrue();
        PythonAstPrinter.Dump(tree).ShouldContain("Constant(value='é')");
    }

    [Theory]
    [InlineData(new byte[] { (byte)'x', 0xFF, (byte)'\n' }, "UTF-8")]
    [InlineData(new byte[] { (byte)'x', 0, (byte)'\n' }, "null bytes")]
    public void Bytes_that_are_no_text_give_a_diagnostic(byte[] bytes, string expected) =>
        PythonParser.Parse(bytes).Diagnostics[0].Message.ShouldContain(expected);

    [Fact]
    public void An_unknown_encoding_gives_a_diagnostic() =>
        PythonParser
            .Parse("# coding: nonsense\n"u8)
            .Diagnostics[0]
            .Message.ShouldBe("unknown encoding: nonsense");

    [Fact]
    public void A_byte_order_mark_with_another_encoding_gives_a_diagnostic() =>
        PythonParser
            .Parse("\uFEFF# coding: latin-1\n"u8)
            .Diagnostics[0]
            .Message.ShouldBe("encoding problem: latin-1 with BOM");

    [Theory]
    [InlineData("a\r\nb\r\n")]
    [InlineData("a\rb\r")]
    [InlineData("a\nb")]
    public void Every_line_end_is_one(string source) =>
        PythonParser.Parse(source).Text.ShouldBe("a\nb\n");

    [Fact]
    public void Columns_count_bytes_of_utf8()
    {
        var tree = PythonParser.Parse("'é𝒳' + x\n");

        tree.Position(tree.Text.IndexOf('x', StringComparison.Ordinal)).ShouldBe((1, 11));
    }

    [Theory]
    [InlineData("ﬁ = 1", "fi")]
    [InlineData("𝔘𝔫𝔦 = 1", "Uni")]
    [InlineData("e\u0301 = 1", "é")]
    [InlineData("\u1112\u1161\u11ab = 1", "한")]
    [InlineData("ℌ = 1", "H")]
    public void Identifiers_are_normalised(string source, string expected) =>
        PythonParser
            .Parse(source)
            .Root.Child(PythonField.Body)
            .Child(PythonField.Targets)
            .Name.ShouldBe(expected);

    [Theory]
    [InlineData("\\N{BULLET}", "•")]
    [InlineData("\\N{latin small letter sharp s}", "ß")]
    [InlineData("\\N{CJK UNIFIED IDEOGRAPH-4E00}", "一")]
    [InlineData("\\N{HANGUL SYLLABLE HAN}", "한")]
    [InlineData("\\N{GREEK SMALL LETTER FINAL SIGMA}", "ς")]
    [InlineData("\\N{NULL}", "\0")]
    [InlineData("\\U0001F600", "😀")]
    [InlineData("\\101\\x42\\u0043", "ABC")]
    public void Escapes_name_characters(string escape, string expected) =>
        PythonParser
            .Parse($"'{escape}'")
            .Root.Child(PythonField.Body)
            .Child(PythonField.Value)
            .StringValue.ShouldBe(expected);

    [Fact]
    public void Two_escaped_halves_of_a_pair_stay_two_characters() =>
        PythonAstPrinter
            .Dump(PythonParser.Parse("'\\ud83d\\ude00'"))
            .ShouldContain(@"'\ud83d\ude00'");
}
