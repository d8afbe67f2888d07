using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Motif.Code;
using Motif.Code.CSharp;
using Motif.Code.Python.Facts;
using Motif.Code.Rules;
using Motif.Code.TypeScript.Facts;

namespace Motif.Tests.Code.Rules;

/// <summary>
/// One case of <c>specs/code/rules/*.md</c>: a stretch of source under "Finds", with the unit and modifiers that the rule must find,
/// or under "Leaves alone".
/// </summary>
internal sealed record RuleSpec(
    string Rule,
    string Title,
    string Language,
    string Source,
    string? Unit,
    IReadOnlyList<string> Modifiers
)
{
    private static readonly CodeRules Rules = new(ListedRules.All);

    public static IReadOnlyList<RuleSpec> All { get; } = [.. Read()];

    public string Key => $"{Rule}: {Title} ({Language})";

    /// <summary>What is shown of the source as a project of one file.</summary>
    public IReadOnlyList<RuleMatch> Find(string? source = null) =>
        Rules.Find(new CodeProject([Facts(source ?? Source)]));

    public CodeFacts Facts(string source)
    {
        ISourceLanguage language = Language switch
        {
            "csharp" => new CSharpLanguage(),
            "python" => new PythonLanguage(),
            "typescript" or "tsx" => new TypeScriptLanguage(),
            "javascript" => new JavaScriptLanguage(),
            _ => throw new InvalidDataException($"{Key}: nobody reads {Language}"),
        };
        var extension = Language is "tsx" ? ".tsx" : language.Extensions[0];
        return language.Read(
            new SourceFile("tools" + extension, Encoding.UTF8.GetBytes(source), "tools")
        );
    }

    private static IEnumerable<RuleSpec> Read()
    {
        foreach (
            var path in Directory
                .GetFiles(Path.Combine(Repository.Root, "specs", "code", "rules"), "*.md")
                .Order(StringComparer.Ordinal)
        )
        {
            var rule = Path.GetFileNameWithoutExtension(path);
            var (isFinds, title) = (false, "");
            foreach (var block in Markdown.Parse(File.ReadAllText(path)))
            {
                if (block is HeadingBlock { Level: 2 } section)
                    isFinds = Text(section) == "Finds";
                else if (block is HeadingBlock { Level: 3 } heading)
                    title = Text(heading);
                else if (block is FencedCodeBlock fence)
                    yield return Of(rule, title, isFinds, fence);
            }
        }
    }

    private static RuleSpec Of(string rule, string title, bool isFinds, FencedCodeBlock fence)
    {
        var words = (fence.Arguments ?? "").Split(" with ", StringSplitOptions.TrimEntries);
        var unit = words[0].Length == 0 ? null : words[0];
        if (isFinds != unit is not null)
            throw new InvalidDataException($"{rule}: {title}: a unit is named under Finds alone");
        return new RuleSpec(
            rule,
            title,
            fence.Info!,
            fence.Lines.ToString(),
            unit,
            words.Length < 2 ? [] : words[1].Split(", ")
        );
    }

    private static string Text(HeadingBlock heading) =>
        string.Concat(
            heading.Inline!.Descendants<LiteralInline>().Select(l => l.Content.ToString())
        );
}
