using System.Text;
using System.Xml;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Motif.Code.CSharp;

/// <summary>
/// An XML documentation comment as plain text, laid out as Google's docstrings are: the summary, then <c>Args:</c>,
/// <c>Returns:</c> and <c>Raises:</c>, so that one reader of documentation serves all languages.
/// </summary>
internal static class DocumentationComment
{
    private static readonly XmlReaderSettings Settings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary><c>///</c> but not <c>////</c>, <c>/**</c> but not <c>/**/</c> or <c>/***</c>.</summary>
    public static bool IsOne(SyntaxTrivia trivia)
    {
        var text = trivia.ToString();
        return trivia.Kind() switch
        {
            SyntaxKind.SingleLineCommentTrivia => text.StartsWith("///", StringComparison.Ordinal)
                && !text.StartsWith("////", StringComparison.Ordinal),
            SyntaxKind.MultiLineCommentTrivia => text.Length > 4
                && text.StartsWith("/**", StringComparison.Ordinal)
                && text[3] != '*',
            _ => false,
        };
    }

    /// <summary>The text of the comment that stands before a declaration; null where there is none.</summary>
    public static string? Of(SyntaxNode declaration)
    {
        if (!declaration.HasLeadingTrivia)
            return null;
        var xml = new StringBuilder();
        foreach (var trivia in declaration.GetLeadingTrivia())
        {
            if (IsOne(trivia))
                Append(xml, trivia.ToString());
        }
        return xml.Length == 0 ? null : Text(xml.ToString());
    }

    private static void Append(StringBuilder xml, string comment)
    {
        if (comment.EndsWith("*/", StringComparison.Ordinal))
            comment = comment[..^2];
        foreach (var line in comment.Split('\n'))
            xml.AppendLine(line.TrimStart().TrimStart('/').TrimStart('*').TrimEnd());
    }

    private static string? Text(string xml)
    {
        var sections = new Sections();
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), Settings);
            while (reader.Read())
                sections.Take(reader);
        }
        catch (XmlException)
        {
            // What is no XML is still what the author wrote; the compiler only warns as well.
            return Collapse(xml);
        }
        return sections.ToText();
    }

    /// <summary>White space as one blank, blank lines as paragraphs.</summary>
    private static string? Collapse(string text)
    {
        var paragraphs = text.ReplaceLineEndings("\n")
            .Split("\n\n")
            .Select(p =>
                string.Join(' ', p.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            )
            .Where(p => p.Length > 0);
        var joined = string.Join('\n', paragraphs);
        return joined.Length == 0 ? null : joined;
    }

    /// <summary>The parts of a comment by what they describe.</summary>
    private sealed class Sections
    {
        private readonly StringBuilder _summary = new();
        private readonly StringBuilder _returns = new();
        private readonly List<(string Name, StringBuilder Text)> _arguments = [];
        private readonly List<(string Name, StringBuilder Text)> _raises = [];
        private StringBuilder? _section;
        private int _sectionDepth;

        public void Take(XmlReader reader)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Open(reader);
                    break;
                case XmlNodeType.EndElement when reader.Depth == _sectionDepth:
                    _section = null;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace:
                    (_section ?? _summary).Append(reader.Value);
                    break;
            }
        }

        public string? ToText()
        {
            var text = new StringBuilder(Collapse(_summary.ToString()));
            Add(text, "Args:", _arguments);
            if (Collapse(_returns.ToString()) is { } returns)
                text.Append("\nReturns:\n    ").Append(returns);
            Add(text, "Raises:", _raises);
            return text.Length == 0 ? null : text.ToString().TrimStart('\n');
        }

        private void Open(XmlReader reader)
        {
            if (_section is null && SectionOf(reader) is { } section)
            {
                if (!reader.IsEmptyElement)
                    (_section, _sectionDepth) = (section, reader.Depth);
                return;
            }
            (_section ?? _summary).Append(
                reader.LocalName switch
                {
                    "para" or "br" or "item" or "code" => "\n\n",
                    "inheritdoc" => "<inheritdoc/>",
                    "see" or "seealso" or "paramref" or "typeparamref" when reader.IsEmptyElement =>
                        Reference(reader),
                    _ => "",
                }
            );
        }

        private StringBuilder? SectionOf(XmlReader reader)
        {
            switch (reader.LocalName)
            {
                case "returns" or "value":
                    return _returns;
                case "param" or "typeparam":
                    _arguments.Add((reader.GetAttribute("name") ?? "", new StringBuilder()));
                    return _arguments[^1].Text;
                case "exception":
                    _raises.Add((Unprefixed(reader.GetAttribute("cref")), new StringBuilder()));
                    return _raises[^1].Text;
                default:
                    return null;
            }
        }

        private static string Reference(XmlReader reader) =>
            reader.GetAttribute("langword")
            ?? reader.GetAttribute("name")
            ?? reader.GetAttribute("href")
            ?? Unprefixed(reader.GetAttribute("cref"));

        /// <summary>Without the <c>T:</c> of an identifier that was resolved already.</summary>
        private static string Unprefixed(string? reference) =>
            reference is [_, ':', .. var rest] ? rest : reference ?? "";

        private static void Add(
            StringBuilder text,
            string title,
            List<(string Name, StringBuilder Text)> entries
        )
        {
            var described = entries
                .Select(e => (e.Name, Text: Collapse(e.Text.ToString())))
                .Where(e => e.Text is not null)
                .ToList();
            if (described.Count == 0)
                return;
            text.Append('\n').Append(title);
            foreach (var (name, description) in described)
                text.Append("\n    ").Append(name).Append(": ").Append(description);
        }
    }
}
