namespace Motif.Cli.Terminal;

/// <summary>A file that is read, where <c>-</c> is standard input.</summary>
internal static class InputFile
{
    public const string StandardInput = "-";

    public static Stream Open(string path)
    {
        if (path == StandardInput)
            return Console.OpenStandardInput();
        return File.Exists(path)
            ? File.OpenRead(path)
            : throw new UsageException($"there is no file {path}");
    }
}
