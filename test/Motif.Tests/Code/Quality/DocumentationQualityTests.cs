using System.Text;
using Motif.Code;
using Motif.Code.CSharp;
using Motif.Code.Quality;

namespace Motif.Tests.Code.Quality;

public sealed class DocumentationQualityTests
{
    [Fact]
    public void A_documented_typed_method_scores_1()
    {
        Graded(
                """
                /// <summary>Looks a customer up by what the bank calls it.</summary>
                /// <param name="iban">The account.</param>
                /// <returns>Null where nobody has it.</returns>
                Customer? FindUser(string iban) => null;
                """
            )
            .ShouldBe(1, 1e-9);
    }

    [Fact]
    public void What_only_says_the_name_again_counts_as_no_text()
    {
        Graded("/// <summary>Gets the user.</summary>\nvoid GetUser() { }").ShouldBe(0.7, 1e-9);
        Graded("/// <summary>Asks the directory.</summary>\nvoid GetUser() { }").ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Without_documentation_only_the_types_count() =>
        Graded("int F(int x) => x;").ShouldBe(0.5, 1e-9);

    [Theory]
    [InlineData("Does it.\n\nArgs:\n    x (int): The one.\n    y: The other.\nReturns:\n    Both.")]
    [InlineData(
        "Does it.\n\nParameters\n----------\nx, y : int\n    The ones.\n\nReturns\n-------\nint"
    )]
    [InlineData("Does it.\n\n:param int x: The one.\n:param y: The other.\n:returns: Both.")]
    [InlineData("Does it.\n\n@param x: The one.\n@param y: The other.\n@return: Both.")]
    public void All_styles_of_docstrings_are_understood(string text)
    {
        var docs = Docstring.Parse(text);
        docs.Describes("x").ShouldBeTrue();
        docs.Describes("y").ShouldBeTrue();
        docs.Describes("z").ShouldBeFalse();
        docs.DescribesOutcome.ShouldBeTrue();
    }

    private static double Graded(string member)
    {
        var facts = new CSharpLanguage().Read(
            new SourceFile("a.cs", Encoding.UTF8.GetBytes($"class C\n{{\n{member}\n}}"), "")
        );
        return DocumentationQuality.Graded(facts, unit: 2);
    }
}
