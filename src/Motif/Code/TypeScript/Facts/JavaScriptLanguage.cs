namespace Motif.Code.TypeScript.Facts;

/// <summary>JavaScript (ECMAScript 2025) and JSX, by the parser of TypeScript, whose files it imports and is imported by.</summary>
public sealed class JavaScriptLanguage : ISourceLanguage
{
    public string Name => "javascript";

    public IReadOnlyList<string> Extensions { get; } = [".js", ".jsx", ".mjs", ".cjs"];

    /// <summary>The path as a dotted name, without the extension and without <c>index</c>.</summary>
    public string ModuleName(string path, Func<string, bool> isPackage) =>
        ScriptModules.NameOf(path);

    public CodeFacts Read(SourceFile file) => ScriptReading.Read(file, Name, isTyped: false);
}
