using FastBertTokenizer;
using Motif.Text;

namespace Motif.Onnx;

/// <summary>
/// Token ids by BERT's rules. Letters are taken apart from their accents here: under invariant globalization the tokeniser's
/// own normalisation does nothing, and "café" would be an unknown word. Thread-safe.
/// </summary>
internal sealed class WordPieceTokenizer
{
    /// <summary><c>[CLS]</c> and <c>[SEP]</c> stand around every text, an empty one too.</summary>
    private const int Frame = 2;

    /// <summary>No token is made of more; what lies beyond so many characters a token cannot be read.</summary>
    private const int LongestToken = 128;

    private readonly BertTokenizer _tokenizer = new();
    private readonly int _length;

    /// <exception cref="InvalidDataException">The vocabulary has not the special tokens.</exception>
    public WordPieceTokenizer(string vocabulary, bool lowerCase, int length)
    {
        _length = length;
        using var reader = new StreamReader(vocabulary);
        try
        {
            _tokenizer.LoadVocabulary(reader, lowerCase);
        }
        catch (Exception exception)
            when (exception is InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException($"{vocabulary}: {exception.Message}", exception);
        }
    }

    /// <summary>The ids of a text, cut at the model's length; empty where the text has no token.</summary>
    public long[] Encode(string text)
    {
        var bounded = text.Length > _length * LongestToken ? Bounded(text) : text;
        Span<long> ids = stackalloc long[_length];
        Span<long> mask = stackalloc long[_length];
        var count = _tokenizer.Encode(
            CompatibilityNormalizer.DecomposeCanonically(bounded),
            ids,
            mask
        );
        return count <= Frame ? [] : ids[..count].ToArray();
    }

    private string Bounded(string text)
    {
        var end = _length * LongestToken;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
    }
}
