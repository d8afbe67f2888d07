using System.Globalization;
using System.Text;
using Motif.Catalog;
using Motif.Discovery.Mining;

namespace Motif.Discovery.Runs;

/// <summary>Confirmed findings as patterns of the catalogue; one that no longer stands is deprecated, not removed.</summary>
internal sealed class SemanticPatterns(Catalogue catalogue)
{
    /// <summary>Marks patterns that discovery wrote: those of others are not its to deprecate.</summary>
    private const string Tag = "discovered";

    private static readonly Actor Discovery = new("discovery", IsAdministrator: true);

    /// <returns>How many patterns were added or changed.</returns>
    public async Task<int> WriteAsync(
        IReadOnlyList<Finding> findings,
        CancellationToken cancellationToken
    )
    {
        var drafts = findings
            .Where(f => f.State is FindingState.Confirmed)
            .Select(f => Draft(f, PatternStatus.Active))
            .ToList();
        var confirmed = drafts.Select(d => PatternId.For(d.Kind, d.Key!)).ToHashSet();
        var fallen = findings
            .Where(f => f.State is not FindingState.Confirmed)
            .ToDictionary(f => PatternId.For(PatternKind.Semantic, Key(f)));
        foreach (var standing in await StandingAsync(cancellationToken))
        {
            if (confirmed.Contains(standing.PatternId))
                continue;
            drafts.Add(
                fallen.TryGetValue(standing.PatternId, out var finding)
                    ? Draft(finding, PatternStatus.Deprecated)
                    : Redraft(standing)
            );
        }
        var written = await catalogue.UpsertManyAsync(drafts, Discovery, cancellationToken);
        return written.Count(w => w.Result is UpsertResult.Created or UpsertResult.Updated);
    }

    private async Task<List<Pattern>> StandingAsync(CancellationToken cancellationToken)
    {
        var standing = new List<Pattern>();
        string? cursor = null;
        do
        {
            var answer = await catalogue.ListAsync(
                new PatternQuery
                {
                    Kind = PatternKind.Semantic,
                    Statuses = [PatternStatus.Active],
                    Tags = [Tag],
                    Sort = PatternSort.Name,
                    Limit = PatternQuery.MaxLimit,
                    Cursor = cursor,
                },
                cancellationToken
            );
            var page = answer.Value ?? throw new InvalidOperationException(answer.Problem!.OneLine);
            standing.AddRange(page.Items);
            cursor = page.NextCursor;
        } while (cursor is not null);
        return standing;
    }

    private static PatternDraft Draft(Finding finding, PatternStatus status) =>
        new()
        {
            Kind = PatternKind.Semantic,
            PatternType = $"{WireName.Of(finding.Family)}_effect",
            Key = Key(finding),
            Name = Short(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{finding.Feature} in {finding.Scope}: {finding.Multiplier:0.00}×"
                )
            ),
            Description = string.Create(
                CultureInfo.InvariantCulture,
                $"Items with {finding.Feature} perform {finding.Multiplier:0.00} times as well as others of the same channel and time (95 % {finding.Ci95.Low:0.00} to {finding.Ci95.High:0.00}, {finding.Support} items, {finding.Channels} channels). Associated, not proved by an experiment."
            ),
            Tags = [Tag, WireName.Of(finding.State)],
            Status = status,
            Body = PatternBody.From(finding),
        };

    private static PatternDraft Redraft(Pattern standing) =>
        new()
        {
            Kind = standing.Kind,
            PatternType = standing.PatternType,
            Key = standing.Key,
            Name = standing.Name,
            Description = standing.Description,
            Tags = standing.Tags,
            Status = PatternStatus.Deprecated,
            Body = standing.Body,
        };

    private static string Key(Finding finding) => finding.FindingId.ToString("D");

    /// <summary>Cut between characters.</summary>
    private static string Short(string name)
    {
        if (name.Length <= PatternDraft.MaxNameLength)
            return name;
        var cut = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            if (cut.Length + rune.Utf16SequenceLength >= PatternDraft.MaxNameLength)
                break;
            cut.Append(rune);
        }
        return cut.Append('…').ToString();
    }
}
