using System.ComponentModel.DataAnnotations;
using Motif.Catalog;
using Motif.Code.Duplicates;
using Motif.Code.Patterns;
using Motif.Code.Relationships;
using Motif.Code.Rules;
using Motif.Storage;

namespace Motif.Code.Scanning;

/// <summary>
/// Turns a source tree into patterns of the catalogue: finds the files, reads them, recognises patterns, and writes what
/// changed in one transaction. A tree that has not changed is hashed, not read, and nothing is written.
/// </summary>
public sealed class CodeScanner
{
    private const int MaxAttempts = 5;
    private const int RecentScans = 20;

    private readonly ICodeStore _store;
    private readonly IPatternStore _patterns;
    private readonly Catalogue _catalogue;
    private readonly TimeProvider _time;
    private readonly FileFinder _finder;
    private readonly CodeRules _rules;
    private readonly Actor _actor = new("code scan");

    /// <param name="languages">In the order in which they claim file extensions.</param>
    public CodeScanner(
        ICodeStore store,
        IPatternStore patterns,
        Catalogue catalogue,
        IEnumerable<ISourceLanguage> languages,
        CodeRules rules,
        TimeProvider time
    )
    {
        (_store, _patterns, _catalogue, _time) = (store, patterns, catalogue, time);
        _rules = rules;
        _finder = new FileFinder([.. languages]);
    }

    /// <returns>What was found and changed; kept in the store only when something changed.</returns>
    /// <exception cref="ValidationException">The request is out of range.</exception>
    /// <exception cref="FileNotFoundException">The root is neither a folder nor a file.</exception>
    /// <exception cref="BackendException">The store failed; nothing was written.</exception>
    public async Task<CodeScan> ScanAsync(
        ScanRequest request,
        IProgress<ScanProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        Validator.ValidateObject(
            request,
            new ValidationContext(request),
            validateAllProperties: true
        );
        var scan = new ScanInProgress(request, _time.GetUtcNow(), progress);
        scan.Wrong = (await _store.WrongAsync(scan.Repository, cancellationToken)).ToHashSet();
        progress?.Report(new ScanProgress("finding", 0, 0));
        var found = _finder.Find(scan.Root, request.Excludes, cancellationToken);
        var reading = new SourceReading(scan.Parallelism, request.MaxFileBytes);
        var before = await _store.FilesAsync(scan.Repository, cancellationToken);
        if (await IsUnchangedAsync(scan, found, before, reading, cancellationToken))
            return await UnchangedAsync(scan, cancellationToken);
        var files = await reading.ReadAsync(
            found.Files,
            done => scan.Report("reading", done, found.Files.Count),
            cancellationToken
        );
        scan.Report("analysing", 0, 0);
        var analysis = scan.Analyse(files, _rules, cancellationToken);
        scan.Report("writing", 0, 0);
        return await CommitAsync(scan, found, files, analysis, cancellationToken);
    }

    private static async Task<bool> IsUnchangedAsync(
        ScanInProgress scan,
        FoundFiles found,
        IReadOnlyDictionary<string, ScannedFile> before,
        SourceReading reading,
        CancellationToken cancellationToken
    )
    {
        var settings = scan.Settings();
        if (before.Count != found.Files.Count + found.Errors.Count + settings.Count)
            return false;
        if (!settings.All(s => IsSame(before, s.Path, s.ContentHash)))
            return false;
        if (!found.Errors.All(e => before.ContainsKey(e.File)))
            return false;
        if (!found.Files.All(f => before.ContainsKey(f.Path)))
            return false;
        var hashes = await reading.HashAsync(
            found.Files,
            done => scan.Report("hashing", done, found.Files.Count),
            cancellationToken
        );
        return found
            .Files.Zip(hashes)
            .All(pair => IsSame(before, pair.First.Path, pair.Second ?? ""));
    }

    private static bool IsSame(
        IReadOnlyDictionary<string, ScannedFile> before,
        string path,
        string hash
    ) => before.TryGetValue(path, out var file) && file.ContentHash == hash;

    private async Task<CodeScan> UnchangedAsync(
        ScanInProgress scan,
        CancellationToken cancellationToken
    )
    {
        var scans = await _store.ScansAsync(RecentScans, cancellationToken);
        var last = scans.FirstOrDefault(s => s.Repository == scan.Repository);
        var now = scan.Result(_time.GetUtcNow());
        return last is null
            ? now
            : now with
            {
                Files = last.Files,
                FilesFailed = last.FilesFailed,
                Lines = last.Lines,
                Units = last.Units,
                Occurrences = last.Occurrences,
                Patterns = last.Patterns,
                Errors = last.Errors,
            };
    }

