using Motif.Decisions.Learning;
using Motif.Decisions.Records;
using Motif.Decisions.Understanding;

namespace Motif.Decisions.Importing;

/// <summary>Replies that say the same, as far as a candidate needs them.</summary>
internal sealed class ReplyGroup
{
    private const int FewestReplies = 5;
    private const int FewestConversations = 3;
    private const int MostExamples = 50;
    private const int MostForTemplate = 40;

    private static readonly Comparer<string> ShortestFirst = Comparer<string>.Create(
        (a, b) => a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b)
    );

    private readonly List<string> _replies = [];
    private readonly SortedSet<string> _examples = new(ShortestFirst);
    private readonly Dictionary<string, string> _bySignature = new(StringComparer.Ordinal);
    private string? _lastConversation;
    private int _support;
    private int _conversations;
    private ImportCandidate? _candidate;

    /// <summary>Null where too few say so, or too little is common to them.</summary>
    public ImportCandidate? Candidate => _candidate ??= Make();

    /// <param name="pair">In the order of conversations.</param>
    public void Add(ImportedPair pair)
    {
        _candidate = null;
        _support++;
        if (pair.ConversationId != _lastConversation)
            _conversations++;
        _lastConversation = pair.ConversationId;
        if (
            _replies.Count < MostForTemplate
            && !_replies.Contains(pair.Reply, StringComparer.Ordinal)
        )
            _replies.Add(pair.Reply);
        AddExample(pair.Text);
    }

    /// <summary>The shortest that differ.</summary>
    private void AddExample(string text)
    {
        if (MessageTokens.Signature(text) is not { } signature)
            return;
        if (_bySignature.TryGetValue(signature, out var same))
        {
            if (ShortestFirst.Compare(text, same) >= 0)
                return;
            _examples.Remove(same);
        }
        _bySignature[signature] = text;
        _examples.Add(text);
        if (_examples.Count <= MostExamples)
            return;
        var longest = _examples.Max!;
        _examples.Remove(longest);
        _bySignature.Remove(MessageTokens.Signature(longest)!);
    }

    private ImportCandidate? Make()
    {
        if (_support < FewestReplies || _conversations < FewestConversations)
            return null;
        var isOne =
            _replies.Count == 1
            && !_replies[0].Contains('[', StringComparison.Ordinal)
            && !_replies[0].Contains('{', StringComparison.Ordinal);
        return (isOne ? _replies[0] : TemplateDraft.Of(_replies)) is { } template
            ? new ImportCandidate(
                PatternId.Of($"candidate\n{template}"),
                template,
                _support,
                _conversations,
                [.. _examples]
            )
            : null;
    }
}
