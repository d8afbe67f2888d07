using Motif.Onnx;

namespace Motif.Backends.Tests.Onnx;

/// <summary>The model that the build put beside the tests.</summary>
internal static class ShippedModel
{
    public static string Folder => SentenceModel.DefaultFolder;

    /// <summary>A copy that a test may damage.</summary>
    public static void CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(Folder))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    /// <summary>The same network and vocabulary, described otherwise.</summary>
    public static void CopyTo(string folder, string description)
    {
        CopyTo(folder);
        File.WriteAllText(Path.Combine(folder, ModelDescription.FileName), description);
    }
}
