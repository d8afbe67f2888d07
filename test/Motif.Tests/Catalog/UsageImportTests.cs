using System.Text;
using Motif.Catalog;
using Motif.Storage;

namespace Motif.Tests.Catalog;

public sealed class UsageImportTests
{
    private static readonly Guid Retry = PatternId.For(PatternKind.Success, "retry");
    private static readonly Guid Cache = PatternId.For(PatternKind.Code, "cache");
    private readonly Shelf _shelf = new() { Known = [Retry, Cache] };

    [Fact]
    public async Task Exposed_and_applied_are_counted_apart()
    {
        var report = await ImportAsync(
            $$$"""
            {"manifest_id": "m1", "actor": "coder", "at": "2024-01-31T12:00:00Z", "context": "fix", "exposed": ["success:retry", "{{{Cache}}}"], "applied": ["success:retry"], "outcomes": {"success:retry": "success"}}
            """
        );

        (report.Read, report.Exposures, report.Uses, report.Outcomes).ShouldBe((1, 2, 1, 1));
        _shelf
            .Ledger.Select(u => (u.PatternId, u.Action, u.Actor, u.Context))
            .ShouldBe([
                (Retry, UseAction.Exposed, "coder", "fix"),
                (Cache, UseAction.Exposed, "coder", "fix"),
                (Retry, UseAction.Applied, "coder", "fix"),
            ]);
        _shelf.Ledger[2].Outcome.ShouldBe(UseOutcome.Success);
    }

