using Motif.Catalog;

namespace Motif.Code;

/// <summary>A source tree as the catalogue knows it.</summary>
/// <param name="Host">The machine it was scanned on; null where it was scanned before this was kept.</param>
/// <param name="Folder">Where its files lie there, every link followed; null likewise.</param>
/// <param name="ScannedAt">When a scan last changed something; null likewise.</param>
/// <param name="Lines">Lines of all parsed files.</param>
/// <param name="Patterns">Patterns that have an occurrence in it.</param>
public sealed record CodeRepository(
    string Name,
    string? Host,
    string? Folder,
    DateTimeOffset? ScannedAt,
    int Files,
    int FilesFailed,
    long Lines,
    int Occurrences,
    int Patterns
);

/// <summary>Where the files of a repository lie.</summary>
/// <param name="Host">The machine's name: the same path on another is another file.</param>
/// <param name="Folder">Every link followed, so that one place has one name.</param>
public sealed record SourcePlace(string Host, string Folder);

/// <summary>A file by the repository that counts it.</summary>
public sealed record RepositoryFile(string Repository, string Path);

/// <summary>A repository to be forgotten, with what its patterns become without it.</summary>
public sealed record RepositoryRemoval(string Repository, IReadOnlyList<PatternWrite> Patterns);
