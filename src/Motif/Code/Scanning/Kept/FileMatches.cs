using Motif.Code.Rules;

namespace Motif.Code.Scanning.Kept;

/// <summary>What rules found in one file, and what they looked at for it: files by their place in the project, and questions as numbers.</summary>
internal sealed class FileMatches
{
    private const int Calls = 1;
    private const int Heirs = 2;
    private const int Writers = 3;

    private readonly bool _isOfAll;
    private readonly int[] _files;
    private readonly ulong[] _asked;
    private readonly KeptMatch[] _matches;

    private FileMatches(bool isOfAll, int[] files, ulong[] asked, KeptMatch[] matches)
    {
        (_isOfAll, _files, _asked, _matches) = (isOfAll, files, asked, matches);
    }

    private readonly record struct Place(int File, int Unit);

    private sealed record KeptMatch(
        string Rule,
        int Unit,
        string? Variant,
        double Confidence,
        Evidence[] Evidence,
        string[] Modifiers,
        string[] Domains,
        Place[] Participants
    );

    /// <param name="indexes">The place of every file in the project.</param>
    public static FileMatches Of(
        IReadOnlyList<RuleMatch> matches,
        TrailEnds ends,
        Dictionary<CodeFacts, int> indexes
    )
    {
        Place PlaceOf(ProjectUnit unit) => new(indexes[unit.File.Facts], unit.Index);
        ulong Asked(int what, ProjectUnit unit) =>
            Question(what, indexes[unit.File.Facts], unit.Index);
        return new FileMatches(
            ends.IsOfAll,
            [.. ends.Files.Select(f => indexes[f]).Order()],
            [
                .. ends
                    .Calls.Select(u => Asked(Calls, u))
                    .Concat(ends.Heirs.Select(u => Asked(Heirs, u)))
                    .Concat(ends.Writers.Select(WritersOf))
                    .Order(),
            ],
            [
                .. matches.Select(m => new KeptMatch(
                    m.Rule,
                    m.Unit.Index,
                    m.Variant,
                    m.Confidence.Value,
                    [.. m.Evidence],
                    [.. m.Modifiers],
                    [.. m.Domains],
                    [.. m.Participants.Select(PlaceOf)]
                )),
            ]
        );
    }

    /// <summary>The questions to which a file is part of the answer.</summary>
    /// <param name="indexes">The place of every file in the project.</param>
    public static IEnumerable<ulong> AnswersOf(ProjectFile file, Dictionary<CodeFacts, int> indexes)
    {
        ulong Asked(int what, ProjectUnit unit) =>
            Question(what, indexes[unit.File.Facts], unit.Index);
        return
        [
            .. CodeProject.FindCalls(file).Select(c => Asked(Calls, c.Target)),
            .. file.Classes.SelectMany(c => c.Class!.Bases).Select(b => Asked(Heirs, b.Unit)),
            .. CodeProject.WrittenIn(file).Select(w => WritersOf(w.Attribute)),
        ];
    }

    /// <summary>Whether something it was found by is among them.</summary>
    public bool DependsOn(HashSet<int> files, HashSet<ulong> answers) =>
        _isOfAll || _files.Any(files.Contains) || _asked.Any(answers.Contains);

    /// <summary>As matches of a project with the same files.</summary>
    public IReadOnlyList<RuleMatch> In(IReadOnlyList<ProjectFile> files, int file) =>
        [
            .. _matches.Select(m => new RuleMatch(
                m.Rule,
                files[file].Units[m.Unit],
                m.Variant,
                new Confidence(m.Confidence),
                m.Evidence,
                m.Modifiers,
                m.Domains,
                [.. m.Participants.Select(p => files[p.File].Units[p.Unit])]
            )),
        ];

    public void Write(FactsWriter to)
    {
        to.Number(_isOfAll ? 1 : 0);
        to.Number(_files.Length);
        to.Column(_files);
        to.Number(_asked.Length);
        to.Raw<ulong>(_asked);
        to.Number(_matches.Length);
        foreach (var match in _matches)
            Write(to, match);
    }

    /// <param name="count">Files of the project.</param>
    public static FileMatches Read(ref FactsReader from, int count)
    {
        var isOfAll = from.Number() == 1;
        var files = from.Column(from.Count());
        var asked = from.Raw<ulong>(from.Count(), sizeof(ulong));
        var matches = new KeptMatch[from.Count()];
        for (var i = 0; i < matches.Length; i++)
            matches[i] = Match(ref from, count);
        return new FileMatches(isOfAll, files, asked, matches);
    }

    private static void Write(FactsWriter to, KeptMatch match)
    {
        to.Text(match.Rule);
        to.Number(match.Unit);
        to.Text(match.Variant);
        to.Long(BitConverter.DoubleToUInt64Bits(match.Confidence));
        to.Number(match.Evidence.Length);
        foreach (var evidence in match.Evidence)
        {
            to.Text(evidence.Signal);
            to.Number(evidence.StartLine);
            to.Number(evidence.EndLine);
        }
        to.Texts(match.Modifiers);
        to.Texts(match.Domains);
        to.Number(match.Participants.Length);
        foreach (var participant in match.Participants)
        {
            to.Number(participant.File);
            to.Number(participant.Unit);
        }
    }

    private static KeptMatch Match(ref FactsReader from, int count)
    {
        var (rule, unit, variant) = (from.Text(), from.Number(), from.TextOrNull());
        var confidence = BitConverter.UInt64BitsToDouble(from.Long());
        var evidence = new Evidence[from.Count()];
        for (var i = 0; i < evidence.Length; i++)
            evidence[i] = new Evidence(from.Text(), from.Number(), from.Number());
        var (modifiers, domains) = (from.Texts(), from.Texts());
        var participants = new Place[from.Count()];
        for (var i = 0; i < participants.Length; i++)
            participants[i] = new Place(from.Number(), from.Number());
        return participants.All(p => p.File < count)
            ? new(rule, unit, variant, confidence, evidence, modifiers, domains, participants)
            : throw new InvalidDataException("no such file");
    }

    private static ulong Question(int what, int file, int unit) =>
        ((ulong)what << 60) | ((ulong)file << 30) | (uint)unit;

    private static ulong WritersOf(string attribute) =>
        ((ulong)Writers << 60) | (NameHash.Of(attribute) >> 4);
}
