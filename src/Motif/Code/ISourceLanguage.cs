namespace Motif.Code;

/// <summary>A file to be read.</summary>
/// <param name="Path">Path inside the repository with forward slashes.</param>
/// <param name="Content">Its bytes; which encoding they have is the language's affair.</param>
/// <param name="ModuleName">The dotted name under which others import it; empty where the language has no such notion.</param>
public readonly record struct SourceFile(
    string Path,
    ReadOnlyMemory<byte> Content,
    string ModuleName
);

/// <summary>
/// A programming language: it turns source text into <see cref="CodeFacts"/>. Implementations are thread-safe, hold no state
/// of a file, never throw on any input (what does not parse becomes <see cref="CodeFacts.Errors"/>), and need bounded
/// memory and stack.
/// </summary>
public interface ISourceLanguage
{
    /// <summary>Lower-case name, such as <c>python</c>.</summary>
    string Name { get; }

    /// <summary>File extensions with their dot, lower case.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>The module name of a file by its path inside the repository.</summary>
    /// <param name="isPackage">Whether a folder (relative path) is a package, for languages in which folders are.</param>
    string ModuleName(string path, Func<string, bool> isPackage);

    CodeFacts Read(SourceFile file);
}
