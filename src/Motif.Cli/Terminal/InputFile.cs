namespace Motif.Cli.Terminal;

/// <summary>A file that is read, where <c>-</c> is standard input.</summary>
internal static class InputFile
{
    public const string StandardInput = "-";

    public static Stream Open(string path) =>
        path == StandardInput ? Console.OpenStandardInput() : OpenFile(path);

    /// <summary>Whether rows are expected in it, by its name; otherwise lines.</summary>
    public static bool IsCsv(string path) =>
        path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    public static FileStream OpenFile(string path) =>
        File.Exists(path)
            ? File.OpenRead(path)
            : throw new UsageException($"there is no file {path}");
}