    [Fact]
    public async Task The_same_manifest_again_counts_nothing_twice()
    {
        const string Line =
            """{"manifest_id": "m1", "actor": "a", "at": "2024-01-31T12:00:00Z", "exposed": ["code:cache"], "applied": ["code:cache", "code:cache"]}""";
        await ImportAsync(Line);

        var again = await ImportAsync(Line);

        (again.Exposures, again.Uses, again.Repeated).ShouldBe((0, 0, 2));
        _shelf.Ledger.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_outcome_that_comes_with_the_manifest_later_is_added_and_another_one_refused()
    {
        static string Line(string outcome) =>
            $$"""{"manifest_id": "m", "actor": "a", "at": "2024-01-31T12:00:00Z", "applied": ["code:cache"]{{outcome}}}""";
        await ImportAsync(Line(""));

        var known = await ImportAsync(Line(""", "outcomes": {"code:cache": "failure"}"""));
        var same = await ImportAsync(Line(""", "outcomes": {"code:cache": "failure"}"""));
        var other = await ImportAsync(Line(""", "outcomes": {"code:cache": "success"}"""));

        (known.Outcomes, same.Outcomes, other.Outcomes).ShouldBe((1, 0, 0));
        other.Rejected.Single().Detail.ShouldContain("final");
        _shelf.Ledger.Single().Outcome.ShouldBe(UseOutcome.Failure);
    }

    [Theory]
    [InlineData("""{"actor": "a", "at": "2024-01-31T12:00:00Z"}""", "lacks manifest_id")]
    [InlineData(
        """{"manifest_id": " ", "actor": "a", "at": "2024-01-31T12:00:00Z"}""",
        "manifest_id"
    )]
    [InlineData(
        """{"manifest_id": "m", "actor": "a", "at": "2024-01-31T12:00:00Z"}""",
        "at least one pattern"
    )]
    [InlineData(
        """{"manifest_id": "m", "actor": "", "at": "2024-01-31T12:00:00Z", "applied": ["code:cache"]}""",
        "actor"
    )]
    [InlineData(
        """{"manifest_id": "m", "actor": "a", "at": "2999-01-31T12:00:00Z", "applied": ["code:cache"]}""",
        "future"
    )]
    [InlineData(
        """{"manifest_id": "m", "actor": "a", "at": "2024-01-31T12:00:00Z", "applied": ["cache"]}""",
        "'cache' is neither"
    )]
    [InlineData(
        """{"manifest_id": "m", "actor": "a", "at": "2024-01-31T12:00:00Z", "exposed": ["code:cache"], "outcomes": {"code:cache": "success"}}""",
        "does not stand in applied"
    )]
    [InlineData(
        """{"manifest_id": "m", "actor": "a", "at": "2024-01-31T12:00:00Z", "exposed": ["code:gone"], "applied": ["code:gone"]}""",
        "the catalogue has no code:gone; nothing of the line is recorded"
    )]
    [InlineData("no json", "is no JSON")]
    public async Task A_wrong_line_is_rejected_whole_with_its_number_and_loses_no_other(
        string wrong,
        string reason
    )
    {
        var report = await ImportAsync(
            $$"""
            {"manifest_id": "one", "actor": "a", "at": "2024-01-31T12:00:00Z", "applied": ["code:cache"]}

            {{wrong}}
            {"manifest_id": "two", "actor": "a", "at": "2024-01-31T12:00:00Z", "applied": ["code:cache"]}
            """
        );

        (report.Read, report.Uses, report.RejectedLines).ShouldBe((3, 2, 1));
        report.Rejected.Single().Line.ShouldBe(3);
        report.Rejected.Single().Detail.ShouldContain(reason);
        _shelf.Ledger.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_line_with_an_unknown_pattern_keeps_its_others_and_is_reported()
    {
        var report = await ImportAsync(
            """
            {"manifest_id": "m", "actor": "a", "at": "2024-01-31T12:00:00Z", "exposed": ["code:cache", "code:gone"], "applied": ["code:cache", "code:lost"]}
            """
        );

        (report.Exposures, report.Uses, report.RejectedLines).ShouldBe((1, 1, 1));
        report
            .Rejected.Single()
            .Detail.ShouldBe(
                "the catalogue has no code:gone, no code:lost; the rest of the line is recorded"
            );
    }

    [Fact]
    public async Task A_batch_that_the_store_cannot_take_for_the_moment_is_tried_again()
    {
        _shelf.Failures = 2;
        var lines = string.Join(
            '\n',
            Enumerable
                .Range(0, UsageImport.BatchSize + 1)
                .Select(i =>
                    $$"""{"manifest_id": "m{{i}}", "actor": "a", "at": "2024-01-31T12:00:00Z", "applied": ["code:cache"]}"""
                )
        );

        (await ImportAsync(lines)).Uses.ShouldBe(UsageImport.BatchSize + 1);

        _shelf.Batches.ShouldBe([UsageImport.BatchSize, 1]);
    }

    private async Task<UsageImportReport> ImportAsync(string lines)
    {
        var ledger = new Ledger(_shelf, new MemoryPatternStore(), TimeProvider.System);
        var import = new UsageImport(ledger, _shelf, TimeProvider.System);
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(lines));
        return await import.ImportAsync(source, CancellationToken.None);
    }

    /// <summary>Keeps entries once by pattern and key, or fails as often as it is told.</summary>
    private sealed class Shelf : AppendedUses
    {
        public required HashSet<Guid> Known { get; init; }

        public int Failures { get; set; }

        public List<int> Batches { get; } = [];

        public List<Use> Ledger { get; } = [];

        public override Task<(
            IReadOnlyList<(Use Use, bool IsNew)> Stored,
            IReadOnlyList<Guid> Unknown
        )> AppendAsync(IReadOnlyList<Use> uses, CancellationToken cancellationToken)
        {
            if (Failures-- > 0)
                throw new BackendException("shelf", "usage.append", "is locked", isTransient: true);
            List<Guid> unknown = [.. uses.Select(u => u.PatternId).Except(Known)];
            var stored = new List<(Use, bool)>();
            foreach (var use in unknown.Count > 0 ? [] : uses)
            {
                var earlier = Ledger.Find(u =>
                    u.PatternId == use.PatternId && u.IdempotencyKey == use.IdempotencyKey
                );
                if (earlier is null)
                    Ledger.Add(use);
                stored.Add((earlier ?? use, earlier is null));
            }
            Batches.Add(stored.Count);
            return Task.FromResult<(IReadOnlyList<(Use, bool)>, IReadOnlyList<Guid>)>(
                (stored, unknown)
            );
        }

        public override Task<OutcomeResult> RecordOutcomeAsync(
            OutcomeEntry entry,
            CancellationToken cancellationToken
        )
        {
            var at = Ledger.FindIndex(u => u.UseId == entry.UseId);
            if (Ledger[at].Outcome is { } outcome)
                return Task.FromResult(
                    outcome == entry.Outcome
                        ? OutcomeResult.AlreadyRecorded
                        : OutcomeResult.Conflicting
                );
            Ledger[at] = Ledger[at] with { Outcome = entry.Outcome };
            return Task.FromResult(OutcomeResult.Recorded);
        }
    }
}
