using System.Globalization;
using System.Text;

namespace Motif.Content.Templates;

/// <summary>
/// Cuts a normalised post into tokens in one pass. Scripts without blanks between words (Han, Kana, Thai, Lao, Khmer, Burmese)
/// yield overlapping pairs of letters.
/// </summary>
internal sealed class PostTokenizer
{
    private readonly string _text;
    private readonly IReadOnlyList<PostEntity> _entities;
    private readonly List<PostToken> _tokens = [];
    private int _place;
    private int _nextEntity;

    private PostTokenizer(string text)
    {
        _text = text;
        _entities = PostEntities.Find(text);
    }

    public static List<PostToken> Tokenize(string normalized)
    {
        var tokenizer = new PostTokenizer(normalized);
        while (tokenizer._place < normalized.Length)
            tokenizer.Step();
        return tokenizer._tokens;
    }

    private void Step()
    {
        if (_nextEntity < _entities.Count && _entities[_nextEntity].Start <= _place)
        {
            Entity(_entities[_nextEntity++]);
            return;
        }
        if (!Rune.TryGetRuneAt(_text, _place, out var rune))
        {
            _place++;
            return;
        }
        if (rune.Value == '{' && WrittenSlot() is var end and > 0)
            Take(PostTokenKind.Slot, end);
        else if (NumberScanner.End(_text, _place) is var numberEnd and > 0)
            Take(PostTokenKind.Number, numberEnd);
        else if (EmojiScanner.End(_text, _place) is var emojiEnd and > 0)
            Take(PostTokenKind.Emoji, emojiEnd);
        else if (IsUnspaced(rune))
            Pairs();
        else if (IsLetter(rune))
            Take(PostTokenKind.Word, WordEnd());
        else
            Mark(rune);
    }

    private void Entity(PostEntity entity)
    {
        var text = _text.Substring(entity.Start, entity.Length);
        var kind = entity.Kind switch
        {
            EntityKind.Link => PostTokenKind.Link,
            EntityKind.Email => PostTokenKind.Email,
            EntityKind.Mention => PostTokenKind.Mention,
            _ => PostTokenKind.Tag,
        };
        _tokens.Add(
            new PostToken(
                kind,
                kind is PostTokenKind.Link ? TrackedLink.Clean(text) : text.ToLowerInvariant()
            )
        );
        _place = entity.End;
    }

    private void Take(PostTokenKind kind, int end)
    {
        _tokens.Add(new PostToken(kind, _text[_place..end].ToLowerInvariant()));
        _place = end;
    }

    private void Mark(Rune rune)
    {
        _place += rune.Utf16SequenceLength;
        if (rune.Value == '.' && _text.AsSpan(_place).StartsWith("..", StringComparison.Ordinal))
        {
            while (_place < _text.Length && _text[_place] == '.')
                _place++;
            _tokens.Add(new PostToken(PostTokenKind.Mark, "…"));
        }
        else if (rune.Value is '.' or '?' or '!' or ':' or ',' or ';')
        {
            var text = rune.ToString();
            // Three exclamation marks say what one says.
            if (_tokens.Count == 0 || _tokens[^1] != new PostToken(PostTokenKind.Mark, text))
                _tokens.Add(new PostToken(PostTokenKind.Mark, text));
        }
    }

    /// <summary>The end of <c>{name}</c>, or 0.</summary>
    private int WrittenSlot()
    {
        var end = _place + 1;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] is '_' or '-'))
            end++;
        return end > _place + 1 && end < _text.Length && _text[end] == '}' ? end + 1 : 0;
    }

    private int WordEnd()
    {
        var end = _place;
        var limit = _nextEntity < _entities.Count ? _entities[_nextEntity].Start : _text.Length;
        while (end < limit && Rune.TryGetRuneAt(_text, end, out var rune))
        {
            var size = rune.Utf16SequenceLength;
            var isInside = IsLetter(rune) && !IsUnspaced(rune);
            if (!isInside && rune.Value is '\'' or '-')
                isInside =
                    end + 1 < limit
                    && Rune.TryGetRuneAt(_text, end + 1, out var next)
                    && IsLetter(next)
                    && !IsUnspaced(next);
            if (!isInside)
                break;
            end += size;
        }
        return Math.Max(end, _place + 1);
    }

    private void Pairs()
    {
        var letters = new List<string>();
        while (_place < _text.Length && Rune.TryGetRuneAt(_text, _place, out var rune))
        {
            if (IsUnspaced(rune))
                letters.Add(rune.ToString());
            else if (letters.Count > 0 && IsCombining(rune))
                letters[^1] += rune.ToString();
            else
                break;
            _place += rune.Utf16SequenceLength;
        }
        if (letters.Count == 1)
            _tokens.Add(new PostToken(PostTokenKind.Word, letters[0]));
        for (var i = 0; i + 1 < letters.Count; i++)
            _tokens.Add(new PostToken(PostTokenKind.Word, letters[i] + letters[i + 1]));
    }

    private static bool IsCombining(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark;

    private static bool IsLetter(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || IsCombining(rune) || rune.Value == '_';

    internal static bool IsUnspaced(Rune rune) =>
        rune.Value
            is (>= 0x3005 and <= 0x3007)
                or (>= 0x3041 and <= 0x30FA)
                or (>= 0x30FC and <= 0x30FF)
                or (>= 0x3400 and <= 0x4DBF)
                or (>= 0x4E00 and <= 0x9FFF)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0x20000 and <= 0x3FFFF)
                or (>= 0x0E01 and <= 0x0E30)
                or (>= 0x0E32 and <= 0x0E33)
                or (>= 0x0E40 and <= 0x0E46)
                or (>= 0x0E81 and <= 0x0EB0)
                or (>= 0x0EC0 and <= 0x0EC6)
                or (>= 0x1780 and <= 0x17B3)
                or (>= 0x1000 and <= 0x102A);
}
