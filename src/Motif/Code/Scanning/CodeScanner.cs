using System.ComponentModel.DataAnnotations;
using Motif.Catalog;
using Motif.Code.Duplicates;
using Motif.Code.Patterns;
using Motif.Code.Relationships;
using Motif.Code.Rules;
using Motif.Code.Scanning.Kept;
using Motif.Storage;

namespace Motif.Code.Scanning;

/// <summary>
/// Turns a source tree into patterns of the catalogue: finds the files, reads them, recognises patterns, and writes what
/// changed in one transaction. A tree that has not changed is hashed, not read, and nothing is written.
/// </summary>
public sealed class CodeScanner
{
    private const int MaxAttempts = 5;

    private readonly ICodeStore _store;
    private readonly TimeProvider _time;
    private readonly FileFinder _finder;
    private readonly CodeRules _rules;
    private readonly IReadOnlyList<ISourceLanguage> _languages;
    private readonly KeptFacts? _kept;
    private readonly CatalogueComparison _comparison;

    /// <param name="languages">In the order in which they claim file extensions.</param>
    /// <param name="kept">Where scans leave what they read for the next one; null where each reads everything.</param>
    public CodeScanner(
        ICodeStore store,
        IPatternStore patterns,
        Catalogue catalogue,
        IEnumerable<ISourceLanguage> languages,
        CodeRules rules,
        TimeProvider time,
        KeptFacts? kept = null
    )
    {
        (_store, _time, _kept) = (store, time, kept);
        _languages = [.. languages];
        _comparison = new CatalogueComparison(store, patterns, catalogue, time);
        _rules = rules;
        _finder = new FileFinder(_languages);
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
        scan.ReadSettings(cancellationToken);
        progress?.Report(new ScanProgress("finding", 0, 0));
        FoundFiles found;
        using (ScanStages.Begin("finding"))
            found = _finder.Find(scan.Root, request.Excludes, cancellationToken);
        var reading = new SourceReading(scan.Parallelism, request.MaxFileBytes, cancellationToken);
        var before = await _store.FilesAsync(scan.Repository, cancellationToken);
        var taken = await SourceTakeover.FindAsync(_store, scan, found, cancellationToken);
        IReadOnlyList<string?>? hashes = null;
        if (taken.Count == 0 && MayBeUnchanged(scan, found, before))
        {
            using (ScanStages.Begin("hashing"))
                hashes = await reading.HashAsync(
                    found.Files,
                    done => scan.Report("hashing", done, found.Files.Count)
                );
            if (found.Files.Zip(hashes).All(p => IsSame(before, p.First.Path, p.Second ?? "")))
                return await UnchangedAsync(scan, cancellationToken);
        }
        using var kept = _kept?.Open(scan.Repository, _languages);
        var files = await ReadAsync(scan, reading, found, hashes, kept);
        scan.Report("analysing", 0, 0);
        // Nobody waits for what is being looked at when the scan is cancelled.
        var analysis = await Task.Run(
                () => scan.Analyse(files, _rules, kept, cancellationToken),
                cancellationToken
            )
            .WaitAsync(cancellationToken);
        scan.Report("writing", 0, 0);
        return await CommitAsync(scan, found, files, analysis, taken, cancellationToken);
    }

    private async Task<ReadFile[]> ReadAsync(
        ScanInProgress scan,
        SourceReading reading,
        FoundFiles found,
        IReadOnlyList<string?>? hashes,
        FactsFile? kept
    )
    {
        using var stage = ScanStages.Begin("reading");
        var files = await reading.ReadAsync(
            found.Files,
            hashes,
            kept,
            done => scan.Report("reading", done, found.Files.Count)
        );
        _kept?.Bound(scan.Repository);
        return files;
    }

    /// <summary>The same settings, and the same files as far as their names tell.</summary>
    private static bool MayBeUnchanged(
        ScanInProgress scan,
        FoundFiles found,
        IReadOnlyDictionary<string, ScannedFile> before
    )
    {
        var settings = scan.Settings;
        return before.Count == found.Files.Count + found.Errors.Count + settings.Count
            && settings.All(s => IsSame(before, s.Path, s.ContentHash))
            && found.Errors.All(e => before.ContainsKey(e.File))
            && found.Files.All(f => before.ContainsKey(f.Path));
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
        var last = await _store.LastScanAsync(scan.Repository, cancellationToken);
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
        IReadOnlyList<RepositoryFile> taken,
        CancellationToken cancellationToken
    )
    {
        var last = await _store.LastScanAsync(scan.Repository, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            PatternChanges changes;
            using (ScanStages.Begin("comparing"))
                changes = await _comparison.CompareAsync(scan, analysis, taken, cancellationToken);
            IReadOnlyList<Relationship> relations;
            using (ScanStages.Begin("relating"))
                relations = PatternRelations.Of(changes.Kept, analysis.Clones, analysis.Faults);
            using var storing = ScanStages.Begin("storing");
            var result = scan.Commit(
                found,
                files,
                changes,
                relations,
                analysis.Faults.Errors,
                _time.GetUtcNow()
            );
            var commit = result with
            {
                TakenOver = taken,
                Duplicates = DuplicateGroups.Of(scan.Repository, analysis.Clones),
                Scan = result.Scan with
                {
                    Changes = changes.Since(last, result.Scan, taken),
                    Writes = result.Scan.Writes + taken.Count,
                },
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
}
