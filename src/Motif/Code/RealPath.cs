namespace Motif.Code;

/// <summary>Where a path really leads, every link on its way followed.</summary>
public static class RealPath
{
    /// <summary>As many links as Linux follows.</summary>
    private const int MaxLinks = 40;

    /// <exception cref="IOException">Links lead in a circle, or a part cannot be read.</exception>
    public static string Of(string path)
    {
        var links = 0;
        return Follow(Path.GetFullPath(path), ref links);
    }

    private static string Follow(string full, ref int links)
    {
        var current = Path.GetPathRoot(full)!;
        foreach (
            var part in full[current.Length..]
                .Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var next = Path.Combine(current, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                current = next;
                continue;
            }
            if (++links > MaxLinks)
                throw new IOException($"too many links on the way to {full}");
            current = Follow(Path.GetFullPath(target, current), ref links);
        }
        return current;
    }
}
