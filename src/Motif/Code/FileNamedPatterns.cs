using Motif.Catalog;
using Motif.Storage;

namespace Motif.Code;

/// <summary>What a purge came to.</summary>
/// <param name="Backup">The copy of the database that was written before; null where nothing was removed.</param>
/// <param name="Purged">The patterns that were removed, by name.</param>
public sealed record FilePurge(string? Backup, IReadOnlyList<Pattern> Purged);

/// <summary>
/// What a file-based predecessor left in the catalogue: code patterns that are called like a source file and stand nowhere.
/// They are chosen one by one and removed by id. A wildcard over names would take <c>test_</c> fixtures and patterns about
/// <c>__init__</c> along, which are real.
/// </summary>
public sealed class FileNamedPatterns
{
    private readonly Catalogue _catalogue;
    private readonly ICodeStore _code;
    private readonly IMotifDatabase _database;
    private readonly IReadOnlyList<string> _extensions;

    public FileNamedPatterns(
        Catalogue catalogue,
        ICodeStore code,
        IMotifDatabase database,
        IEnumerable<ISourceLanguage> languages
    )
    {
        (_catalogue, _code, _database) = (catalogue, code, database);
        _extensions = [.. languages.SelectMany(l => l.Extensions)];
    }

    /// <summary>
    /// Whether a name is a path to a source file: no white space, and a last part that ends in one of the extensions and
    /// has something before it. "Guards for .py" and "py" are no file names.
    /// </summary>
    /// <param name="extensions">With their dot, lower case.</param>
    public static bool IsFileName(string name, IEnumerable<string> extensions)
    {
        ArgumentNullException.ThrowIfNull(name);
        var last = name.AsSpan(name.AsSpan().LastIndexOfAny('/', '\\') + 1).ToString();
        return !name.Any(char.IsWhiteSpace)
            && extensions.Any(e =>
                last.Length > e.Length && last.EndsWith(e, StringComparison.OrdinalIgnoreCase)
            );
    }

    /// <summary>
    /// The patterns that a purge would remove, by name: of kind code, called like a source file in a language that is known
    /// or with one of the further extensions, and without a single occurrence. What a scan found has occurrences.
    /// </summary>
    /// <param name="extensions">Further extensions with their dot, such as <c>.ts</c>.</param>
    public async Task<IReadOnlyList<Pattern>> FindAsync(
        IReadOnlyCollection<string> extensions,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(extensions);
        var known = _extensions.Concat(extensions).ToList();
        var found = new List<Pattern>();
        string? cursor = null;
        do
        {
            var page = await PageAsync(cursor, cancellationToken);
            foreach (var pattern in page.Items.Where(p => IsFileName(p.Name, known)))
            {
                var places = await _code.OccurrencesAsync(pattern.PatternId, 1, cancellationToken);
                if (places.Count == 0)
                    found.Add(pattern);
            }
            cursor = page.NextCursor;
        } while (cursor is not null);
        return found;
    }

    /// <summary>
    /// Writes a backup, then removes the patterns with all that belongs to them, each in a transaction. Interrupted, it has
    /// removed some of them; the same again removes the rest.
    /// </summary>
    /// <param name="patterns">Those that <see cref="FindAsync"/> gave and nobody wants to keep.</param>
    /// <param name="backup">The file to write; it must not exist.</param>
    /// <exception cref="BackendException">The backup could not be written, and nothing was removed; or the database failed meanwhile.</exception>
    public async Task<CatalogueAnswer<FilePurge>> PurgeAsync(
        IReadOnlyList<Pattern> patterns,
        string backup,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(patterns);
        ArgumentException.ThrowIfNullOrWhiteSpace(backup);
        if (patterns.Count == 0)
            return new FilePurge(null, []);
        await _database.BackupAsync(backup, cancellationToken);
        var purged = new List<Pattern>(patterns.Count);
        foreach (var pattern in patterns)
        {
            var problem = await _catalogue.PurgeAsync(pattern.PatternId, actor, cancellationToken);
            if (problem is null)
                purged.Add(pattern);
            else if (problem.Refusal is not CatalogueRefusal.NotFound)
                return problem;
        }
        return new FilePurge(backup, purged);
    }

    private async Task<PatternPage> PageAsync(string? cursor, CancellationToken cancellationToken)
    {
        var query = new PatternQuery
        {
            Kind = PatternKind.Code,
            Sort = PatternSort.Name,
            Limit = PatternQuery.MaxLimit,
            Cursor = cursor,
        };
        var page = await _catalogue.ListAsync(query, cancellationToken);
        return page.Value
            ?? throw new InvalidOperationException(
                $"the list was refused: {page.Problem!.OneLine}"
            );
    }
}
