using Motif.Catalog;
using Motif.Code;
using Motif.Tests.Catalog;

namespace Motif.Tests.Code.Scanning;

/// <summary>Keeps patterns and scans in memory with the meaning that the seams document; counts what is written.</summary>
internal sealed class MemoryCodeStore : PatternsInMemory, ICodeStore
{
    private readonly List<PatternVersion> _versions = [];
    private readonly Dictionary<string, Dictionary<string, ScannedFile>> _files = new(
        StringComparer.Ordinal
    );
    private readonly List<CodeScan> _scans = [];
    private readonly Dictionary<string, TreePlace> _places = new(StringComparer.Ordinal);
    private List<Occurrence> _occurrences = [];

    public int Commits { get; private set; }

    /// <summary>The next commit meets a change by somebody else.</summary>
    public bool LosesNextRace { get; set; }

    public IReadOnlyCollection<Pattern> Patterns => Stored.Values;

    public IReadOnlyList<PatternVersion> Versions => _versions;

    public IReadOnlyList<Occurrence> Occurrences => _occurrences;

    /// <summary>What people called wrong.</summary>
    public List<DetectedPlace> Wrong { get; } = [];

    public IReadOnlyList<DuplicateGroup> Duplicates { get; private set; } = [];

    public List<Relationship> Relationships { get; private set; } = [];

