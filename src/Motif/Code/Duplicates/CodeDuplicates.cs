using Motif.Catalog;

namespace Motif.Code.Duplicates;

/// <summary>The copies that scans saw. Thread-safe.</summary>
public sealed class CodeDuplicates(ICodeStore code)
{
    public async Task<CatalogueAnswer<DuplicatePage>> ListAsync(
        DuplicateQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        var errors = DraftValidation.Check(query);
        if (errors.Count > 0)
            return CatalogueProblem.Invalid(errors);
        try
        {
            return await code.DuplicatesAsync(
                query with
                {
                    Path = Tidy(query.Path),
                },
                cancellationToken
            );
        }
        catch (FormatException exception)
        {
            return CatalogueProblem.Invalid("cursor", exception.Message);
        }
    }

    /// <summary>A group with all its copies; null where there is none of that id.</summary>
    public Task<DuplicateGroup?> FindAsync(Guid duplicateId, CancellationToken cancellationToken) =>
        code.DuplicateAsync(duplicateId, cancellationToken);

    /// <summary>A path as scans write them; null where it is the whole repository.</summary>
    private static string? Tidy(string? path)
    {
        var tidy = path?.Replace('\\', '/').Trim('/');
        if (tidy?.StartsWith("./", StringComparison.Ordinal) == true)
            tidy = tidy[2..];
        return tidy is null or "" or "." ? null : tidy;
    }
}
