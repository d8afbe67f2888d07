using System.Text;

namespace Motif.Code.TypeScript.Facts;

/// <summary>From the bytes of a file to its facts; the same for both languages.</summary>
internal static class ScriptReading
{
    /// <summary>A broken file can have an error on every line; the first say enough.</summary>
    private const int MaxErrors = 20;

    public static CodeFacts Read(SourceFile file, string language, bool isTyped)
    {
        var text = Decode(file.Content.Span);
        var traits = ScriptFileTraits.Of(file.Path, text, out var leftOut);
        var module = file.ModuleName.Length > 0 ? file.ModuleName : ScriptModules.NameOf(file.Path);
        if (leftOut is not null)
            return Empty(file, text, language, module, traits, leftOut);
        var isJsx = !isTyped || file.Path.EndsWith(".tsx", StringComparison.OrdinalIgnoreCase);
        var (tree, lexer) = ScriptParser.Parse(text, isTyped, isJsx);
        var writer = new ScriptFactsWriter(tree, lexer, text, file.Path, module, traits);
        return writer.Write(language, MaxErrors);
    }

    /// <summary>By the byte order mark, else UTF-8.</summary>
    private static string Decode(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
            [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
            [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
            _ => Encoding.UTF8.GetString(bytes),
        };

    /// <summary>A file whose inside nobody wants to know: its module and why.</summary>
    private static CodeFacts Empty(
        SourceFile file,
        string text,
        string language,
        string module,
        UnitTraits traits,
        string why
    )
    {
        var (tree, lexer) = ScriptParser.Parse("", isTyped: true, isJsx: false);
        var writer = new ScriptFactsWriter(tree, lexer, "", file.Path, module, traits);
        writer.Report(new SourceError(1, $"skipped: {why}, {text.Length} characters"));
        return writer.Write(language, MaxErrors);
    }
}
