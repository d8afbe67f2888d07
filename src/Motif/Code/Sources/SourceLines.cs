using System.Text;
using System.Text.Unicode;
using Motif.Text.Secrets;

namespace Motif.Code.Sources;

/// <summary>The lines of a file as they are shown: without secrets, long ones cut.</summary>
internal static class SourceLines
{
    private const int MaxLineLength = 1000;

    /// <summary>Secrets are looked for in so many characters around what is shown: keys are long, files can be longer.</summary>
    private const int SecretReach = 1 << 17;

    /// <summary>The lines from first to last, counted from 1 and inclusive.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> lines, int first, int last)
    {
        var from = first - 1;
        for (var reach = SecretReach; from > 0 && reach > 0; from--)
            reach -= lines[from - 1].Length + 1;
        var to = last;
        for (var reach = SecretReach; to < lines.Count && reach > 0; to++)
            reach -= lines[to].Length + 1;
        var clean = Redaction.ApplyLineByLine(
            string.Join('\n', Enumerable.Range(from, to - from).Select(i => lines[i]))
        );
        return [.. clean.Split('\n').Skip(first - 1 - from).Take(last - first + 1).Select(Shown)];
    }

    /// <summary>The lines of a file as every language here counts them: after CR LF, LF or CR.</summary>
    public static List<string> Split(ReadOnlySpan<byte> bytes)
    {
        var text = Utf8.IsValid(bytes)
            ? Encoding.UTF8.GetString(bytes)
            : Encoding.Latin1.GetString(bytes);
        return
        [
            .. text.TrimStart('\uFEFF')
                .Replace("\r\n", "\n", StringComparison.Ordinal)
                .Replace('\r', '\n')
                .Split('\n'),
        ];
    }

    private static string Shown(string line) =>
        line.Length <= MaxLineLength ? line : line[..MaxLineLength] + "…";
}
