using System.Text;

namespace Motif.Code.TypeScript.Facts;

/// <summary>
/// Dotted names of modules: <c>src/api/client.ts</c> is <c>src.api.client</c>, <c>src/api/index.ts</c> is <c>src.api</c>. What
/// cannot stand in a name is written as an underscore, in the file and in the import alike.
/// </summary>
internal static class ScriptModules
{
    private static readonly string[] Extensions =
    [
        ".d.ts",
        ".d.mts",
        ".d.cts",
        ".ts",
        ".tsx",
        ".mts",
        ".cts",
        ".js",
        ".jsx",
        ".mjs",
        ".cjs",
    ];

    public static string NameOf(string path)
    {
        var parts = WithoutExtension(path).Split('/');
        var last = parts.Length > 1 && parts[^1] == "index" ? parts.Length - 1 : parts.Length;
        return string.Join('.', parts.Take(last).Select(Part));
    }

    /// <summary>The absolute dotted name that an import means in a file.</summary>
    /// <param name="specifier">Such as <c>./util.js</c>, <c>@/api</c>, <c>react</c>, <c>node:fs</c>.</param>
    /// <param name="from">The path of the importing file.</param>
    public static string Resolve(string specifier, string from)
    {
        if (specifier.StartsWith('.'))
            return NameOf(Joined(FolderOf(from), specifier));
        // What bundlers and `paths` of a tsconfig call the source folder by convention.
        if (
            specifier.StartsWith("@/", StringComparison.Ordinal)
            || specifier.StartsWith("~/", StringComparison.Ordinal)
        )
            return NameOf(Joined(SourceFolder(from), specifier[2..]));
        var name = specifier.StartsWith("node:", StringComparison.Ordinal)
            ? specifier["node:".Length..]
            : specifier;
        return name.Replace('.', '_').Replace('/', '.');
    }

    private static string WithoutExtension(string path)
    {
        foreach (var extension in Extensions)
        {
            if (path.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                return path[..^extension.Length];
        }
        return path;
    }

    private static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private static string SourceFolder(string from)
    {
        var parts = from.Split('/');
        var source = System.Array.IndexOf(parts, "src");
        return source < 0 ? "" : string.Join('/', parts.Take(source + 1));
    }

    private static string Joined(string folder, string relative)
    {
        var parts = new List<string>(folder.Length == 0 ? [] : folder.Split('/'));
        foreach (var part in relative.Split('/'))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("" or "." or ".."))
                parts.Add(part);
        }
        return string.Join('/', parts);
    }

    private static string Part(string part)
    {
        var name = new StringBuilder(part.Length);
        foreach (var c in part)
            name.Append(char.IsLetterOrDigit(c) || c == '_' ? c : '_');
        return name.Length == 0 ? "_" : name.ToString();
    }
}
