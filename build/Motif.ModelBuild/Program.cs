namespace Motif.ModelBuild;

/// <summary>
/// <c>Motif.ModelBuild PACKAGE_ASSEMBLY PACKAGE_VERSION FOLDER</c>: writes the sentence model into a folder, once for each
/// content of the package. Exit codes: 0 made or up to date, 1 the package is not what it was, 2 bad usage.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments is not [var assembly, var version, var folder])
        {
            Console.Error.WriteLine("usage: Motif.ModelBuild PACKAGE_ASSEMBLY VERSION FOLDER");
            return 2;
        }
        try
        {
            var made = new ModelFolder(folder).Make(assembly, version);
            if (made)
                Console.WriteLine($"The sentence model was requantised into {folder}");
            return 0;
        }
        catch (Exception exception)
            when (exception is InvalidDataException or IOException or BadImageFormatException)
        {
            Console.Error.WriteLine($"{assembly}: {exception.Message}");
            return 1;
        }
    }
}
