using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Motif.Code.CSharp;

/// <summary>
/// C# through Roslyn's syntax trees, up to the newest language version. One file is read by itself: what a name stands for is
/// said where the file, its usings and the base library tell; the rest is left to the step that knows the whole project.
/// </summary>
public sealed class CSharpLanguage : ISourceLanguage
{
    /// <summary>A broken file can have an error on every line; the first say enough.</summary>
    private const int MaxErrors = 20;

    /// <summary><c>#error</c>: a statement of the author's, not a mistake of syntax.</summary>
    private const string ErrorDirective = "CS1029";

    private static readonly CSharpParseOptions Options = new CSharpParseOptions(
        LanguageVersion.Preview,
        DocumentationMode.None
    ).WithFeatures([new("FileBasedProgram", "true")]);

    private static readonly CSharpParseOptions ScriptOptions = Options.WithKind(
        SourceCodeKind.Script
    );

    public string Name => "csharp";

    public IReadOnlyList<string> Extensions { get; } = [".cs", ".csx"];

    /// <summary>Empty: units carry their namespace.</summary>
    public string ModuleName(string path, Func<string, bool> isPackage) => "";

    public CodeFacts Read(SourceFile file)
    {
        var source = Decode(file.Content.Span);
        var text = SourceText.From(source, Encoding.UTF8);
        if (NestingDepth.FirstBeyondMax(source) is { } offset)
            return Refused(file, text, offset);
        var isScript = file.Path.EndsWith(".csx", StringComparison.OrdinalIgnoreCase);
        var tree = CSharpSyntaxTree.ParseText(text, isScript ? ScriptOptions : Options);
        var reader = new CSharpReader(tree.GetCompilationUnitRoot(), text, file.Path);
        foreach (var error in Errors(tree, text))
            reader.Report(error);
        return reader.Read(Name);
    }

    private CodeFacts Refused(SourceFile file, SourceText text, int offset)
    {
        var reader = new CSharpReader(SyntaxFactory.CompilationUnit(), text, file.Path);
        var line = text.Lines.GetLineFromPosition(offset).LineNumber + 1;
        reader.Report(new SourceError(line, $"nested more than {NestingDepth.Max} levels deep"));
        return reader.Read(Name);
    }

    /// <summary>As the compiler does it: byte order mark, else UTF-8, else Latin-1, in which every byte is a character.</summary>
    private static string Decode(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
            [0xFF, 0xFE, 0, 0, .. var rest] => Encoding.UTF32.GetString(rest),
            [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
            [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
            _ when System.Text.Unicode.Utf8.IsValid(bytes) => Encoding.UTF8.GetString(bytes),
            _ => Encoding.Latin1.GetString(bytes),
        };

    private static IEnumerable<SourceError> Errors(SyntaxTree tree, SourceText text) =>
        tree.GetDiagnostics()
            .Where(d => d.Severity is DiagnosticSeverity.Error && d.Id != ErrorDirective)
            .Select(d => new SourceError(
                text.Lines.GetLineFromPosition(d.Location.SourceSpan.Start).LineNumber + 1,
                $"{d.Id}: {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"
            ))
            .Take(MaxErrors);
}
