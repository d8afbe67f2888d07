namespace Motif.Code.Python.Facts;

/// <summary>Python 3.8 to 3.14 as a source of <see cref="CodeFacts"/>.</summary>
public sealed class PythonLanguage : ISourceLanguage
{
    public string Name => "python";

    public IReadOnlyList<string> Extensions { get; } = [".py", ".pyw"];

    /// <summary>
    /// The dotted name from the topmost package that holds the file; outside any package, from the repository's root.
    /// </summary>
    public string ModuleName(string path, Func<string, bool> isPackage)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(isPackage);
        var parts = path[..path.LastIndexOf('.')].Split('/');
        var folders = parts.Length - 1;
        var first = folders;
        while (first > 0 && isPackage(string.Join('/', parts.Take(first))))
            first--;
        if (first == folders)
            first = 0;
        var names = parts.Skip(first);
        return string.Join('.', parts[^1] == "__init__" ? names.SkipLast(1) : names);
    }

    public CodeFacts Read(SourceFile file)
    {
        var tree = PythonParser.Parse(file.Content.Span);
        var module = new PythonModule(tree, file.ModuleName, file.Path);
        return new PythonFactsWriter(module).Write(file.Path, Name);
    }
}
