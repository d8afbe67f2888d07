using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Motif.Code.CSharp;

/// <summary>One pass over the tokens of a file: their hashes, and what every line holds.</summary>
internal static class TokenScan
{
    public static (TokenHashes Tokens, LineIndex Lines) Of(SyntaxNode root, SourceText text)
    {
        var tokens = new TokenHashes();
        var lines = new LineIndex([.. text.Lines.Select(l => l.Start)]);
        foreach (var token in root.DescendantTokens())
        {
            if (token.HasLeadingTrivia)
                MarkComments(token.LeadingTrivia, lines);
            if (token.Span.Length > 0)
                Add(token, tokens, lines);
            if (token.HasTrailingTrivia)
                MarkComments(token.TrailingTrivia, lines);
        }
        return (tokens, lines);
    }

    private static void Add(SyntaxToken token, TokenHashes tokens, LineIndex lines)
    {
        var span = token.Span;
        tokens.Add(span.Start, token.Text);
        var line = lines.LineOf(span.Start);
        lines.Mark(line, LineKind.Code);
        for (var last = lines.LineOf(span.End - 1); line < last; )
            lines.Mark(++line, LineKind.Text);
    }

    private static void MarkComments(SyntaxTriviaList trivia, LineIndex lines)
    {
        foreach (var piece in trivia)
        {
            if (KindOf(piece) is not { } kind)
                continue;
            var last = lines.LineOf(piece.Span.End - 1);
            for (var line = lines.LineOf(piece.SpanStart); line <= last; line++)
                lines.Mark(line, kind);
        }
    }

    private static LineKind? KindOf(SyntaxTrivia trivia) =>
        trivia.Kind() switch
        {
            SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia =>
                DocumentationComment.IsOne(trivia) ? LineKind.Text : LineKind.Comment,
            SyntaxKind.DisabledTextTrivia => LineKind.Comment,
            _ when trivia.IsDirective => LineKind.Code,
            SyntaxKind.SkippedTokensTrivia => LineKind.Code,
            _ => null,
        };
}
