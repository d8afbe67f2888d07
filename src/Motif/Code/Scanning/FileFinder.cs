using System.IO.Enumeration;

namespace Motif.Code.Scanning;

/// <summary>
/// Finds the source files of a tree: what git would track or add, in a language that is known. Symbolic links are not
/// followed, as git does not, so that there are neither loops nor ways out of the tree.
/// </summary>
internal sealed class FileFinder(IReadOnlyList<ISourceLanguage> languages)
{
    /// <summary>Folders that hold what somebody else wrote or a program made, whatever an ignore file says.</summary>
    private static readonly HashSet<string> Excluded = new(
        [
            ".git",
            ".hg",
            ".svn",
            ".bzr",
            ".tox",
            ".nox",
            ".venv",
            "venv",
            ".eggs",
            "__pycache__",
            ".mypy_cache",
            ".pytest_cache",
            ".ruff_cache",
            "node_modules",
            "bower_components",
            "site-packages",
            ".vs",
            ".idea",
            "bin",
            "obj",
        ],
        StringComparer.Ordinal
    );

    private static readonly EnumerationOptions Options = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
        RecurseSubdirectories = false,
    };

    private readonly Dictionary<string, ISourceLanguage> _byExtension = ByExtension(languages);

    /// <param name="root">Full path of a folder, or of one file.</param>
    /// <param name="excludes">Patterns as in a <c>.gitignore</c> at the root.</param>
    public FoundFiles Find(
        string root,
        IReadOnlyList<string> excludes,
        CancellationToken cancellationToken
    )
    {
        if (File.Exists(root))
            return new FoundFiles(
                LanguageOf(root) is { } language
                    ? [new(Path.GetFileName(root), root, new FileInfo(root).Length, language)]
                    : [],
                []
            );
        var files = new List<FoundFile>();
        var errors = new List<ScanError>();
        var given = IgnoreRules.From(excludes, root, null);
        var pending = new Stack<(string Folder, IgnoreRules? Rules)>();
        pending.Push((root, IgnoreRules.Above(root)));
        while (pending.TryPop(out var next))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rules = IgnoreRules.In(next.Folder, next.Rules);
            foreach (var entry in Entries(next.Folder, root, errors))
            {
                if (entry.IsLink || rules?.IsIgnored(entry.FullPath, entry.IsDirectory) == true)
                    continue;
                if (given.IsIgnored(entry.FullPath, entry.IsDirectory))
                    continue;
                if (!entry.IsDirectory)
                    Add(entry, root, files);
                else if (!Excluded.Contains(Path.GetFileName(entry.FullPath)))
                    pending.Push((entry.FullPath, rules));
            }
        }
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        errors.Sort((a, b) => string.CompareOrdinal(a.File, b.File));
        return new FoundFiles(files, errors);
    }

    private static Dictionary<string, ISourceLanguage> ByExtension(
        IReadOnlyList<ISourceLanguage> languages
    )
    {
        var map = new Dictionary<string, ISourceLanguage>(StringComparer.Ordinal);
        foreach (var language in languages)
        {
            foreach (var extension in language.Extensions)
                map.TryAdd(extension, language);
        }
        return map;
    }

    private ISourceLanguage? LanguageOf(string path) =>
        _byExtension.GetValueOrDefault(Path.GetExtension(path).ToLowerInvariant());

    private void Add(Entry entry, string root, List<FoundFile> files)
    {
        if (LanguageOf(entry.FullPath) is { } language)
            files.Add(new(Relative(root, entry.FullPath), entry.FullPath, entry.Bytes, language));
    }

    /// <summary>A folder without rights is an error of its own; the rest is scanned.</summary>
    private static List<Entry> Entries(string folder, string root, List<ScanError> errors)
    {
        var entries = new List<Entry>();
        try
        {
            foreach (var entry in new FileSystemEnumerable<Entry>(folder, Transform, Options))
                entries.Add(entry);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.Add(new ScanError(Relative(root, folder), null, exception.Message));
        }
        return entries;
    }

    private static Entry Transform(ref FileSystemEntry entry)
    {
        var isLink = entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
        return new Entry(
            entry.ToFullPath(),
            entry.IsDirectory,
            isLink,
            entry.IsDirectory || isLink ? 0 : entry.Length
        );
    }

    private static string Relative(string root, string path) =>
        Path.GetRelativePath(root, path).Replace('\\', '/');

    private readonly record struct Entry(
        string FullPath,
        bool IsDirectory,
        bool IsLink,
        long Bytes
    );
}
