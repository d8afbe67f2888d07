using System.Text.RegularExpressions;

namespace Motif.Tests;

/// <summary>The walls of ARCHITECTURE.md, read off the source itself.</summary>
public sealed partial class WallTests
{
    private static readonly string[] Capabilities =
    [
        "Code",
        "Content",
        "Discovery",
        "Matching",
        "Decisions",
    ];

    [Fact]
    public void No_capability_uses_another()
    {
        foreach (var (capability, file, used) in UsingsOfCapabilities())
        {
            var other = Capabilities.FirstOrDefault(c =>
                c != capability
                && (
                    used == $"Motif.{c}" || used.StartsWith($"Motif.{c}.", StringComparison.Ordinal)
                )
            );
            other.ShouldBeNull($"{file} of {capability} uses {used}");
        }
    }

    [Fact]
    public void The_catalogue_uses_no_capability_but_the_vocabulary_of_storage()
    {
        foreach (var file in SourcesUnder("src/Motif/Catalog"))
        foreach (var used in Usings(file))
            Capabilities.ShouldNotContain(
                used.Split('.').Skip(1).FirstOrDefault() ?? "",
                $"{file} uses {used}"
            );
    }

    [Theory]
    [InlineData("Npgsql", "Postgres")]
    [InlineData("Microsoft.Data.Sqlite", "Sqlite")]
    [InlineData("SQLitePCL", "Sqlite")]
    [InlineData("StackExchange.Redis", "Redis")]
    [InlineData("OpenAI", "OpenAi")]
    public void A_driver_appears_only_in_its_backends_folder(string driver, string folder)
    {
        foreach (var file in SourcesUnder("src"))
        {
            if (
                Usings(file)
                    .Any(u => u == driver || u.StartsWith(driver + ".", StringComparison.Ordinal))
            )
                Path.GetRelativePath(Repository.Root, file)
                    .Replace('\\', '/')
                    .ShouldMatch($"^src/Motif.Backends/({folder}|PgVector)/");
        }
    }

    [Fact]
    public void The_engine_knows_neither_ASP_NET_nor_a_console()
    {
        foreach (var file in SourcesUnder("src/Motif"))
        {
            Usings(file)
                .ShouldNotContain(
                    u => u.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal),
                    file
                );
            File.ReadAllText(file).ShouldNotMatch(@"\bConsole\.(Write|Out|Error)", file);
        }
    }

    [Fact]
    public void Every_namespace_is_its_folder()
    {
        foreach (var file in SourcesUnder("src"))
        {
            var declared = NamespaceLine().Match(File.ReadAllText(file));
            if (!declared.Success)
                continue;
            var folder = Path.GetDirectoryName(
                Path.GetRelativePath(Path.Combine(Repository.Root, "src"), file)
            )!;
            declared
                .Groups[1]
                .Value.ShouldBe(folder.Replace(Path.DirectorySeparatorChar, '.'), file);
        }
    }

    [Fact]
    public void No_file_has_a_name_that_says_nothing()
    {
        SourcesUnder("src")
            .Where(f => EmptyName().IsMatch(Path.GetFileNameWithoutExtension(f)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Arrows_between_projects_are_one_straight_line()
    {
        References("Motif").ShouldBeEmpty();
        References("Motif.Backends").ShouldBe(["Motif"]);
        References("Motif.Server").ShouldBe(["Motif.Backends"]);
        References("Motif.Cli").ShouldBe(["Motif.Server"]);
    }

    /// <summary>What comes from files and people must neither make a pattern backtrack nor run into a clock.</summary>
    [Fact]
    public void No_regular_expression_backtracks_or_watches_the_clock()
    {
        foreach (var file in SourcesUnder("src"))
        {
            var source = File.ReadAllText(file);
            source.ShouldNotMatch(@"\bRegex\.(IsMatch|Match|Matches|Replace|Split|Count)\(", file);
            source.ShouldNotMatch("matchTimeout|RegexMatchTimeout", file);
            foreach (Match made in RegexMade().Matches(source))
                made.Value.ShouldContain("RegexOptions.NonBacktracking", Case.Sensitive, file);
            foreach (Match attribute in RegexAttribute().Matches(source))
                attribute.Value.ShouldContain(
                    "MatchTimeoutInMilliseconds = -1",
                    Case.Sensitive,
                    file
                );
        }
    }

    private static IEnumerable<(
        string Capability,
        string File,
        string Used
    )> UsingsOfCapabilities() =>
        from capability in Capabilities
        from file in SourcesUnder($"src/Motif/{capability}")
        from used in Usings(file)
        select (capability, file, used);

    private static IEnumerable<string> SourcesUnder(string folder)
    {
        var path = Path.Combine(Repository.Root, folder);
        return Directory.Exists(path)
            ? Directory
                .EnumerateFiles(path, "*.cs", SearchOption.AllDirectories)
                .Where(f => !OutputFolder().IsMatch(f))
            : [];
    }

    private static IEnumerable<string> Usings(string file) =>
        UsingLine().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value);

    private static IEnumerable<string> References(string project) =>
        ProjectReference()
            .Matches(
                File.ReadAllText(Path.Combine(Repository.Root, "src", project, project + ".csproj"))
            )
            .Select(m => m.Groups[1].Value);

    [GeneratedRegex(
        @"^(?:global )?using (?:static )?(?:\w+ = )?([\w.]+);",
        RegexOptions.Multiline | RegexOptions.CultureInvariant
    )]
    private static partial Regex UsingLine();

    [GeneratedRegex(
        @"^namespace ([\w.]+);",
        RegexOptions.Multiline | RegexOptions.CultureInvariant
    )]
    private static partial Regex NamespaceLine();

    [GeneratedRegex("(Helpers?|Utils?|Common|Managers?|Misc)$", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"[\\/](bin|obj|node_modules)[\\/]", RegexOptions.CultureInvariant)]
    private static partial Regex OutputFolder();

    /// <summary>To the end of its arguments: they stand on lines of their own, or all on one.</summary>
    [GeneratedRegex(
        @"(?:GeneratedRegex|new Regex)\((?:[^\n]*\)\]?;?\n|(?:.|\n)*?\n\s*\)\]?;?)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex RegexMade();

    [GeneratedRegex(@"\bRegularExpression\([^\n]*", RegexOptions.CultureInvariant)]
    private static partial Regex RegexAttribute();

    [GeneratedRegex(
        @"<ProjectReference Include=""[^""]*[\\/]([\w.]+)\.csproj""",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex ProjectReference();
}
