using Motif.Code.Quality.Coverage;

namespace Motif.Tests.Code.Quality.Coverage;

public sealed class CoverageReportTests : IDisposable
{
    private const string CoveragePy = """
        {"meta": {"version": "7.4"}, "files": {"src/app/cache.py": {
            "executed_lines": [1, 2, 4], "missing_lines": [5, 6],
            "executed_branches": [[4, 5]], "missing_branches": [[4, -2]]}}}
        """;

    private const string Cobertura = """
        <?xml version="1.0" ?>
        <!DOCTYPE coverage SYSTEM 'http://example.org/coverage-04.dtd'>
        <coverage><packages><package><classes>
          <class filename="src/app/cache.py"><lines>
            <line number="2" hits="3"/>
            <line number="4" hits="1" branch="true" condition-coverage="50% (1/2)"/>
            <line number="5" hits="0"/><line number="6" hits="0"/>
          </lines></class>
        </classes></package></packages></coverage>
        """;

    private const string LcovTrace = """
        TN:
        SF:/home/me/project/src/app/cache.py
        DA:2,3
        DA:4,1
        DA:5,0
        DA:6,0
        BRDA:4,0,0,1
        BRDA:4,0,1,-
        end_of_record
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("motif-coverage-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(CoveragePy)]
    [InlineData(Cobertura)]
    [InlineData(LcovTrace)]
    public void Every_format_says_the_same(string text)
    {
        var lines = Read(text).Of("src/app/cache.py").ShouldNotBeNull();
        // Lines 2 and 4 of 2, 4, 5, 6, and one of two branches.
        lines.Count(2, 6, []).ShouldBe((3, 6));
        lines.Count(2, 6, [(5, 6)]).ShouldBe((3, 4));
        lines.Count(7, 9, []).ShouldBe((0, 0));
    }

    [Fact]
    public void A_file_is_found_by_the_tail_of_its_path()
    {
        var report = Read(LcovTrace);
        report.Of("app/cache.py").ShouldNotBeNull();
        report.Of("p/cache.py").ShouldBeNull();
        report.Of("other/cache.py").ShouldBeNull();
    }

    [Fact]
    public void A_file_that_two_report_files_could_be_is_not_guessed()
    {
        var report = Read(
            """{"files": {"a/x.py": {"executed_lines": [1]}, "b/x.py": {"executed_lines": []}}}"""
        );
        report.Of("x.py").ShouldBeNull();
        report.Of("a/x.py").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("nonsense", "unknown")]
    [InlineData("{\"a\": 1}", "files")]
    [InlineData("{\"files\": 1}", "files")]
    [InlineData("<html></html>", "html")]
    [InlineData("<coverage><class filename='a'><line number='x'/></class></coverage>", "coverage")]
    [InlineData("SF:a\nDA:x,1\n", "line 2")]
    public void What_is_no_report_is_refused_with_its_reason(string text, string reason) =>
        Should.Throw<CoverageFormatException>(() => Read(text)).Message.ShouldContain(reason);

    private CoverageReport Read(string text)
    {
        var file = Path.Combine(_folder, "report");
        File.WriteAllText(file, text);
        return CoverageReport.Read([file]);
    }
}