    private async Task<CodeScan> CommitAsync(
        ScanInProgress scan,
        FoundFiles found,
        ReadFile[] files,
        Analysis analysis,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var changes = await ChangesAsync(scan, analysis, cancellationToken);
            var relations = PatternRelations.Of(changes.Kept, analysis.Clones);
            var commit = scan.Commit(found, files, changes, relations, _time.GetUtcNow()) with
            {
                Duplicates = DuplicateGroups.Of(scan.Repository, analysis.Clones),
            };
            var conflicts = await _store.CommitAsync(commit, cancellationToken);
            if (conflicts.Count == 0)
                return commit.Scan;
            if (attempt == MaxAttempts)
                throw new BackendException(
                    "catalogue",
                    "code.commit",
                    $"{conflicts.Count} patterns were changed by others in each of {MaxAttempts} attempts; scan again",
                    isTransient: true
                );
        }
    }

    private async Task<PatternChanges> ChangesAsync(
        ScanInProgress scan,
        Analysis analysis,
        CancellationToken cancellationToken
    )
    {
        var stored = (await _store.PatternsAsync(scan.Repository, cancellationToken)).ToDictionary(
            s => s.Pattern.PatternId
        );
        var groups = CarriedIdentity.Carry(
            analysis.Groups,
            [.. stored.Values.Select(s => s.Pattern)],
            await _store.OccurrencesInAsync(scan.Repository, cancellationToken)
        );
        var ids = groups.Select(g => g.PatternId).Where(id => !stored.ContainsKey(id)).ToList();
        var others = ids.Count == 0 ? [] : await _patterns.FindManyAsync(ids, cancellationToken);
        foreach (var other in others)
            stored[other.PatternId] = new StoredCodePattern(other, []);
        var elsewhere = new Dictionary<Guid, IReadOnlyList<Occurrence>>();
        foreach (var group in groups)
            elsewhere[group.PatternId] = await ElsewhereAsync(
                scan,
                stored.GetValueOrDefault(group.PatternId),
                cancellationToken
            );
        var composer = new PatternComposer(scan.Repository, scan.SourceOf, _time.GetUtcNow());
        var composed = groups
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(scan.Parallelism)
            .WithCancellation(cancellationToken)
            .Select(g =>
                composer.Compose(
                    g,
                    stored.GetValueOrDefault(g.PatternId)?.Pattern,
                    elsewhere[g.PatternId]
                )
            )
            .ToList();
        var changes = new PatternChanges();
        foreach (var (group, wanted) in groups.Zip(composed))
        {
            var known = stored.GetValueOrDefault(group.PatternId);
            if (scan.IsTooPoor(wanted))
                continue;
            changes.Keep(group);
            if (known is null)
                changes.Add(Catalogue.Insertion(wanted, _actor, []));
            else if (Update(known.Pattern, wanted) is { } write)
                changes.Change(write);
        }
        foreach (var known in stored.Values.Where(s => !changes.IsKept(s.Pattern.PatternId)))
            await RetireAsync(scan, known, changes, cancellationToken);
        return changes;
    }

    private PatternWrite? Update(Pattern known, Pattern wanted)
    {
        var move = PatternComposer.Move(known, wanted);
        return _catalogue.Update(
            known,
            wanted,
            _actor,
            move is null ? VersionEvent.Edited : VersionEvent.Moved,
            move
        );
    }

    /// <summary>What a group in use elsewhere needs; one that is new has nothing to be asked for.</summary>
    private async Task<IReadOnlyList<Occurrence>> ElsewhereAsync(
        ScanInProgress scan,
        StoredCodePattern? known,
        CancellationToken cancellationToken
    )
    {
        if (known is null || known.Repositories is [var only] && only == scan.Repository)
            return [];
        var all = await _store.OccurrencesAsync(
            known.Pattern.PatternId,
            int.MaxValue,
            cancellationToken
        );
        return [.. all.Where(o => o.Repository != scan.Repository)];
    }

    private async Task RetireAsync(
        ScanInProgress scan,
        StoredCodePattern known,
        PatternChanges changes,
        CancellationToken cancellationToken
    )
    {
        var elsewhere = await ElsewhereAsync(scan, known, cancellationToken);
        var wanted = PatternComposer.Without(known.Pattern, elsewhere);
        var isRetired = wanted.Status != known.Pattern.Status;
        var write = _catalogue.Update(
            known.Pattern,
            wanted,
            _actor,
            isRetired ? VersionEvent.StatusChanged : VersionEvent.Edited,
            isRetired ? $"no longer in {scan.Repository} nor anywhere else" : null
        );
        if (write is not null)
            changes.Retire(write, isRetired);
    }
}
