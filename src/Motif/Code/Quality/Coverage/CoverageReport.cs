using System.Text;

namespace Motif.Code.Quality.Coverage;

/// <summary>Thrown where a coverage report is in none of the known formats or is broken; the message names file and reason.</summary>
public sealed class CoverageFormatException(string file, string reason, Exception? inner = null)
    : Exception(
        $"{file}: {reason}; expected a report of coverage.py (json or xml), Cobertura or lcov",
        inner
    );

/// <summary>What one or more reports say about the files of a tree.</summary>
/// <remarks>
/// Reports name files absolutely or relative to somewhere; a file of the tree is the report's file whose path has the longest
/// common tail with its own, if that is all of the shorter of the two and no other report file has as long a one.
/// </remarks>
internal sealed class CoverageReport
{
    private const int MaxBytes = 256 << 20;

    private readonly Dictionary<string, LineCoverage> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _byName = new(StringComparer.Ordinal);

    public int Files => _files.Count;

    /// <summary>Reads reports in whatever of the known formats each is.</summary>
    /// <exception cref="CoverageFormatException">One is in none of them.</exception>
    /// <exception cref="IOException">One cannot be read.</exception>
    public static CoverageReport Read(
        IEnumerable<string> files,
        CancellationToken cancellationToken = default
    )
    {
        var report = new CoverageReport();
        foreach (var file in files)
            report.Read(file, cancellationToken);
        return report;
    }

    /// <exception cref="CoverageFormatException">It is empty, no regular file, or too large.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] Bytes(string file, CancellationToken cancellationToken)
    {
        var info = new FileInfo(file);
        if (!info.Exists)
            throw new FileNotFoundException($"{file} is not there", file);
        return info.Length switch
        {
            0 => throw new CoverageFormatException(file, "empty, or no regular file"),
            > MaxBytes => throw new CoverageFormatException(file, $"more than {MaxBytes >> 20} MB"),
            _ => RegularFile.Read(file, MaxBytes, cancellationToken),
        };
    }

    public LineCoverage File(string path)
    {
        path = Normalized(path);
        if (_files.TryGetValue(path, out var coverage))
            return coverage;
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (!_byName.TryGetValue(name, out var paths))
            _byName[name] = paths = [];
        paths.Add(path);
        return _files[path] = new LineCoverage();
    }

    /// <summary>What is known of a file of the tree; null where the reports do not know it, or not surely.</summary>
    /// <param name="path">Inside the tree, with forward slashes.</param>
    public LineCoverage? Of(string path)
    {
        if (!_byName.TryGetValue(path[(path.LastIndexOf('/') + 1)..], out var candidates))
            return null;
        string? best = null;
        int longest = 0;
        var isTie = false;
        foreach (var candidate in candidates)
        {
            var common = CommonTail(candidate, path);
            if (common == 0 || common < longest)
                continue;
            (best, isTie, longest) = (candidate, common == longest, common);
        }
        return best is null || isTie ? null : _files[best];
    }

    private void Read(string file, CancellationToken cancellationToken)
    {
        var text = Encoding
            .UTF8.GetString(Bytes(file, cancellationToken))
            .TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        if (text.StartsWith('{'))
            CoveragePyJson.Read(file, text, this);
        else if (text.StartsWith('<'))
            CoberturaXml.Read(file, text, this);
        else if (Lcov.IsOne(text))
            Lcov.Read(file, text, this);
        else
            throw new CoverageFormatException(file, "the format is unknown");
    }

    private static string Normalized(string path) =>
        path.Replace('\\', '/').Replace("/./", "/", StringComparison.Ordinal).TrimStart('.', '/');

    /// <summary>Characters of the shorter path when the longer one ends in it, at a slash; otherwise 0.</summary>
    private static int CommonTail(string a, string b)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        if (!longer.EndsWith(shorter, StringComparison.Ordinal))
            return 0;
        var rest = longer.Length - shorter.Length;
        return rest == 0 || longer[rest - 1] == '/' ? shorter.Length : 0;
    }
}
