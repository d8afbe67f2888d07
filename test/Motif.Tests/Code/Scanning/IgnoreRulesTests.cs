using System.Diagnostics;
using Motif.Code.Scanning;

namespace Motif.Tests.Code.Scanning;

public sealed class IgnoreRulesTests
{
    [Theory]
    [InlineData("*.log", "a.log", true)]
    [InlineData("*.log", "deep/down/a.log", true)]
    [InlineData("/a.cs", "a.cs", true)]
    [InlineData("/a.cs", "b/a.cs", false)]
    [InlineData("src/a.cs", "src/a.cs", true)]
    [InlineData("src/a.cs", "x/src/a.cs", false)]
    [InlineData("build/", "build", false)]
    [InlineData("**/gen", "x/y/gen", true)]
    [InlineData("**/gen", "gen", true)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b", true)]
    [InlineData("a/**/b", "ab", false)]
    [InlineData("a/**", "a/x/y", true)]
    [InlineData("a/**", "a", false)]
    [InlineData("a*b", "axxb", true)]
    [InlineData("a*b", "ax/xb", false)]
    [InlineData("a**b", "axb", true)]
    [InlineData("?.cs", "a.cs", true)]
    [InlineData("?.cs", "ab.cs", false)]
    [InlineData("[a-c].cs", "b.cs", true)]
    [InlineData("[!a-c].cs", "b.cs", false)]
    [InlineData("[^a-c].cs", "d.cs", true)]
    [InlineData("[]x].cs", "].cs", true)]
    [InlineData("[[:digit:]].cs", "7.cs", true)]
    [InlineData("[[:digit:]].cs", "x.cs", false)]
    [InlineData("[ab", "[ab", false)]
    [InlineData("\\!x", "!x", true)]
    [InlineData("\\#x", "#x", true)]
    [InlineData("# comment", "# comment", false)]
    [InlineData("x\\ ", "x ", true)]
    [InlineData("x   ", "x", true)]
    [InlineData("x\r", "x", true)]
    [InlineData("", "x", false)]
    [InlineData("a*a*a*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    public void A_pattern_means_what_it_means_to_git(string pattern, string path, bool isIgnored) =>
        IgnoreRules
            .From([pattern], "/r", null)
            .IsIgnored($"/r/{path}", isDirectory: false)
            .ShouldBe(isIgnored);

    [Fact]
    public void A_pattern_with_a_slash_at_the_end_is_for_folders_alone()
    {
        var rules = IgnoreRules.From(["build/"], "/r", null);
        rules.IsIgnored("/r/x/build", isDirectory: true).ShouldBeTrue();
        rules.IsIgnored("/r/x/build", isDirectory: false).ShouldBeFalse();
    }

    [Fact]
    public void The_last_pattern_that_matches_decides_and_the_nearer_file_before_the_further()
    {
        var outer = IgnoreRules.From(["*.cs", "!keep.cs"], "/r", null);
        outer.IsIgnored("/r/keep.cs", isDirectory: false).ShouldBeFalse();
        outer.IsIgnored("/r/other.cs", isDirectory: false).ShouldBeTrue();
        var inner = IgnoreRules.From(["keep.cs", "!other.cs"], "/r/in", outer);
        inner.IsIgnored("/r/in/keep.cs", isDirectory: false).ShouldBeTrue();
        inner.IsIgnored("/r/in/other.cs", isDirectory: false).ShouldBeFalse();
        inner.IsIgnored("/r/in/third.cs", isDirectory: false).ShouldBeTrue();
    }

    [Fact]
    public void Git_itself_agrees_on_random_trees_and_patterns()
    {
        using var tree = new SourceTree();
        if (!HasGit(tree.Root))
            return;
        var random = new Random(11);
        for (var round = 0; round < 12; round++)
        {
            foreach (
                var old in Directory
                    .GetDirectories(tree.Root)
                    .Where(d => !d.EndsWith(".git", StringComparison.Ordinal))
            )
                Directory.Delete(old, recursive: true);
            foreach (var old in Directory.GetFiles(tree.Root))
                File.Delete(old);
            for (var i = 0; i < 40; i++)
                tree.Write(RandomPath(random), "");
            tree.Write(".gitignore", RandomPatterns(random));
            tree.Write("a/.gitignore", RandomPatterns(random));
            tree.Write("a/b/.gitignore", RandomPatterns(random));
            var found = new FileFinder([new Motif.Code.CSharp.CSharpLanguage()])
                .Find(tree.Root, [], CancellationToken.None)
                .Files.Select(f => f.Path);
            var expected = Git(tree.Root, "ls-files --others --exclude-standard")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(f => f.EndsWith(".cs", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal);
            found.ShouldBe(expected, File.ReadAllText(Path.Combine(tree.Root, ".gitignore")));
        }
    }

    private static string RandomPath(Random random) =>
        string.Join(
            '/',
            [
                .. Enumerable.Range(0, random.Next(4)).Select(_ => $"{"abc"[random.Next(3)]}"),
                $"{"xyz"[random.Next(3)]}.cs",
            ]
        );

    private static string RandomPatterns(Random random)
    {
        string[] forms =
        [
            "a/",
            "/a",
            "b/",
            "*.cs",
            "x.cs",
            "!x.cs",
            "!y.cs",
            "a/**/x.cs",
            "**/b",
            "/a/b/",
            "b/**",
            "!b/",
            "[xy].cs",
            "!/a/x.cs",
            "?.cs",
            "a/*",
            "!a/b",
            "**/c/z.cs",
            "c*",
        ];
        return string.Join(
            '\n',
            Enumerable.Range(0, random.Next(4)).Select(_ => forms[random.Next(forms.Length)])
        );
    }

    private static bool HasGit(string root)
    {
        try
        {
            Git(root, "init -q");
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
            when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            return false;
        }
    }

    private static string Git(string root, string arguments)
    {
        using var git = Process.Start(
            new ProcessStartInfo("git", arguments)
            {
                WorkingDirectory = root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        git.ExitCode.ShouldBe(0, git.StandardError.ReadToEnd());
        return output;
    }
}
