using System.Text;

namespace Motif.Code.Scanning;

/// <summary>
/// The ignore files that are in force in a folder: its own, then those above it. Inside a file the last pattern that matches
/// decides; a file nearer to the path decides before one further up.
/// </summary>
internal sealed class IgnoreRules
{
    private const int MaxFileBytes = 1 << 20;

    private readonly IgnoreRules? _outer;
    private readonly string _folder;
    private readonly IgnorePattern[] _patterns;

    private IgnoreRules(IgnoreRules? outer, string folder, IgnorePattern[] patterns)
    {
        (_outer, _folder, _patterns) = (outer, folder, patterns);
    }

    /// <summary>
    /// What is in force in the folder where a scan begins: the ignore files from the top of its git work tree down to it, and
    /// the work tree's <c>.git/info/exclude</c>. Outside a work tree its own file alone.
    /// </summary>
    /// <param name="root">Full path.</param>
    public static IgnoreRules? Above(string root, CancellationToken cancellationToken)
    {
        var folders = new List<string>();
        var isInWorkTree = false;
        for (var folder = Path.GetDirectoryName(root); folder is not null && !isInWorkTree; )
        {
            if (Path.Exists(Path.Combine(root, ".git")))
                break;
            folders.Add(folder);
            isInWorkTree = Path.Exists(Path.Combine(folder, ".git"));
            folder = Path.GetDirectoryName(folder);
        }
        var top = isInWorkTree ? folders[^1] : root;
        var rules = From(
            Path.Combine(top, ".git", "info", "exclude"),
            top,
            null,
            cancellationToken
        );
        if (isInWorkTree)
        {
            for (var i = folders.Count - 1; i >= 0; i--)
                rules = In(folders[i], rules, cancellationToken);
        }
        return rules;
    }

    /// <summary>The rules of a folder inside those around it.</summary>
    public static IgnoreRules? In(
        string folder,
        IgnoreRules? outer,
        CancellationToken cancellationToken
    ) => From(Path.Combine(folder, ".gitignore"), folder, outer, cancellationToken);

    /// <summary>Rules from lines, for tests and for excludes that a caller gives.</summary>
    public static IgnoreRules From(IEnumerable<string> lines, string folder, IgnoreRules? outer) =>
        new(outer, folder, [.. lines.Select(IgnorePattern.Parse).OfType<IgnorePattern>()]);

    /// <param name="path">Full path inside the folder of these rules.</param>
    public bool IsIgnored(string path, bool isDirectory)
    {
        for (var rules = this; rules is not null; rules = rules._outer)
        {
            var relative = path.AsSpan(rules._folder.TrimEnd('/').Length + 1);
            for (var i = rules._patterns.Length - 1; i >= 0; i--)
            {
                if (rules._patterns[i].Matches(relative, isDirectory))
                    return !rules._patterns[i].IsNegated;
            }
        }
        return false;
    }

    /// <summary>An ignore file that cannot be read ignores nothing: git warns and goes on as well.</summary>
    private static IgnoreRules? From(
        string file,
        string folder,
        IgnoreRules? outer,
        CancellationToken cancellationToken
    )
    {
        var info = new FileInfo(file);
        if (!info.Exists || info.LinkTarget is not null)
            return outer;
        try
        {
            var bytes = RegularFile.Read(file, MaxFileBytes, cancellationToken);
            return From(
                Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split('\n'),
                folder,
                outer
            );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return outer;
        }
    }
}
