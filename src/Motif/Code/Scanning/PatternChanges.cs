using Motif.Catalog;
using Motif.Code.Patterns;

namespace Motif.Code.Scanning;

/// <summary>What a scan changes in the catalogue.</summary>
internal sealed class PatternChanges
{
    private readonly List<PatternWrite> _writes = [];
    private readonly List<PatternGroup> _kept = [];
    private readonly HashSet<Guid> _ids = [];
    private readonly List<ChangedPattern> _added = [];
    private readonly List<ChangedPattern> _retired = [];
    private readonly List<ChangedPattern> _improved = [];
    private readonly List<ChangedPattern> _worsened = [];

    public IReadOnlyList<PatternWrite> Writes => _writes;

    /// <summary>The groups that stand in the catalogue after the scan.</summary>
    public IReadOnlyList<PatternGroup> Kept => _kept;

    public int Added { get; private set; }

    public int Changed { get; private set; }

    public int Retired { get; private set; }

    public bool IsKept(Guid patternId) => _ids.Contains(patternId);

    public void Keep(PatternGroup group)
    {
        _kept.Add(group);
        _ids.Add(group.PatternId);
    }

    public void Add(PatternWrite write)
    {
        _writes.Add(write);
        _added.Add(Told(write.Pattern, null));
        Added++;
    }

    public void Change(PatternWrite write, Pattern before)
    {
        _writes.Add(write);
        Changed++;
        var (was, now) = (before.Quality.Score, write.Pattern.Quality.Score);
        if (now > was)
            _improved.Add(Told(write.Pattern, was));
        else if (now < was)
            _worsened.Add(Told(write.Pattern, was));
    }

    public void Retire(PatternWrite write, bool isRetired)
    {
        _writes.Add(write);
        Retired += isRetired ? 1 : 0;
        Changed += isRetired ? 0 : 1;
        if (isRetired)
            _retired.Add(Told(write.Pattern, write.Pattern.Quality.Score));
    }

    /// <summary>What is other than at the scan before.</summary>
    public ScanChanges Since(
        CodeScan? before,
        CodeScan now,
        IReadOnlyList<RepositoryFile> takenOver
    ) =>
        new(
            before?.ScanId,
            now.Files - (before?.Files ?? 0),
            now.Lines - (before?.Lines ?? 0),
            now.Units - (before?.Units ?? 0),
            now.Occurrences - (before?.Occurrences ?? 0),
            now.Patterns - (before?.Patterns ?? 0),
            Bounded(_added),
            Bounded(_retired),
            Bounded(_improved),
            Bounded(_worsened),
            [
                .. takenOver
                    .GroupBy(f => f.Repository, StringComparer.Ordinal)
                    .Select(g => new TakenOver(g.Key, g.Count())),
            ]
        );

    private static ChangedPattern Told(Pattern pattern, double? before) =>
        new(pattern.PatternId, pattern.Name, before, pattern.Quality.Score);

    private static ChangedPatterns Bounded(List<ChangedPattern> patterns) =>
        new(
            patterns.Count,
            [
                .. patterns
                    .OrderByDescending(p => Math.Abs((p.Quality ?? 0) - (p.QualityBefore ?? 0)))
                    .ThenBy(p => p.Name, StringComparer.Ordinal)
                    .ThenBy(p => p.PatternId)
                    .Take(ChangedPatterns.MaxListed),
            ]
        );
}
