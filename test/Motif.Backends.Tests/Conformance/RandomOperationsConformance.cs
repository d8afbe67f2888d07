using Motif.Catalog;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Long random sequences of writes leave what the same sequence leaves in a plain dictionary.</summary>
public abstract class RandomOperationsConformance(TestBackend backend) : StorageConformance(backend)
{
    private readonly Dictionary<Guid, Pattern> model = [];
    private readonly Dictionary<Guid, Use> ledger = [];
    private Random random = new(0);
    private int step;

    [ConformanceFact]
    public async Task Random_sequences_leave_what_the_model_has()
    {
        foreach (var seed in (int[])[1, 2, 3])
        {
            random = new Random(seed);
            for (var i = 0; i < 150; i++)
                await StepAsync();
            await ShouldBeTheModelAsync();
        }
    }

    private Task StepAsync()
    {
        step++;
        return random.Next(10) switch
        {
            < 3 => InsertAsync(),
            < 5 => UpdateAsync(),
            < 8 => UseAsync(),
            8 => OutcomeAsync(),
            _ => random.Next(3) == 0 ? PurgeAsync() : InsertAsync(),
        };
    }

    private async Task InsertAsync()
    {
        var pattern = Sample.Many(8, step)[random.Next(8)] with { Key = $"k{random.Next(60)}" };
        pattern = pattern with { PatternId = PatternId.For(pattern.Kind, pattern.Key) };
        var conflicts = await Patterns.SaveAsync([Sample.Insert(pattern)], Forever);
        conflicts.Count.ShouldBe(model.ContainsKey(pattern.PatternId) ? 1 : 0);
        model.TryAdd(pattern.PatternId, pattern);
    }

    private async Task UpdateAsync()
    {
        if (Any() is not { } current)
            return;
        var other = Sample.Many(8, step)[random.Next(8)];
        var isStale = random.Next(4) == 0;
        var write = Sample.Update(
            other with
            {
                PatternId = current.PatternId,
                Kind = current.Kind,
                Key = current.Key,
                CreatedAt = current.CreatedAt,
                Version = isStale ? current.Version + 1 : current.Version,
            }
        );
        var conflicts = await Patterns.SaveAsync([write], Forever);
        conflicts.Count.ShouldBe(isStale ? 1 : 0);
        if (!isStale)
            model[current.PatternId] = write.Pattern;
    }

    private async Task UseAsync()
    {
        if (Any() is not { } pattern)
            return;
        var use = Sample.Use(
            pattern.PatternId,
            step,
            (UseAction)random.Next(4),
            random.Next(2) == 0 ? null : $"key {random.Next(5)}",
            random.Next(3) == 0 ? (UseOutcome)random.Next(2) : null
        );
        var first = ledger.Values.FirstOrDefault(u =>
            u.PatternId == use.PatternId
            && u.IdempotencyKey is not null
            && u.IdempotencyKey == use.IdempotencyKey
        );
        var (stored, _) = await Usage.AppendAsync([use], Forever);
        stored.Single().ShouldBe((first ?? use, first is null));
        if (first is null)
            ledger.Add(use.UseId, use);
    }

    private async Task OutcomeAsync()
    {
        if (ledger.Count == 0)
            return;
        var use = ledger.Values.ElementAt(random.Next(ledger.Count));
        var outcome = (UseOutcome)random.Next(2);
        var result = await Usage.RecordOutcomeAsync(
            new OutcomeEntry(use.PatternId, use.UseId, outcome, Sample.Start),
            Forever
        );
        if (use.Action is UseAction.Exposed)
        {
            // What was only seen has no outcome.
            result.ShouldBe(OutcomeResult.UnknownUse);
            return;
        }
        result.ShouldBe(
            use.Outcome is null ? OutcomeResult.Recorded
            : use.Outcome == outcome ? OutcomeResult.AlreadyRecorded
            : OutcomeResult.Conflicting
        );
        ledger[use.UseId] = use with
        {
            Outcome = use.Outcome ?? outcome,
            OutcomeAt = use.Outcome is null ? Sample.Start : use.OutcomeAt,
        };
    }

    private async Task PurgeAsync()
    {
        if (Any() is not { } pattern)
            return;
        (await Patterns.PurgeAsync(pattern.PatternId, Forever)).ShouldBeTrue();
        model.Remove(pattern.PatternId);
        foreach (var use in ledger.Values.Where(u => u.PatternId == pattern.PatternId).ToList())
            ledger.Remove(use.UseId);
    }

    private Pattern? Any() =>
        model.Count == 0 ? null : model.Values.ElementAt(random.Next(model.Count));

    private async Task ShouldBeTheModelAsync()
    {
        var stored = await Patterns.FindManyAsync([.. model.Keys], Forever);
        stored.Count.ShouldBe(model.Count);
        (await Patterns.CountAsync(Forever)).Patterns.ShouldBe(model.Count);
        foreach (var pattern in stored)
        {
            var expected = model[pattern.PatternId];
            pattern.Version.ShouldBe(expected.Version);
            PatternContent.Of(pattern).Hash().ShouldBe(PatternContent.Of(expected).Hash());
            pattern.Quality.Equals(expected.Quality).ShouldBeTrue();
            (await Patterns.HistoryAsync(pattern.PatternId, Forever)).Count.ShouldBe(
                expected.Version
            );
            (await Usage.ListAsync(pattern.PatternId, null, 1000, Forever)).ShouldBe(
                ledger
                    .Values.Where(u => u.PatternId == pattern.PatternId)
                    .OrderByDescending(u => u.At)
            );
        }
        await LedgerCheck.ShouldAgreeAsync(Server, model.Keys);
        foreach (var sort in Enum.GetValues<PatternSort>())
        {
            var query = new PatternQuery { Sort = sort, Limit = 500 };
            (await Patterns.ListAsync(query, Forever))
                .Items.Select(p => p.PatternId)
                .ShouldBe(CatalogueModel.Select(stored, query));
        }
    }
}
