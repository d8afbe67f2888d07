namespace Motif.Cli.Terminal;

/// <summary>A file that is read, where <c>-</c> is standard input.</summary>
internal static class InputFile
{
    public const string StandardInput = "-";

    public static Stream Open(string path) =>
        path == StandardInput ? Console.OpenStandardInput() : OpenFile(path);

    public static FileStream OpenFile(string path) =>
        File.Exists(path)
            ? File.OpenRead(path)
            : throw new UsageException($"there is no file {path}");
}
