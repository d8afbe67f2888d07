using Motif.Code.Rules;

namespace Motif.Code.Scanning.Kept;

/// <summary>Shows the rules what the last scan did not show them as it is now, and takes over the rest.</summary>
internal sealed class RuleSearch
{
    private readonly CodeRules _rules;
    private readonly FactsFile? _kept;
    private readonly IReadOnlyList<CodeFacts> _files;
    private readonly IReadOnlyList<string> _hashes;
    private readonly KeptMatches? _before;
    private readonly TreeChanges? _changes;

    /// <param name="kept">Where the last scan left what it found; null where nowhere.</param>
    /// <param name="hashes">Of the contents of the files, in their order.</param>
    public RuleSearch(
        CodeRules rules,
        FactsFile? kept,
        IReadOnlyList<CodeFacts> files,
        IReadOnlyList<string> hashes
    )
    {
        (_rules, _kept, _files, _hashes) = (rules, kept, files, hashes);
        _before = kept?.Matches();
        _changes = Safely(() => _before?.Since(files, hashes));
        if (_changes is null)
            _before = null;
    }

    /// <summary>The files seen together; what names mean is looked up where it may have changed.</summary>
    public CodeProject Project(ParallelOptions parallel, AnalysisFaults faults) =>
        new(
            _files,
            parallel,
            faults,
            _changes is null ? null : made => _before!.TellTargets(made, _changes, parallel)
        );

    public IReadOnlyList<RuleMatch> Find(
        CodeProject project,
        ParallelOptions parallel,
        AnalysisFaults faults
    )
    {
        // A file that could not be read as a part of the whole is no file of the project: nothing is known of such a tree.
        var isKept = _kept is not null && project.Files.Count == _hashes.Count;
        var known = isKept ? Known(project) : new KnownMatches(project.Files.Count);
        var found = _rules.Find(
            project,
            known,
            parallel.MaxDegreeOfParallelism,
            faults,
            parallel.CancellationToken
        );
        // What failed may be found the next time.
        if (isKept && !faults.HasAny)
            _kept!.Keep(
                KeptMatches.Of(project, _rules, _hashes, known, _before, _changes, parallel)
            );
        return found;
    }

    private KnownMatches Known(CodeProject project)
    {
        var known = new KnownMatches(project.Files.Count);
        return Safely(() =>
            {
                if (_changes is not null)
                    _before!.Tell(project, _rules, _changes, known);
                return known;
            }) ?? new KnownMatches(project.Files.Count);
    }

    /// <summary>Null where what was kept turns out to be none of what it should be.</summary>
    private static T? Safely<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (FactsFile.IsNoRecord(exception))
        {
            return null;
        }
    }
}
