namespace Motif.Matching.Ranking;

// What a request rules out in its own words.
public sealed partial class MatchIndex
{
    /// <summary>How far a result is believed to work here that the request rules out.</summary>
    private const double RuledOutTrust = 0.1;

    /// <summary>
    /// The request without what it rules out, where one of the documents that it would find is called or tagged by that, and none has
    /// the same negation in its name ("release without downtime"); null where it rules out nothing of the kind. A part that would have
    /// nothing left to say stays as it is.
    /// </summary>
    private MatchSearch? WithoutRuledOut(MatchSearch search, FilteredSlots filtered, int[] byWords)
    {
        var parts = search.Parts.ToList();
        var ruledOut = new List<string>();
        for (var i = 0; i < parts.Count; i++)
        {
            var things = Negations
                .In(parts[i].Text)
                .Where(negation => IsRuledOut(negation.Phrase, byWords))
                .ToList();
            var rest = Negations.Without(parts[i].Text, things);
            if (things.Count == 0 || _analyzer.Analyze(rest).Terms.Count == 0)
                continue;
            // Who says the very name or intent of a pattern asks for that, whatever stands in it.
            if (IsName(parts[i].Text, filtered))
                continue;
            parts[i] = parts[i] with { Text = rest };
            ruledOut.AddRange(things.Select(thing => thing.Phrase));
        }
        return ruledOut.Count == 0
            ? null
            : search with
            {
                Parts = parts,
                RuledOut = [.. search.RuledOut ?? [], .. ruledOut],
            };
    }

    private bool IsName(string text, FilteredSlots filtered)
    {
        var named = new List<int>();
        _names.Find(NameTerms.Of(_analyzer.Analyze(text, isName: true)), filtered.Slots, named);
        return named.Count > 0;
    }

    private bool IsRuledOut(string phrase, int[] byWords)
    {
        var words = Array.ConvertAll([.. _analyzer.Analyze(phrase).Terms], NameIndex.Digest);
        return Array.Exists(byWords, Unwanted([phrase]))
            && !Array.Exists(byWords, slot => _names.IsTurned(slot, words));
    }
}
