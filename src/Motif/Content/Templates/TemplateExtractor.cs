namespace Motif.Content.Templates;

/// <summary>
/// The template of a post: words of the language's frame stay, everything else becomes a typed slot. Where that leaves next
/// to nothing, the words themselves are the template. Stateless.
/// </summary>
public sealed class TemplateExtractor : ITemplateExtractor
{
    public const string Version = "posts-1." + FrameWords.Version;

    /// <summary>A frame that weighs less would be that of half of all posts: ": {x}".</summary>
    private const double LeastFrame = 1.6;

    public Template Extract(string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var tokens = PostTokenizer.Tokenize(PostText.Normalize(content));
        var hash = Hash(tokens);
        var language = FrameWords.Language(tokens);
        if (!tokens.Exists(IsSaid))
            return new Template(TemplateStatus.NoTemplate, null, null, language, hash, Version);
        DropTagBlock(tokens);
        var skeleton = Skeleton(tokens, language, keepsAllWords: false);
        if (skeleton.Where(t => t.IsFrame && IsWord(t)).Sum(t => t.Weight) < LeastFrame)
            skeleton = Skeleton(tokens, language, keepsAllWords: true);
        var text = TemplateText.Of(skeleton);
        return new Template(
            TemplateStatus.Ok,
            TemplateId.Of(
                Version,
                language,
                string.Join('\u001E', skeleton.Select(t => t.IsFrame ? t.Text : FrameToken.AnySlot))
            ),
            text,
            language,
            hash,
            Version
        )
        {
            Tokens = Skeleton(tokens, language, keepsAllWords: true),
            Shown = text.Contains(FrameToken.AnySlot, StringComparison.Ordinal)
                ? TemplateText.Of(
                    Skeleton(tokens, language, keepsAllWords: false, tellsSlots: true)
                )
                : text,
        };
    }

    /// <summary>What names the identical text, without its template.</summary>
    internal static string TextHash(string content) =>
        Hash(PostTokenizer.Tokenize(PostText.Normalize(content)));

    private static string Hash(List<PostToken> tokens) =>
        TemplateId.Of([.. tokens.Select(t => t.Text)]);

    private static bool IsSaid(PostToken token) =>
        token.Kind is PostTokenKind.Word or PostTokenKind.Slot;

    private static bool IsWord(FrameToken token) => char.IsLetterOrDigit(token.Text[0]);

    /// <summary>However many tags stand at the end, and in which order, they are one slot.</summary>
    private static void DropTagBlock(List<PostToken> tokens)
    {
        for (
            var i = tokens.Count - 1;
            i >= 0
                && tokens[i].Kind is PostTokenKind.Tag or PostTokenKind.Emoji or PostTokenKind.Link;
            i--
        )
        {
            if (tokens[i].Kind is PostTokenKind.Tag)
                tokens.RemoveAt(i);
        }
    }

    private static List<FrameToken> Skeleton(
        List<PostToken> tokens,
        string language,
        bool keepsAllWords,
        bool tellsSlots = false
    )
    {
        var result = new List<FrameToken>(tokens.Count);
        foreach (var token in tokens)
        {
            var part = Part(token, language, keepsAllWords);
            if (tellsSlots && part is { IsFrame: false } && token.Kind is PostTokenKind.Word)
                part = FrameToken.Slot(SlotWords.SlotOf(token.Text, language));
            if (part is not { } said)
                continue;
            if (!said.IsFrame && result.Count > 0 && !result[^1].IsFrame)
                result[^1] = FrameToken.Slot(FrameToken.AnySlot);
            else
                result.Add(said);
        }
        return result;
    }

    /// <summary>An emoji decorates: it is in no template.</summary>
    private static FrameToken? Part(PostToken token, string language, bool keepsAllWords) =>
        token.Kind switch
        {
            PostTokenKind.Word when keepsAllWords || FrameWords.IsFrame(token.Text, language) =>
                FrameToken.Word(token.Text, language),
            PostTokenKind.Word => FrameToken.Slot(FrameToken.AnySlot),
            PostTokenKind.Mark => FrameToken.Mark(token.Text),
            PostTokenKind.Emoji => null,
            PostTokenKind.Slot => FrameToken.Slot(FrameToken.AnySlot),
            PostTokenKind.Number => FrameToken.Slot("{n}"),
            PostTokenKind.Link => FrameToken.Slot("{url}"),
            PostTokenKind.Email => FrameToken.Slot("{email}"),
            PostTokenKind.Mention => FrameToken.Slot("{handle}"),
            _ => FrameToken.Slot("{tag}"),
        };
}
