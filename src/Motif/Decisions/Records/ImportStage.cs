using System.Text.Json;

namespace Motif.Decisions.Records;

/// <summary>Some lines of an import, kept together until all of it is read.</summary>
/// <param name="Number">Counted from 0; a part of the same import and number is replaced.</param>
/// <param name="Hash">Of its lines as they came: sent again, they need not be written again.</param>
public sealed record StagedPart(
    string ImportId,
    long Number,
    string Hash,
    IReadOnlyList<StagedLine> Lines
);

/// <summary>A line of an import.</summary>
/// <param name="Line">Where it stood in the file, counted from 1.</param>
/// <param name="Turns">Without personal data, as JSON.</param>
public sealed record StagedLine(
    long Line,
    string ConversationId,
    string? CustomerId,
    JsonElement Turns
);

/// <summary>Which pairs of an import to read; by conversation, and in one by id.</summary>
/// <param name="After">Only behind this one; null for the first.</param>
public sealed record PairQuery(string ImportId, ImportedPair? After = null, int Limit = 500)
{
    /// <summary>As if what this customer said were not there.</summary>
    public string? WithoutCustomer { get; init; }
}

/// <summary>How often replies of one wording are.</summary>
public sealed record WordingCount(string Wording, long Pairs);

/// <summary>Lines of an import to keep, and to let go.</summary>
public sealed class ImportStage
{
    private readonly List<StagedPart> _parts = [];
    private readonly List<(string ImportId, long FromPart)> _dropped = [];

    public IReadOnlyList<StagedPart> Parts => _parts;

    /// <summary>Imports whose lines from a part on go.</summary>
    public IReadOnlyList<(string ImportId, long FromPart)> Dropped => _dropped;

    public void Put(StagedPart part) => _parts.Add(part);

    public void Drop(string importId, long fromPart) => _dropped.Add((importId, fromPart));
}
