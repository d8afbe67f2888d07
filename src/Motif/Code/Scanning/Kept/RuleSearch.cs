using Motif.Code.Rules;

namespace Motif.Code.Scanning.Kept;

/// <summary>Shows the rules what the last scan did not show them as it is now, and takes over the rest.</summary>
/// <param name="kept">Where that scan left what it found; null where nowhere.</param>
/// <param name="hashes">Of the contents of the files, in their order.</param>
internal sealed class RuleSearch(CodeRules rules, FactsFile? kept, IReadOnlyList<string> hashes)
{
    public IReadOnlyList<RuleMatch> Find(
        CodeProject project,
        ParallelOptions parallel,
        AnalysisFaults faults
    )
    {
        // A file that could not be read as a part of the whole is no file of the project: nothing is known of such a tree.
        var isKept = kept is not null && project.Files.Count == hashes.Count;
        var before = isKept ? kept!.Matches() : null;
        var known = Known(project, before);
        var found = rules.Find(
            project,
            known,
            parallel.MaxDegreeOfParallelism,
            faults,
            parallel.CancellationToken
        );
        // What failed may be found the next time.
        if (isKept && faults.Errors.Count == 0)
            kept!.Keep(KeptMatches.Of(project, rules, hashes, known, before, parallel));
        return found;
    }

    private KnownMatches Known(CodeProject project, KeptMatches? before)
    {
        var known = new KnownMatches(project.Files.Count);
        try
        {
            before?.Tell(project, rules, hashes, known);
            return known;
        }
        catch (Exception exception) when (FactsFile.IsNoRecord(exception))
        {
            return new KnownMatches(project.Files.Count);
        }
    }
}
