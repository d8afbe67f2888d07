using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Motif.Numerics;
using Motif.Text;

namespace Motif.Embeddings;

/// <summary>
/// Token vectors: for every stem a vector in 8-bit codes with one scale, and its inverse document frequency in the text it was
/// trained from. A text's vector is L2(Σ(1 + ln tf)·v) over its known stems; vectors are compared by their cosine.
/// Immutable and thread-safe.
/// </summary>
public sealed class Lexicon
{
    private const string ResourceName = "Motif.Embeddings.lexicon.bin";

    private static readonly Lazy<Lexicon> Shipped = new(LoadShipped);

    private readonly string[] _tokens;
    private readonly Dictionary<string, int> _rows;
    private readonly sbyte[] _codes;
    private readonly float[] _scales;
    private readonly float[] _idf;

    internal Lexicon(
        string name,
        string[] tokens,
        int dimensions,
        sbyte[] codes,
        float[] scales,
        float[] idf
    )
    {
        Name = name;
        Dimensions = dimensions;
        _tokens = tokens;
        _codes = codes;
        _scales = scales;
        _idf = idf;
        _rows = new Dictionary<string, int>(tokens.Length, StringComparer.Ordinal);
        for (var row = 0; row < tokens.Length; row++)
            _rows.Add(tokens[row], row);
    }

    /// <summary>The lexicon that comes with the engine, trained from permissively licensed technical documentation.</summary>
    public static Lexicon Default => Shipped.Value;

    /// <summary>Names the space: vectors of differently named lexicons must not be compared.</summary>
    public string Name { get; }

    public int Dimensions { get; }

    /// <summary>How many tokens have a vector.</summary>
    public int Count => _tokens.Length;

    public IReadOnlyList<string> Tokens => _tokens;

    /// <summary>The row of a stem, −1 where it has no vector.</summary>
    public int Find(string token) => _rows.GetValueOrDefault(token, -1);

    /// <summary>Inverse document frequency of a row's token in the training text.</summary>
    public float InverseDocumentFrequency(int row) => _idf[row];

    /// <summary>The unit vector of a text; all zero where no word of it is known.</summary>
    public float[] Embed(string text, TextAnalyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        var vector = new float[Dimensions];
        foreach (
            var (term, count) in analyzer
                .Analyze(text)
                .Terms.CountBy(term => term, StringComparer.Ordinal)
        )
        {
            if (Find(term) is var row and >= 0)
                Accumulate(row, 1 + MathF.Log(count), vector);
        }
        Normalize(vector);
        return vector;
    }

    /// <summary>Adds weight · v(row) to a vector.</summary>
    internal void Accumulate(int row, float weight, Span<float> target) =>
        ByteCodes.AddTo(_codes.AsSpan(row * Dimensions, Dimensions), weight * _scales[row], target);

    /// <summary>Divides by the length; a zero vector stays zero.</summary>
    internal static void Normalize(Span<float> vector)
    {
        var norm = TensorPrimitives.Norm<float>(vector);
        if (norm > 0)
            TensorPrimitives.Divide(vector, norm, vector);
    }

    /// <summary>Eight hexadecimal digits of the SHA-256 of all codes and scales: other vectors, other digits.</summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(_codes.AsSpan()));
        hash.AppendData(MemoryMarshal.AsBytes(_scales.AsSpan()));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..8];
    }

    /// <summary>The same vectors under another name.</summary>
    public Lexicon Renamed(string name) => new(name, _tokens, Dimensions, _codes, _scales, _idf);

    internal static Lexicon FromMatrix(
        string name,
        IReadOnlyList<string> tokens,
        FloatMatrix vectors,
        float[] idf
    )
    {
        var codes = new sbyte[vectors.Values.Length];
        var scales = new float[vectors.Rows];
        for (var row = 0; row < vectors.Rows; row++)
            scales[row] = Encode(
                vectors.Row(row),
                codes.AsSpan(row * vectors.Columns, vectors.Columns)
            );
        return new Lexicon(name, [.. tokens], vectors.Columns, codes, scales, idf);
    }

    internal FloatMatrix ToMatrix(int extraRows = 0)
    {
        var matrix = new FloatMatrix(Count + extraRows, Dimensions);
        for (var row = 0; row < Count; row++)
            Accumulate(row, 1, matrix.Row(row));
        return matrix;
    }

    /// <summary>This lexicon and further tokens behind it.</summary>
    internal Lexicon Extend(
        string name,
        IReadOnlyList<string> tokens,
        FloatMatrix vectors,
        ReadOnlySpan<float> idf
    )
    {
        var added = FromMatrix("", tokens, vectors, idf.ToArray());
        return new Lexicon(
            name,
            [.. _tokens, .. tokens],
            Dimensions,
            [.. _codes, .. added._codes],
            [.. _scales, .. added._scales],
            [.. _idf, .. idf]
        );
    }

    internal void Write(LexiconWriter writer) =>
        writer.Write(Name, _tokens, Dimensions, _codes, _scales, _idf);

    private static float Encode(ReadOnlySpan<float> vector, Span<sbyte> codes)
    {
        var largest = MathF.Abs(TensorPrimitives.MaxMagnitude(vector));
        var scale = largest > 0 ? largest / 127 : 1;
        for (var i = 0; i < vector.Length; i++)
            codes[i] = (sbyte)MathF.Round(vector[i] / scale);
        return scale;
    }

    private static Lexicon LoadShipped()
    {
        using var stream =
            typeof(Lexicon).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException(
                $"The resource {ResourceName} is missing from the assembly."
            );
        return LexiconFile.Read(stream);
    }
}
