using System.Text.Json;
using Motif.Code;
using Motif.Code.Patterns;

namespace Motif.Tests.Code;

public sealed class CodePatternCsvTests
{
    private static readonly Pattern Sample = new()
    {
        PatternId = PatternId.For(PatternKind.Code, "k"),
        Kind = PatternKind.Code,
        PatternType = "function_pattern",
        Key = "k",
        Name = "Retry, with \"Backoff\"",
        Tags = ["async", "python"],
        Quality = global::Motif.Quality.Measure(
            "graded",
            [("complexity", 1, .5), ("coverage", 1, null)]
        ),
        Usage = new UsageSummary(3, 4, null),
        Body = JsonElement.Parse(
            """{"language": "python", "category": "resilience", "repository": "shop", "file_path": "a/b.py", "line_range": [2, 9], "qualified_name": "B.run", "implementation": "…", "complexity": 7, "docstring": null, "dependencies": [], "occurrence_count": 2, "file_count": 1, "rule": "retry", "variant": null, "modifiers": [], "domain": null}"""
        ),
        CreatedAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void Every_column_has_its_cell_and_the_unmeasured_is_empty()
    {
        var line = CodePatternCsv.Line(Sample with { Name = "Retry" });

        line.ShouldBe(
            $"{Sample.PatternId:D},Retry,function_pattern,active,resilience,python,shop,a/b.py,2,9,B.run,retry,7,2,1,0.5,0.5,0.5,,,,,3,4,,async python"
        );
        line.Split(',').Length.ShouldBe(CodePatternCsv.Header.Split(',').Length);
    }

    [Fact]
    public void Commas_and_quotes_are_quoted() =>
        CodePatternCsv.Line(Sample).ShouldContain(",\"Retry, with \"\"Backoff\"\"\",");

    [Theory]
    [InlineData("=1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("-x")]
    public void A_name_that_is_a_formula_stays_a_text(string name) =>
        CodePatternCsv.Line(Sample with { Name = name }).ShouldContain($",'{name},");

    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    [InlineData(null, true)]
    public void Only_what_is_more_complex_is_left_out(int? most, bool isWithin)
    {
        CodePatternCsv.IsWithin(Sample, most).ShouldBe(isWithin);
        CodePatternCsv
            .IsWithin(Sample with { Body = JsonElement.Parse("{}") }, most)
            .ShouldBeTrue();
    }
}
