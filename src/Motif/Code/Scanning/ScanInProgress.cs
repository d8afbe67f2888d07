using System.Security.Cryptography;
using System.Text;
using Motif.Catalog;
using Motif.Code.Patterns;
using Motif.Code.Quality.Coverage;
using Motif.Code.Rules;
using Motif.Code.Scanning.Kept;

namespace Motif.Code.Scanning;

/// <summary>One scan while it runs: its names, its settings, its numbers.</summary>
internal sealed class ScanInProgress
{
    /// <summary>Stands among a repository's files for the settings of the scan and the version of the analysis.</summary>
    private const string SettingsPath = ".motif";

    private readonly ScanRequest _request;
    private readonly DateTimeOffset _startedAt;
    private readonly Guid _scanId;
    private readonly IProgress<ScanProgress>? _progress;
    private int _units;

    public ScanInProgress(
        ScanRequest request,
        DateTimeOffset startedAt,
        IProgress<ScanProgress>? progress
    )
    {
        (_request, _startedAt, _progress) = (request, startedAt, progress);
        _scanId = request.ScanId ?? Guid.CreateVersion7(startedAt);
        Root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.Root));
        if (!Path.Exists(Root))
            throw new FileNotFoundException(
                $"{request.Root} is neither a folder nor a file that can be seen",
                request.Root
            );
        Repository = request.Repository ?? NameOf(Root);
        IsOneFile = File.Exists(Root);
        Place = new TreePlace(Environment.MachineName, FolderOf(Root, IsOneFile));
        Parallelism = request.Parallelism ?? Environment.ProcessorCount;
    }

    public string Root { get; }

    public string Repository { get; }

    public int Parallelism { get; }

    /// <summary>What people called wrong in the repository.</summary>
    public IReadOnlySet<DetectedPlace> Wrong { get; set; } = new HashSet<DetectedPlace>();

    public bool IsOneFile { get; }

    /// <summary>Where the paths of the files begin.</summary>
    public TreePlace Place { get; }

    public void Report(string step, int done, int total) =>
        _progress?.Report(new ScanProgress(step, done, total));

    /// <summary>
    /// What has to be the same, besides the sources, for a scan to be the same: options, coverage reports, and this program.
    /// </summary>
    public IReadOnlyList<ScannedFile> Settings { get; private set; } = [];

    /// <exception cref="CoverageFormatException">A coverage report is empty, no regular file, or too large.</exception>
    public void ReadSettings(CancellationToken cancellationToken)
    {
        var version = typeof(ScanInProgress).Module.ModuleVersionId;
        var text =
            $"{version}\n{_request.MinQuality}\n{_request.MaxComplexity}\n{_request.WithoutTests}\n{Root}{JudgedSo()}";
        Settings =
        [
            new ScannedFile(
                SettingsPath,
                Hash(Encoding.UTF8.GetBytes(text)),
                ScannedFile.SettingLanguage,
                0,
                null
            ),
            .. _request.CoverageFiles.Select(f => new ScannedFile(
                $"{SettingsPath}/{f}",
                Hash(CoverageReport.Bytes(f, cancellationToken)),
                ScannedFile.CoverageLanguage,
                0,
                null
            )),
        ];
    }

    /// <exception cref="CoverageFormatException">A coverage report is in no known format.</exception>
    public Analysis Analyse(
        ReadFile[] files,
        CodeRules rules,
        FactsFile? kept,
        CancellationToken cancellationToken
    )
    {
        var analysis = Analysis.Of(files, rules, kept, _request, Parallelism, cancellationToken);
        if (Wrong.Count > 0)
            analysis = analysis with
            {
                Groups =
                [
                    .. analysis.Groups.Select(g => g.Without(IsWrong)).OfType<PatternGroup>(),
                ],
            };
        _units = analysis.Units;
        return analysis;
    }

    public bool IsTooPoor(Pattern pattern) => pattern.Quality.Score < _request.MinQuality;

    /// <summary>The text of a file, for the exemplars alone; empty where it has vanished since it was read.</summary>
    public string SourceOf(string path)
    {
        var full = File.Exists(Root) ? Root : Path.Combine(Root, path);
        byte[] bytes;
        try
        {
            bytes = RegularFile.Read(full, _request.MaxFileBytes, CancellationToken.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
        return System.Text.Unicode.Utf8.IsValid(bytes)
            ? Encoding.UTF8.GetString(bytes)
            : Encoding.Latin1.GetString(bytes);
    }

    public ScanCommit Commit(
        FoundFiles found,
        ReadFile[] files,
        PatternChanges changes,
        IReadOnlyList<Relationship> relations,
        IReadOnlyList<ScanError> faults,
        DateTimeOffset now
    )
    {
        var occurrences = changes
            .Kept.SelectMany(g => g.Occurrences(Repository))
            .OrderBy(o => o.File, StringComparer.Ordinal)
            .ThenBy(o => o.StartLine)
            .ThenBy(o => o.PatternId)
            .ToList();
        var rows = Rows(found, files);
        List<ScanError> errors =
        [
            .. Errors(found, files)
                .Concat(faults)
                .Select(e => e with { Message = KeptText.Line(e.Message) }),
        ];
        var scan = Result(now) with
        {
            Files = found.Files.Count,
            FilesFailed = errors
                .Select(e => e.File)
                .Where(f => f != AnalysisFaults.WholeTree)
                .Distinct(StringComparer.Ordinal)
                .Count(),
            Lines = files.Sum(f => (long)f.File.Lines),
            Units = _units,
            Occurrences = occurrences.Count,
            Patterns = changes.Kept.Count,
            Added = changes.Added,
            Changed = changes.Changed,
            Retired = changes.Retired,
            Writes =
                1
                + changes.Writes.Sum(w => w.History is null ? 1 : 2)
                + rows.Count
                + occurrences.Count
                + relations.Count,
            Errors = [.. errors.Take(CodeScan.MaxErrors)],
        };
        return new ScanCommit(scan, changes.Writes, rows, occurrences, relations) { Place = Place };
    }

    public CodeScan Result(DateTimeOffset now) =>
        new(
            _scanId,
            Repository,
            Root,
            ScanState.Finished,
            _startedAt,
            now,
            Files: 0,
            FilesFailed: 0,
            Lines: 0,
            Units: 0,
            Occurrences: 0,
            Patterns: 0,
            Added: 0,
            Changed: 0,
            Retired: 0,
            Writes: 0,
            Errors: []
        );

    private List<ScannedFile> Rows(FoundFiles found, ReadFile[] files) =>
        [
            .. files.Select(f => f.File),
            .. found.Errors.Select(e => new ScannedFile(e.File, "", "", 0, e.Message)),
            .. Settings,
        ];

    private static List<ScanError> Errors(FoundFiles found, ReadFile[] files)
    {
        var errors = new List<ScanError>(found.Errors);
        foreach (var file in files)
        {
            if (file.Facts is { } facts)
                errors.AddRange(
                    facts.Errors.Select(e => new ScanError(file.File.Path, e.Line, e.Message))
                );
            else if (file.File.Error is { } error)
                errors.Add(new ScanError(file.File.Path, null, error));
        }
        return errors;
    }

    /// <summary>A link that cannot be followed is a place of its own.</summary>
    private static string FolderOf(string root, bool isOneFile)
    {
        var folder = isOneFile ? Path.GetDirectoryName(root)! : root;
        try
        {
            return RealPath.Of(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return folder;
        }
    }

    private static string NameOf(string root)
    {
        var name = Path.GetFileName(root);
        return name.Length > 0 ? name : root;
    }

    private bool IsWrong(Sighting sighting) =>
        Wrong.Contains(
            new DetectedPlace(
                Repository,
                sighting.Unit.File,
                sighting.Unit.Unit.QualifiedName,
                sighting.Rule
            )
        );

    /// <summary>A judgement changes what a scan comes to, so it is among what must be the same.</summary>
    private string JudgedSo() =>
        string.Concat(
            Wrong
                .Select(w => $"\n{w.File}\t{w.QualifiedName}\t{w.Rule}")
                .Order(StringComparer.Ordinal)
        );

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
