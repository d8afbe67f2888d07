using Motif.Catalog;
using Motif.Code.CSharp;
using Motif.Code.Python.Facts;
using Motif.Code.Rules;
using Motif.Code.Scanning;
using Motif.Embeddings;
using Motif.Matching.Calibration;
using Motif.Matching.Documents;
using Motif.Matching.Ranking;
using Motif.Matching.Requests;
using Motif.Matching.Starter;
using Motif.Tests.Code.Rules;
using Motif.Tests.Code.Scanning;
using Motif.Text;
using Xunit.Abstractions;

namespace Motif.Tests.Matching;

/// <summary>Whether somebody who knows what he wants, and not what it is called, finds the code that does it.</summary>
public sealed class CodeIntentsTests(ITestOutputHelper output)
{
    private static readonly ConfidenceCalibrator Prior = ConfidenceCalibrator.Prior(
        new CalibratorKey("", "", "")
    );

    [Fact]
    public async Task An_intent_in_plain_words_finds_scanned_code_of_the_family_that_it_asks_for()
    {
        var store = await ScannedAsync();
        var rules = store.Patterns.ToDictionary(
            p => p.PatternId.ToString(),
            p => p.Body.GetProperty("rule").GetString()!
        );
        using var index = new MatchIndex(new TextAnalyzer(), Lexicon.Default);
        index.Upsert([.. store.Patterns.Concat(Practices()).Select(Document)]);
        index.Refit();

        var places = Intents()
            .Select(i => (i.Rule, i.Intent, Place: PlaceOf(index, i.Rule, i.Intent, rules)))
            .ToList();

        foreach (var (rule, intent, place) in places.Where(p => p.Place != 1))
            output.WriteLine($"{place} {rule}: {intent}");
        places.Count.ShouldBeGreaterThanOrEqualTo(40);
        places.Count(p => p.Place == 1).ShouldBeGreaterThanOrEqualTo(places.Count * 8 / 10);
        places
            .Count(p => p.Place is 1 or 2 or 3)
            .ShouldBeGreaterThanOrEqualTo(places.Count * 9 / 10);
    }

    /// <summary>From 1; null where none of the first ten is of the rule.</summary>
    private static int? PlaceOf(
        MatchIndex index,
        string rule,
        string intent,
        Dictionary<string, string> rules
    )
    {
        var matches = index
            .Search(new MatchSearch([new QueryPart(intent, 1)], new MatchFilters(), 10), Prior)
            .Matches.ToList();
        var place = matches.FindIndex(m => rules.GetValueOrDefault(m.Id) == rule);
        return place < 0 ? null : place + 1;
    }

    /// <summary>All that the rules' own examples hold, as a scan makes patterns of it.</summary>
    private static async Task<MemoryCodeStore> ScannedAsync()
    {
        using var tree = new SourceTree();
        foreach (
            var (spec, i) in RuleSpec.All.Where(s => s.Unit is not null).Select((s, i) => (s, i))
        )
            tree.Write($"part{i}.{(spec.Language == "csharp" ? "cs" : "py")}", spec.Source);
        var store = new MemoryCodeStore();
        await new CodeScanner(
            store,
            store,
            new Catalogue(store, TimeProvider.System),
            [new PythonLanguage(), new CSharpLanguage()],
            new CodeRules(ListedRules.All),
            TimeProvider.System
        ).ScanAsync(new ScanRequest { Root = tree.Root }, null, CancellationToken.None);
        return store;
    }

    private static IEnumerable<Pattern> Practices() =>
        StarterCatalogue
            .Read()
            .Select(draft => new Pattern
            {
                PatternId = PatternId.For(PatternKind.Success, draft.Key!),
                Kind = PatternKind.Success,
                PatternType = draft.PatternType,
                Key = draft.Key!,
                Name = draft.Name,
                Description = draft.Description,
                Tags = draft.Tags,
                Body = draft.Body!.Value,
                CreatedAt = DateTimeOffset.UnixEpoch,
                UpdatedAt = DateTimeOffset.UnixEpoch,
            });

    private static MatchDocument Document(Pattern pattern) =>
        PatternText.Document(pattern, [], DateTimeOffset.UnixEpoch);

    private static IEnumerable<(string Rule, string Intent)> Intents() =>
        File.ReadLines(Path.Combine(Repository.Root, "specs", "matching", "code-intents.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t'))
            .Select(parts => (parts[0], parts[1]));
}
