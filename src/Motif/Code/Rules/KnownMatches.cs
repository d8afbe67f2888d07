namespace Motif.Code.Rules;

/// <summary>What rules found in each file of a project, now or in an earlier scan that would find the same.</summary>
/// <param name="files">Of the project.</param>
internal sealed class KnownMatches(int files)
{
    private readonly IReadOnlyList<RuleMatch>?[] _known = new IReadOnlyList<RuleMatch>?[files];
    private readonly Trail?[] _trails = new Trail?[files];

    /// <summary>What is shown of a file; null where it is to be looked at.</summary>
    public IReadOnlyList<RuleMatch>? this[int file] => _known[file];

    /// <summary>How a file was looked at in this scan; null where it was not.</summary>
    public Trail? TrailOf(int file) => _trails[file];

    /// <summary>What an earlier scan found.</summary>
    public void Know(int file, IReadOnlyList<RuleMatch> matches) => _known[file] = matches;

    public void Find(int file, IReadOnlyList<RuleMatch> matches, Trail trail) =>
        (_known[file], _trails[file]) = (matches, trail);
}