    public Task<IReadOnlyDictionary<string, ScannedFile>> FilesAsync(
        string repository,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyDictionary<string, ScannedFile>>(
            _files.GetValueOrDefault(repository) ?? []
        );

    public Task<IReadOnlyList<StoredCodePattern>> PatternsAsync(
        string repository,
        CancellationToken cancellationToken
    )
    {
        var stored = _occurrences
            .GroupBy(o => o.PatternId)
            .Select(g => (g.Key, Repositories: g.Select(o => o.Repository).Distinct().ToList()))
            .Where(g => g.Repositories.Contains(repository))
            .Select(g => new StoredCodePattern(Stored[g.Key], g.Repositories));
        return Task.FromResult<IReadOnlyList<StoredCodePattern>>([.. stored]);
    }

    public Task<IReadOnlyList<DetectedPlace>> WrongAsync(
        string repository,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<DetectedPlace>>([
            .. Wrong.Where(w => w.Repository == repository),
        ]);

    public Task<IReadOnlyList<Occurrence>> OccurrencesAtAsync(
        Guid patternId,
        string repository,
        string file,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<ScannedSource?> SourceAsync(
        string repository,
        string file,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<DuplicatePage> DuplicatesAsync(
        DuplicateQuery query,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<DuplicateGroup?> DuplicateAsync(
        Guid duplicateId,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<IReadOnlyList<ScanTrendPoint>> TrendAsync(
        string? repository,
        int limit,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException();

    public Task<IReadOnlyList<Guid>> CommitAsync(
        ScanCommit commit,
        CancellationToken cancellationToken
    )
    {
        var conflicts = commit
            .Patterns.Where(w =>
                (Stored.GetValueOrDefault(w.Pattern.PatternId)?.Version ?? 0) != w.ExpectedVersion
            )
            .Select(w => w.Pattern.PatternId)
            .ToList();
        if (LosesNextRace)
        {
            LosesNextRace = false;
            conflicts.Add(Guid.Empty);
        }
        if (conflicts.Count > 0)
            return Task.FromResult<IReadOnlyList<Guid>>(conflicts);
        Commits++;
        Duplicates = commit.Duplicates;
        foreach (var write in commit.Patterns)
        {
            Stored[write.Pattern.PatternId] = write.Pattern;
            if (write.History is { } version)
                _versions.Add(version);
        }
        var repository = commit.Scan.Repository;
        _files[repository] = commit.Files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        _places[repository] = commit.Place;
        _occurrences =
        [
            .. _occurrences.Where(o => o.Repository != repository),
            .. commit.Occurrences,
        ];
        foreach (var taken in commit.TakenOver)
        {
            _occurrences.RemoveAll(o => (o.Repository, o.File) == (taken.Repository, taken.Path));
            _files[taken.Repository].Remove(taken.Path);
            if (_files[taken.Repository].Values.All(f => f.IsSetting))
                _files.Remove(taken.Repository);
        }
        Relationships = [.. commit.Relationships];
        _scans.Insert(0, commit.Scan);
        return Task.FromResult<IReadOnlyList<Guid>>([]);
    }

    /// <summary>As if an earlier program had written other patterns for the same places.</summary>
    public void ShouldHaveBeen(IEnumerable<Pattern> patterns, Func<Occurrence, Occurrence> place)
    {
        Stored.Clear();
        foreach (var pattern in patterns)
            Stored[pattern.PatternId] = pattern;
        _occurrences = [.. _occurrences.Select(place)];
    }

    public Task<IReadOnlyList<Occurrence>> OccurrencesAsync(
        Guid patternId,
        int limit,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<Occurrence>>([
            .. _occurrences.Where(o => o.PatternId == patternId).Take(limit),
        ]);

    public Task<IReadOnlyList<Occurrence>> OccurrencesInAsync(
        string repository,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<Occurrence>>([
            .. _occurrences.Where(o => o.Repository == repository),
        ]);

    public Task<IReadOnlyList<CodeScan>> ScansAsync(
        int limit,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<CodeScan>>([.. _scans.Take(limit)]);

    public Task<CodeScan?> ScanAsync(Guid scanId, CancellationToken cancellationToken) =>
        Task.FromResult(_scans.FirstOrDefault(s => s.ScanId == scanId));

    public Task<CodeScan?> LastScanAsync(string repository, CancellationToken cancellationToken) =>
        Task.FromResult(_scans.FirstOrDefault(s => s.Repository == repository));

    public Task<IReadOnlyList<CodeRepository>> RepositoriesAsync(
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<CodeRepository>>([
            .. _files
                .OrderBy(f => f.Key, StringComparer.Ordinal)
                .Select(f => new CodeRepository(
                    f.Key,
                    _places[f.Key].Host,
                    _places[f.Key].Folder,
                    null,
                    f.Value.Values.Count(v => !v.IsSetting),
                    f.Value.Values.Count(v => v.Error is not null),
                    f.Value.Values.Sum(v => (long)v.Lines),
                    _occurrences.Count(o => o.Repository == f.Key),
                    _occurrences
                        .Where(o => o.Repository == f.Key)
                        .Select(o => o.PatternId)
                        .Distinct()
                        .Count()
                )),
        ]);

    public Task<IReadOnlyList<Guid>> ForgetAsync(
        RepositoryRemoval removal,
        CancellationToken cancellationToken
    )
    {
        foreach (var write in removal.Patterns)
            Stored[write.Pattern.PatternId] = write.Pattern;
        _files.Remove(removal.Repository);
        _scans.RemoveAll(s => s.Repository == removal.Repository);
        _occurrences.RemoveAll(o => o.Repository == removal.Repository);
        return Task.FromResult<IReadOnlyList<Guid>>([]);
    }

    public override Task<IReadOnlyList<PatternVersion>> HistoryAsync(
        Guid patternId,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IReadOnlyList<PatternVersion>>([
            .. _versions.Where(v => v.PatternId == patternId).Reverse(),
        ]);

    public override Task<IReadOnlyList<Guid>> SaveAsync(
        IReadOnlyList<PatternWrite> writes,
        CancellationToken cancellationToken
    )
    {
        foreach (var write in writes)
            Stored[write.Pattern.PatternId] = write.Pattern;
        return Task.FromResult<IReadOnlyList<Guid>>([]);
    }

    public override Task<bool> PurgeAsync(Guid patternId, CancellationToken cancellationToken) =>
        Task.FromResult(Stored.Remove(patternId));
}
