using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Motif.Code;
using Motif.Code.Rules;

namespace Motif.Bench;

/// <summary>
/// Shows all rules the source trees given: how often each finds something, how often per class, how fast, and a seeded
/// sample to be judged by eye.
/// <c>code-rules [--path FOLDER]… [--rule NAME | --gof] [--sample N] [--seed S] [--profile] [--smoke]</c>; without a path this
/// repository's own source.
/// </summary>
internal static class CodeRulesOnTrees
{
    private const int Rounds = 5;

    /// <summary>The patterns of Gamma et al., which real code holds few of.</summary>
    private static readonly HashSet<string> Gof = new(StringComparer.Ordinal)
    {
        "abstract_factory",
        "adapter",
        "bridge",
        "builder",
        "chain_of_responsibility",
        "command",
        "composite",
        "decorator",
        "facade",
        "factory_method",
        "flyweight",
        "iterator",
        "mediator",
        "memento",
        "observer",
        "prototype",
        "proxy",
        "singleton",
        "state",
        "strategy",
        "template_method",
        "visitor",
    };

    private static readonly string[] Skipped =
    [
        "/test/",
        "/tests/",
        "/idlelib/",
        "/lib2to3/",
        "/site-packages/",
        "/dist-packages/",
        "/obj/",
        "/bin/",
    ];

    public static Task<int> RunAsync(string[] args)
    {
        var services = new ServiceCollection().AddMotif().Services.BuildServiceProvider();
        var languages = services.GetServices<ISourceLanguage>().ToList();
        var rules = services.GetRequiredService<CodeRules>();
        var only = Value(args, "--rule");
        foreach (var path in Paths(args))
        {
            var facts = Read(path, languages);
            var (found, best) = Time(facts, rules, args.Contains("--smoke") ? 1 : Rounds);
            Console.WriteLine(Report(path, facts, found, best));
            var shown = found
                .Where(m =>
                    (only is null || m.Rule == only)
                    && (!args.Contains("--gof") || Gof.Contains(m.Rule))
                )
                .ToList();
            Console.WriteLine(Sample(shown, args));
            if (args.Contains("--profile"))
                Console.WriteLine(RuleCosts.Of(facts, rules.Rules));
        }
        return Task.FromResult(0);
    }

    private static IEnumerable<string> Paths(string[] args)
    {
        var given = false;
        for (var i = 0; i + 1 < args.Length; i++)
        {
            if (args[i] != "--path")
                continue;
            given = true;
            yield return args[i + 1];
        }
        if (!given)
            yield return OwnSource();
    }

    private static string OwnSource()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Motif.slnx")))
                return Path.Combine(at.FullName, "src");
        }
        throw new DirectoryNotFoundException("run it inside the repository or give --path");
    }

    private static List<CodeFacts> Read(string root, List<ISourceLanguage> languages)
    {
        var above = Path.GetDirectoryName(Path.GetFullPath(root).TrimEnd('/'))!;
        var facts = new List<CodeFacts>();
        foreach (
            var file in Directory
                .EnumerateFiles(root, "*.*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
        {
            var path = Path.GetRelativePath(above, file).Replace('\\', '/');
            var inside = "/" + Path.GetRelativePath(root, file).Replace('\\', '/');
            var language = languages.Find(l => l.Extensions.Contains(Path.GetExtension(file)));
            if (
                language is null
                || Array.Exists(Skipped, s => inside.Contains(s, StringComparison.Ordinal))
            )
                continue;
            var module = language.ModuleName(
                path,
                folder => File.Exists(Path.Combine(above, folder, "__init__.py"))
            );
            facts.Add(language.Read(new SourceFile(path, File.ReadAllBytes(file), module)));
        }
        return facts;
    }

    /// <summary>The matches, and the shortest of several rounds from facts to matches on one thread.</summary>
    private static (IReadOnlyList<RuleMatch> Found, TimeSpan Best) Time(
        List<CodeFacts> facts,
        CodeRules rules,
        int rounds
    )
    {
        var best = TimeSpan.MaxValue;
        IReadOnlyList<RuleMatch> found = [];
        for (var round = 0; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            found = rules.Find(new CodeProject(facts));
            var took = Stopwatch.GetElapsedTime(start);
            best = took < best ? took : best;
        }
        return (found, best);
    }

    private static string Report(
        string path,
        List<CodeFacts> facts,
        IReadOnlyList<RuleMatch> found,
        TimeSpan best
    )
    {
        var text = new StringBuilder();
        var lines = facts.Sum(f => (long)f.Lines);
        var classes = facts.Sum(f => f.Units.Count(u => u.Kind is UnitKind.Class));
        var gof = found.Count(m => Gof.Contains(m.Rule));
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileName(path.TrimEnd('/'))}: {facts.Count} files, {lines} lines, {classes} classes; {found.Count} found, GoF {gof} = {gof / (double)classes:0.000} per class; {lines / best.TotalSeconds:0} lines/s on one thread"
        );
        foreach (
            var rule in found
                .GroupBy(m => m.Rule, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
        )
        {
            var variants = rule.GroupBy(m => m.Variant, StringComparer.Ordinal)
                .Select(v => $"{v.Key ?? "-"} {v.Count()}");
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"  {rule.Key, -24}{rule.Count(), 6}  {string.Join(", ", variants)}"
            );
        }
        return text.ToString();
    }

    private static string Sample(IReadOnlyList<RuleMatch> found, string[] args)
    {
        var size = int.Parse(Value(args, "--sample") ?? "0", CultureInfo.InvariantCulture);
        var seed = int.Parse(Value(args, "--seed") ?? "1", CultureInfo.InvariantCulture);
        var random = new Random(seed);
        var drawn = found
            .OrderBy(_ => random.Next())
            .Take(size)
            .OrderBy(m => m.Unit.File.Facts.Path, StringComparer.Ordinal)
            .ThenBy(m => m.Unit.Fact.StartLine);
        var text = new StringBuilder();
        foreach (var match in drawn)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{match.Rule} [{match.Variant}] {match.Confidence} {match.Unit.File.Facts.Path}:{match.Unit.Fact.StartLine} {match.Unit.Fact.QualifiedName}"
            );
            foreach (var signal in match.Evidence)
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"    {signal.StartLine}-{signal.EndLine}: {signal.Signal}"
                );
        }
        return text.ToString();
    }

    private static string? Value(string[] args, string option)
    {
        var at = Array.IndexOf(args, option);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
