namespace Motif.Onnx;

/// <summary>
/// The models that are open in this process, each once however many generators use it: a session holds a hundred megabytes.
/// It is closed with the last of them. Thread-safe.
/// </summary>
internal static class OpenModels
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, OpenModel> Models = new(StringComparer.Ordinal);

    /// <summary>Opens a model, or joins those who use it; to be given back by <see cref="Return"/>.</summary>
    /// <param name="id">Of its description; equal ids give equal vectors.</param>
    /// <exception cref="InvalidDataException">A file is damaged, or none that can be used.</exception>
    public static OpenModel Take(string folder, ModelDescription description, string id)
    {
        // A damaged copy must not hide behind a sound one of the same description.
        var key = $"{id} {Path.GetFullPath(folder)}";
        lock (Gate)
        {
            if (!Models.TryGetValue(key, out var model))
                Models[key] = model = Open(folder, description, key);
            model.Users++;
            return model;
        }
    }

    public static void Return(OpenModel model)
    {
        lock (Gate)
        {
            if (--model.Users > 0)
                return;
            Models.Remove(model.Key);
            model.Network.Dispose();
        }
    }

    private static OpenModel Open(string folder, ModelDescription description, string key)
    {
        description.RequireSoundFiles(folder);
        return new OpenModel(
            key,
            new WordPieceTokenizer(
                Path.Combine(folder, description.Vocabulary),
                description.LowerCase,
                description.Length
            ),
            new SentenceNetwork(Path.Combine(folder, description.Network), description.Pooling)
        );
    }
}

/// <summary>Tokeniser and network of one model.</summary>
internal sealed class OpenModel(string key, WordPieceTokenizer tokenizer, SentenceNetwork network)
{
    public string Key { get; } = key;

    public WordPieceTokenizer Tokenizer { get; } = tokenizer;

    public SentenceNetwork Network { get; } = network;

    /// <summary>Guarded by the gate of <see cref="OpenModels"/>.</summary>
    public int Users { get; set; }
}
