namespace Motif.Content.Templates;

/// <summary>What one audience takes for the same pattern.</summary>
/// <param name="FamilyId">Made of its founder; never given to another.</param>
/// <param name="Tokens">What its texts have in common so far.</param>
/// <param name="FounderWeight">The weight of the founder's frame: most of it must remain, or the family would wander.</param>
public sealed record TemplateFamily(
    string FamilyId,
    IReadOnlyList<FrameToken> Tokens,
    long Members,
    double FounderWeight
)
{
    public string Text => TemplateText.Of(Tokens);

    /// <summary>Whether the family's template would lose a part of its frame to a new member.</summary>
    internal bool WouldChange(Template template) =>
        FrameAlignment.Common(Tokens, template.Tokens).Count(t => t.IsFrame)
        < Tokens.Count(t => t.IsFrame);
}

/// <summary>
/// The families of one catalogue. A template joins the family with which it shares most of its frame, by the weighted longest
/// common subsequence; the family's template is then what both have in common. Not thread-safe.
/// </summary>
public sealed class FamilyIndex
{
    /// <summary>Families that are compared, those that share the heaviest words first.</summary>
    private const int MostCandidates = 30;
    private const double LeastWeight = 2.2;
    private const double LeastKept = 0.4;
    private const double LeastOfSingle = 0.5;
    private const double LeastCoverage = 0.8;
    private const double LeastOfMany = 0.35;
    private const double CoverageBonus = 0.5;
    private const double LeastOpening = 1.6;
    private const double OpeningScore = 0.5;
    private const double Same = 1e-9;

    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byTokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);

    public int Count => _entries.Count;

    public IEnumerable<TemplateFamily> Families => _entries.Select(e => e.Family);

    public TemplateFamily? Find(string familyId) =>
        _byId.TryGetValue(familyId, out var place) ? _entries[place].Family : null;

    /// <summary>Takes up a family that is known from elsewhere, or its newer state.</summary>
    public void Load(TemplateFamily family)
    {
        ArgumentNullException.ThrowIfNull(family);
        if (_byId.TryGetValue(family.FamilyId, out var place))
            _entries[place] = Entry.Of(family);
        else
            place = Append(family);
        Index(place, family.Tokens);
    }

    /// <summary>The family that a template would join; null when it would found its own.</summary>
    public TemplateFamily? Match(Template template)
    {
        ArgumentNullException.ThrowIfNull(template);
        if (_byTokens.TryGetValue(Key(template.Tokens), out var known))
            return _entries[known].Family;
        if (Best(template.Tokens) is var best and >= 0)
            return _entries[best].Family;
        return Founded(template, FamilyAliases.None) is { } place ? _entries[place].Family : null;
    }

    /// <summary>The family of a template, founded where none fits, with the template that it now has.</summary>
    /// <param name="aliases">What it would found may have been taken up by another family since.</param>
    public TemplateFamily Add(Template template, FamilyAliases? aliases = null)
    {
        ArgumentNullException.ThrowIfNull(template);
        var key = Key(template.Tokens);
        if (!_byTokens.TryGetValue(key, out var place))
        {
            place = Best(template.Tokens);
            if (place >= 0)
                Generalise(place, template.Tokens);
            else
                place = Founded(template, aliases ?? FamilyAliases.None) ?? Found(template);
            _byTokens[key] = place;
        }
        var entry = _entries[place];
        var family = entry.Family with { Members = entry.Family.Members + 1 };
        _entries[place] = entry with { Family = family };
        return family;
    }

    /// <summary>The id of the family that a template would found.</summary>
    public static string FounderId(Template template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return TemplateId.Of("family", template.ExtractorVersion, Key(template.Tokens));
    }

    /// <summary>The family that this very text founded, whatever became of it: its id is not given out again.</summary>
    private int? Founded(Template template, FamilyAliases aliases) =>
        _byId.TryGetValue(aliases.Resolve(FounderId(template)), out var place) ? place : null;

    private int Found(Template template)
    {
        var frame = FrameOf(template.Tokens);
        var place = Append(
            new TemplateFamily(
                FounderId(template),
                template.Tokens,
                0,
                Math.Max(frame.Sum(t => t.Unmatched), Same)
            )
        );
        Index(place, template.Tokens);
        return place;
    }

    private int Append(TemplateFamily family)
    {
        _entries.Add(Entry.Of(family));
        _byId[family.FamilyId] = _entries.Count - 1;
        return _entries.Count - 1;
    }

    private void Index(int place, IReadOnlyList<FrameToken> tokens)
    {
        foreach (var word in FrameOf(tokens).Select(t => t.Text).Distinct(StringComparer.Ordinal))
        {
            if (!_byWord.TryGetValue(word, out var places))
                _byWord[word] = places = [];
            if (!places.Contains(place))
                places.Add(place);
        }
    }

    private void Generalise(int place, IReadOnlyList<FrameToken> tokens)
    {
        var entry = _entries[place];
        var common = FrameAlignment.Common(entry.Family.Tokens, tokens);
        _entries[place] = Entry.Of(entry.Family with { Tokens = common });
    }

    private int Best(IReadOnlyList<FrameToken> tokens)
    {
        var frame = FrameOf(tokens);
        var best = -1;
        var most = 0.0;
        foreach (var place in Candidates(frame))
        {
            var score = Score(_entries[place], tokens, frame);
            if (score > most + Same || (score > 0 && score >= most - Same && place < best))
                (best, most) = (place, score);
        }
        return best;
    }

    private IEnumerable<int> Candidates(FrameToken[] frame)
    {
        var shared = new Dictionary<int, double>();
        foreach (var token in frame.DistinctBy(t => t.Text, StringComparer.Ordinal))
        {
            foreach (var place in _byWord.GetValueOrDefault(token.Text) ?? [])
                shared[place] = shared.GetValueOrDefault(place) + token.Weight;
        }
        return shared
            .OrderByDescending(s => s.Value)
            .ThenBy(s => s.Key)
            .Take(MostCandidates)
            .Select(s => s.Key);
    }

    /// <summary>0 when it does not belong there.</summary>
    private static double Score(Entry entry, IReadOnlyList<FrameToken> tokens, FrameToken[] frame)
    {
        var weight = FrameAlignment.Weight(frame, entry.Frame);
        var isExact =
            Math.Abs(weight - entry.Weight) < Same
            && Math.Abs(weight - frame.Sum(t => t.Weight)) < Same;
        if (weight < LeastWeight && !isExact)
            return 0;
        var (common, isDecided) = FrameAlignment.Compare(entry.Family.Tokens, tokens);
        if (isDecided)
            return 0;
        var matched = common.Where(t => t.IsFrame).Sum(t => t.Unmatched);
        var ofText = weight + Math.Max(0, frame.Sum(t => t.Unmatched) - matched);
        var ofFamily = weight + Math.Max(0, entry.Unmatched - matched);
        var similarity = weight / Math.Max(ofText, ofFamily);
        var coverage = weight / ofFamily;
        var fits =
            entry.Family.Members <= 1
                ? similarity >= LeastOfSingle
                : coverage >= LeastCoverage && similarity >= LeastOfMany;
        if (fits && weight / entry.Family.FounderWeight >= LeastKept)
            return similarity + (CoverageBonus * coverage);
        return BeginsAlike(entry.Family.Tokens, tokens)
            ? Math.Max(similarity, OpeningScore) + (CoverageBonus * coverage)
            : 0;
    }

    /// <summary>"Unpopular opinion: …": the same words up to the first mark make a hook, whatever follows.</summary>
    private static bool BeginsAlike(IReadOnlyList<FrameToken> left, IReadOnlyList<FrameToken> right)
    {
        var weight = 0.0;
        for (var i = 0; i < left.Count && i < right.Count; i++)
        {
            if (!left[i].IsFrame || left[i].Text != right[i].Text)
                return false;
            if (left[i].Text.Length == 1 && !char.IsLetterOrDigit(left[i].Text[0]))
                return weight >= LeastOpening;
            weight += left[i].Weight;
        }
        return false;
    }

    private static FrameToken[] FrameOf(IReadOnlyList<FrameToken> tokens) =>
        [.. tokens.Where(t => t.IsFrame)];

    internal static string Key(IReadOnlyList<FrameToken> tokens) =>
        string.Join('\u001E', tokens.Select(t => t.Text));

    private sealed record Entry(
        TemplateFamily Family,
        FrameToken[] Frame,
        double Weight,
        double Unmatched
    )
    {
        public static Entry Of(TemplateFamily family)
        {
            var frame = FrameOf(family.Tokens);
            return new Entry(
                family,
                frame,
                Math.Max(frame.Sum(t => t.Weight), Same),
                frame.Sum(t => t.Unmatched)
            );
        }
    }
}
