using System.IO.Compression;
using System.Text.Json;
using Motif.Content.Mining;
using Motif.Embeddings;
using Motif.Numerics;
using Motif.Onnx;
using Motif.Text;

namespace Motif.Bench;

/// <summary>Texts that are drawn as maps, as vectors of the sentence model (of the lexicon where no model is).</summary>
internal static class MapSets
{
    private const int Dimension = 256;

    /// <param name="folder">Keeps the vectors for the next time.</param>
    /// <param name="rows">At most; of more texts as many, evenly drawn.</param>
    public static async Task<FloatMatrix> LoadAsync(
        string shared,
        string folder,
        string name,
        int rows
    )
    {
        if (name is "made-up hierarchy")
            return Of(VectorSet.Load(shared, folder, "clustered", rows).Base, Dimension);
        var texts = Texts(Path.Combine(shared, "data"), name);
        string[] drawn =
        [
            .. Enumerable
                .Range(0, Math.Min(rows, texts.Length))
                .Select(i => texts[(int)((long)i * texts.Length / Math.Min(rows, texts.Length))]),
        ];
        var path = Path.Combine(folder, $"{name.Split(' ')[0]}-{drawn.Length}.f32");
        if (!File.Exists(path))
            VectorSet.Write(path, (await EmbedAsync(drawn)).Values);
        var values = VectorSet.Read(path);
        return Of(values, values.Length / drawn.Length);
    }

    private static FloatMatrix Of(float[] values, int columns)
    {
        var matrix = new FloatMatrix(values.Length / columns, columns);
        values.CopyTo(matrix.Values, 0);
        return matrix;
    }

    private static string[] Texts(string data, string name) =>
        name switch
        {
            "BANKING77 *" =>
            [
                .. CorpusText
                    .Rows(Unpacked(data, "banking77", "train.csv.gz"))
                    .Skip(1)
                    .Select(r => r[0]),
            ],
            "YouTube titles *" => Column(data, 8, "youtube-trending-2017", "us.tsv.gz"),
            "CLINC150" => Intents(data),
            _ => Column(data, 6, "reddit-titles", "titles.tsv.gz"),
        };

    /// <summary>Each once: a video trends for days.</summary>
    private static string[] Column(string data, int column, params string[] path) =>
        [
            .. Unpacked(data, path)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(line => line.Split('\t')[column])
                .Distinct(StringComparer.Ordinal),
        ];

    private static string[] Intents(string data)
    {
        using var json = JsonDocument.Parse(Unpacked(data, "clinc150", "data_full.json.gz"));
        return
        [
            .. json
                .RootElement.GetProperty("train")
                .EnumerateArray()
                .Select(pair => pair[0].GetString()!),
        ];
    }

    private static string Unpacked(string data, params string[] path)
    {
        using var reader = new StreamReader(
            new GZipStream(File.OpenRead(Path.Combine([data, .. path])), CompressionMode.Decompress)
        );
        return reader.ReadToEnd();
    }

    private static async Task<FloatMatrix> EmbedAsync(string[] texts)
    {
        if (!Directory.Exists(SentenceModel.DefaultFolder))
            return await EmbeddedTexts.EmbedAsync(
                texts,
                new LexiconEmbeddingGenerator(Lexicon.Default, new TextAnalyzer())
            );
        using var model = new OnnxEmbeddingGenerator(SentenceModel.DefaultFolder);
        return await EmbeddedTexts.EmbedAsync(texts, model);
    }
}
