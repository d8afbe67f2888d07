using System.Collections.Concurrent;

namespace Motif.Code.Rules;

/// <summary>
/// What the pattern that a rule recognises is for and how people ask for it, whatever words they use: the Markdown file that
/// stands beside the rule and bears its name.
/// </summary>
/// <remarks>
/// <code># Title
/// What it does, in one sentence.
/// Also called: one name; another name
/// Usually: the variant that a name need not tell
/// - how somebody would ask for it
/// ## variant
/// How this variant does it, in one sentence.
/// - how somebody would ask for this one</code>
/// A rule of another assembly brings its file as an embedded resource of that assembly; a rule may come without one.
/// </remarks>
/// <param name="Title">The field's term, as <see cref="ICodeRule.Title"/>.</param>
/// <param name="Sentence">What it does.</param>
/// <param name="Aliases">Other names of it.</param>
/// <param name="Intents">Requests that it serves.</param>
/// <param name="Variants">What is particular to each <see cref="RuleMatch.Variant"/>.</param>
public sealed record RulePurpose(
    string Title,
    string Sentence,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Intents,
    IReadOnlyDictionary<string, RuleVariant> Variants
)
{
    private const string AliasMark = "Also called:";
    private const string UsualMark = "Usually:";

    /// <summary>The mechanism that everybody thinks of, which the name of a pattern does not tell; null where there is none.</summary>
    public string? Usual { get; init; }

    private static readonly ConcurrentDictionary<(Type, string), RulePurpose?> Read = new();

    /// <summary>Null where no file stands beside the rule.</summary>
    /// <exception cref="FormatException">There is one, and it does not say what it must.</exception>
    public static RulePurpose? Of(ICodeRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Read.GetOrAdd(
            (rule.GetType(), rule.Name),
            static key => Beside(key.Item1, key.Item2)
        );
    }

    /// <exception cref="FormatException">The text does not say what it must.</exception>
    public static RulePurpose Parse(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var title = "";
        var family = new Section("");
        var variants = new List<Section>();
        var section = family;
        foreach (var raw in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = raw.Trim();
            if (line.StartsWith("## ", StringComparison.Ordinal))
                variants.Add(section = new Section(line[3..].Trim()));
            else if (line.StartsWith("# ", StringComparison.Ordinal))
                title = line[2..].Trim();
            else if (line.Length > 0)
                section.Add(line);
        }
        if (title.Length == 0)
            throw new FormatException("expected the title behind #");
        return new RulePurpose(
            title,
            family.Sentence,
            family.Aliases,
            family.Intents,
            variants.ToDictionary(
                v => v.Name,
                v => new RuleVariant(v.Sentence, v.Intents),
                StringComparer.Ordinal
            )
        )
        {
            Usual = family.Usual,
        };
    }

    private static RulePurpose? Beside(Type rule, string name)
    {
        using var stream = rule.Assembly.GetManifestResourceStream($"{rule.Namespace}.{name}.md");
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>What stands below one heading.</summary>
    private sealed class Section(string name)
    {
        private string? _sentence;

        public string Name => name;

        public string Sentence =>
            _sentence ?? throw new FormatException($"expected a sentence below \"{name}\"");

        public string? Usual { get; private set; }

        public List<string> Aliases { get; } = [];

        public List<string> Intents { get; } = [];

        public void Add(string line)
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
                Intents.Add(line[2..].Trim());
            else if (line.StartsWith(UsualMark, StringComparison.Ordinal))
                Usual = line[UsualMark.Length..].Trim();
            else if (line.StartsWith(AliasMark, StringComparison.Ordinal))
                Aliases.AddRange(
                    line[AliasMark.Length..]
                        .Split(
                            ';',
                            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                        )
                );
            else
                _sentence = _sentence is null ? line : $"{_sentence} {line}";
        }
    }
}

/// <summary>One way in which a pattern is done.</summary>
/// <param name="Sentence">How.</param>
/// <param name="Intents">Requests that this way serves in particular.</param>
public sealed record RuleVariant(string Sentence, IReadOnlyList<string> Intents);
