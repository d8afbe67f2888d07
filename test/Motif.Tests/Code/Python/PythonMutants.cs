using System.Text;
using Motif.Code.Python;

namespace Motif.Tests.Code.Python;

/// <summary>Damages real source in the ways in which people do: one token or line changed, by a seeded generator.</summary>
internal sealed class PythonMutants(int seed)
{
    private static readonly string[] Inserted =
    [
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ":",
        ",",
        "=",
        "==",
        "def",
        "class",
        "if",
        "else",
        "lambda",
        "*",
        "**",
        ".",
        "not",
        "in",
        "for",
        "async",
        "await",
        "yield",
        "return",
        "x",
        "1",
        "\"s\"",
        "f'{x}'",
        "->",
        ":=",
        "@",
        ";",
        "\\",
        "match",
        "case",
        "type",
        "_",
        "import",
        "from",
        "as",
        "with",
        "try",
        "except",
        "finally",
        "None",
        "0x",
        "1_",
        "é",
        "$",
        "!",
        "%",
        "`",
        "pass",
        "b\"x\"",
        "...",
        "t\"{y}\"",
        "+=",
        "\n",
        "    ",
    ];

#pragma warning disable RS0030 // Seeded: the mutants of a seed are always the same.
    private readonly Random _random = new(seed);
#pragma warning restore RS0030

    /// <summary>The source with one thing changed; null if the chosen change is none.</summary>
    internal string? Mutate(string source)
    {
        var tokens = Tokens(source);
        if (tokens.Count < 10)
            return null;
        var token = _random.Next(tokens.Count - 1);
        var (start, end) = tokens[token];
        switch (_random.Next(8))
        {
            case 0:
                return source[..start] + source[end..];
            case 1:
                return source[..end] + " " + source[start..end] + source[end..];
            case 2:
                var (nextStart, nextEnd) = tokens[token + 1];
                return source[..start]
                    + source[nextStart..nextEnd]
                    + source[end..nextStart]
                    + source[start..end]
                    + source[nextEnd..];
            case 3:
                return source[..start]
                    + Inserted[_random.Next(Inserted.Length)]
                    + " "
                    + source[start..];
            case 4:
                return source[..start] + Inserted[_random.Next(Inserted.Length)] + source[end..];
            case 5:
                return TruncateLine(source);
            case 6:
                return Indent(source);
            default:
                var at = _random.Next(source.Length);
                return _random.Next(2) == 0 ? source[..at] + source[(at + 1)..] : source[..at];
        }
    }

    /// <summary>The source without one token, and where that stood.</summary>
    internal (string Source, int Start, int Length)? DeleteToken(string source)
    {
        var tokens = Tokens(source);
        if (tokens.Count < 10)
            return null;
        var (start, end) = tokens[_random.Next(tokens.Count)];
        return (source[..start] + source[end..], start, end - start);
    }

    internal int Next(int limit) => _random.Next(limit);

    private string? TruncateLine(string source)
    {
        var lines = source.Split('\n');
        var line = _random.Next(lines.Length);
        if (lines[line].Length < 2)
            return null;
        lines[line] = lines[line][.._random.Next(lines[line].Length - 1)];
        return string.Join('\n', lines);
    }

    private string? Indent(string source)
    {
        var lines = source.Split('\n');
        var line = _random.Next(lines.Length);
        lines[line] = _random.Next(4) switch
        {
            0 => " " + lines[line],
            1 => "    " + lines[line],
            2 => "\t" + lines[line],
            _ when lines[line].StartsWith(' ') => lines[line][1..],
            _ => lines[line],
        };
        return string.Join('\n', lines);
    }

    private static List<(int Start, int End)> Tokens(string source)
    {
        var tokens = new List<(int, int)>();
        var lexer = new PythonLexer(new PythonStringTable(), []);
        lexer.Reset(source);
        lexer.Next();
        while (lexer.Kind != PythonToken.EndOfFile)
        {
            var start = lexer.Start;
            if (lexer.Kind == PythonToken.FormatStringStart)
            {
                lexer.SkipFormatString();
                tokens.Add((start, lexer.Position));
            }
            else if (lexer.Kind == PythonToken.Newline && lexer.End < source.Length)
                tokens.Add((start, start + 1));
            else if (lexer.End > start)
                tokens.Add((start, lexer.End));
            lexer.Next();
        }
        return tokens;
    }

    /// <summary>Valid UTF-8 sources below a folder that are no larger than that, in a fixed order.</summary>
    internal static List<string> SourcesIn(string root, int maxLength)
    {
        var sources = new List<string>();
        var files = Directory.GetFiles(root, "*.py", SearchOption.AllDirectories);
        Array.Sort(files, string.CompareOrdinal);
        foreach (var file in files)
        {
            if (
                file.Contains("-packages", StringComparison.Ordinal)
                || new FileInfo(file).Length is < 500 or > 20_000
            )
                continue;
            var tree = PythonParser.Parse(File.ReadAllBytes(file));
            if (
                tree.IsValid
                && tree.Encoding == "utf-8"
                && tree.Text.Length <= maxLength
                && Encoding.UTF8.GetByteCount(tree.Text) > 0
            )
                sources.Add(tree.Text);
        }
        return sources;
    }
}
