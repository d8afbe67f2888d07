using System.IO.Enumeration;
using System.Security.Cryptography;
using System.Text;

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
        ],
        StringComparer.Ordinal
    );

    /// <summary>What a build writes beside its project file; anywhere else these are folders like others.</summary>
    private static readonly HashSet<string> BuildOutputs = new(
        ["bin", "obj"],
        StringComparer.Ordinal
    );

    private const int ShownCharacters = 200;

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
        var odd = new HashSet<string>(StringComparer.Ordinal);
        var given = IgnoreRules.From(excludes, root, null);
        var pending = new Stack<(string Folder, IgnoreRules? Rules)>();
        pending.Push((root, IgnoreRules.Above(root, cancellationToken)));
        while (pending.TryPop(out var next))
        {
            var rules = IgnoreRules.In(next.Folder, next.Rules, cancellationToken);
            var entries = Entries(next.Folder, root, errors);
            var isBuilt = entries.Exists(e => !e.IsDirectory && IsProject(e.FullPath));
            foreach (var entry in entries)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (entry.IsLink || rules?.IsIgnored(entry.FullPath, entry.IsDirectory) == true)
                    continue;
                if (given.IsIgnored(entry.FullPath, entry.IsDirectory))
                    continue;
                if (!entry.IsDirectory)
                    Add(entry, root, files, errors, odd);
                else if (IsLeftOut(Path.GetFileName(entry.FullPath), isBuilt))
                    continue;
                else if (CanBeNamed(entry, odd))
                    pending.Push((entry.FullPath, rules));
                else
                    errors.Add(Unnamed(root, entry, errors));
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

    private static bool IsLeftOut(string folder, bool isBuilt) =>
        Excluded.Contains(folder) || (isBuilt && BuildOutputs.Contains(folder));

    /// <summary><c>.csproj</c>, <c>.fsproj</c>, <c>.vcxproj</c> …: what MSBuild builds.</summary>
    private static bool IsProject(string path) =>
        Path.GetExtension(path.AsSpan()).EndsWith("proj", StringComparison.OrdinalIgnoreCase);

    private void Add(
        Entry entry,
        string root,
        List<FoundFile> files,
        List<ScanError> errors,
        HashSet<string> odd
    )
    {
        if (LanguageOf(entry.FullPath) is not { } language)
            return;
        var path = Relative(root, entry.FullPath);
        if (!CanBeNamed(entry, odd))
            errors.Add(Unnamed(root, entry, errors));
        else if (Encoding.UTF8.GetByteCount(path) > ScannedFile.MaxPathBytes)
            errors.Add(TooLong(path));
        else
            files.Add(new(path, entry.FullPath, entry.Bytes, language));
    }

    /// <summary>
    /// On Unix a name is bytes; where they are no UTF-8, each bad one shows as U+FFFD, by which nothing can be opened but the one
    /// file that is really called so.
    /// </summary>
    /// <param name="odd">Takes the names of that kind that were given to a file.</param>
    private static bool CanBeNamed(Entry entry, HashSet<string> odd) =>
        !entry.FullPath.Contains('\uFFFD', StringComparison.Ordinal)
        || (Path.Exists(entry.FullPath) && odd.Add(entry.FullPath));

    /// <summary>Numbered: several such names may look alike, and none like a file that can be read.</summary>
    private static ScanError Unnamed(string root, Entry entry, List<ScanError> errors)
    {
        var shown = ShortName(Relative(root, entry.FullPath));
        var number =
            1 + errors.Count(e => e.File.StartsWith(shown + "#", StringComparison.Ordinal));
        return new ScanError(
            $"{shown}#{number}",
            null,
            "skipped: its name is no UTF-8; rename it to have it scanned"
        );
    }

    private static ScanError TooLong(string path) =>
        new(
            ShortName(path),
            null,
            $"skipped: its path is longer than {ScannedFile.MaxPathBytes} bytes"
        );

    /// <summary>The path itself, or its beginning and a hash of it where it is too long to be kept.</summary>
    private static string ShortName(string path) =>
        Encoding.UTF8.GetByteCount(path) <= ScannedFile.MaxPathBytes - 20
            ? path
            : $"{WellFormedText.Of(path, ShownCharacters)}…{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12]}";

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
            errors.Add(new ScanError(ShortName(Relative(root, folder)), null, exception.Message));
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

    /// <summary>A backslash is a character of a name like others where it does not part folders.</summary>
    private static string Relative(string root, string path) =>
        Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/');

    private readonly record struct Entry(
        string FullPath,
        bool IsDirectory,
        bool IsLink,
        long Bytes
    );
}
