namespace Motif.Code.TypeScript.Facts;

/// <summary>TypeScript 5 and its JSX by a parser of our own, since none can be had for .NET.</summary>
public sealed class TypeScriptLanguage : ISourceLanguage
{
    public string Name => "typescript";

    public IReadOnlyList<string> Extensions { get; } = [".ts", ".tsx", ".mts", ".cts"];

    /// <summary>The path as a dotted name, without the extension and without <c>index</c>.</summary>
    public string ModuleName(string path, Func<string, bool> isPackage) =>
        ScriptModules.NameOf(path);

    public CodeFacts Read(SourceFile file) => ScriptReading.Read(file, Name, isTyped: true);
}
