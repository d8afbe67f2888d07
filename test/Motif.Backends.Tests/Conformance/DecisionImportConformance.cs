using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;
using Motif.Decisions;
using Motif.Decisions.Importing;
using Motif.Decisions.Records;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Imports of conversations: read as they come, gone on with, lived again, on every database.</summary>
public abstract class DecisionImportConformance(TestBackend backend) : DecisionSendingSuite(backend)
{
    private static readonly (string Subject, string Reply)[] Subjects =
    [
        ("bay", "Your bay is on the left."),
        ("door", "The code was sent by mail."),
        ("bill", "Invoices leave us on Mondays."),
        ("lesson", "Ask the front desk, please."),
        ("locker", "Lockers open with any coin."),
        ("heating", "We heat from October on."),
    ];

    private ConversationImport Imports => Timed.GetRequiredService<ConversationImport>();

    [ConformanceFact]
    public async Task An_import_that_broke_off_goes_on_where_it_stood()
    {
        var file = Encoding.UTF8.GetBytes(Turns(1_500));
        using var broken = new BreakingStream(file, file.Length - 1_000);
        await Should.ThrowAsync<IOException>(() =>
            Imports.ImportAsync(broken, "spring", Ada, null, Forever)
        );
        var staged = await StagedAsync();
        staged.Count.ShouldBe(2_000);
        staged.ShouldAllBe(l => !l.Turns.GetRawText().Contains('@'));
        (await Store.CountPairsAsync("spring", Forever)).ShouldBe(0);

        var record = await ImportAsync(file);
        (record.Read, record.Conversations, record.Pairs, record.KnownPairs).ShouldBe(
            (3_000, 1_500, 1_500, 0)
        );
        (await StagedAsync()).ShouldBeEmpty();
    }

    [ConformanceFact]
    public async Task What_was_staged_of_another_file_does_not_get_into_an_import()
    {
        var file = Encoding.UTF8.GetBytes(Turns(1_500));
        using var broken = new BreakingStream(file, file.Length - 1_000);
        await Should.ThrowAsync<IOException>(() =>
            Imports.ImportAsync(broken, "spring", Ada, null, Forever)
        );
        var other = await ImportAsync(Encoding.UTF8.GetBytes(Turns(10)));
        (other.Conversations, other.Pairs).ShouldBe((10, 10));
        (await Store.CountPairsAsync("spring", Forever)).ShouldBe(10);
    }

    [ConformanceFact]
    public async Task Turns_of_a_conversation_may_stand_anywhere_in_the_file()
    {
        var lines = new StringBuilder();
        for (var i = 0; i < 1_200; i++)
            lines.AppendLine(
                Turn(
                    i,
                    "customer",
                    $"which bay is mine {(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}",
                    1
                )
            );
        for (var i = 1_199; i >= 0; i--)
            lines.AppendLine(Turn(i, "operator", $"Hi Anna, your bay is {i}.", 2));
        var record = await ImportAsync(Encoding.UTF8.GetBytes(lines.ToString()));
        (record.Conversations, record.Pairs).ShouldBe((1_200, 1_200));
        var candidate = record.Candidates.ShouldHaveSingleItem();
        (candidate.Support, candidate.Conversations).ShouldBe((1_200, 1_200));
        candidate.Template.ShouldBe("Hi Anna, your bay is {{value_1}}.");
        candidate.Examples.Count.ShouldBe(50);
    }

    [ConformanceFact]
    public async Task A_conversation_without_end_is_cut_and_the_lines_are_named()
    {
        var lines = new StringBuilder();
        for (var i = 0; i < 10_002; i++)
            lines.AppendLine(Turn(7, i % 2 == 0 ? "customer" : "operator", $"and {i}", i));
        var record = await ImportAsync(Encoding.UTF8.GetBytes(lines.ToString()));
        record.Pairs.ShouldBe(5_000);
        record.Refused.Select(r => r.Line).ShouldBe([10_001, 10_002]);
        record.Refused[0].Reason.ShouldContain("10000 turns");
    }

    [ConformanceFact]
    public async Task Candidates_begin_with_how_they_did_when_the_import_was_lived_again()
    {
        var record = await ImportAsync(Encoding.UTF8.GetBytes(Lived(900)));
        record.Candidates.Count.ShouldBe(Subjects.Length);
        record.Candidates.Sum(c => c.Replay?.Right ?? 0).ShouldBeGreaterThan(200);
        var candidate = record.Candidates.MaxBy(c => c.Replay?.Right)!;
        var replay = candidate.Replay.ShouldNotBeNull();
        replay.Right.ShouldBeGreaterThan(replay.Wrong);

        var reviewed = Good(
            await Timed
                .GetRequiredService<ImportReview>()
                .ReviewAsync(
                    "spring",
                    candidate.CandidateId,
                    new ReviewCandidate(true),
                    Ada,
                    Forever
                )
        );
        var id = reviewed
            .Candidates.Single(c => c.CandidateId == candidate.CandidateId)
            .PatternId.ShouldNotBeNull();
        var pattern = Good(
            await Timed.GetRequiredService<DecisionPatterns>().FindAsync(id, Forever)
        );
        pattern.Confidence.ShouldBe(
            (pattern.Evidence.Right + 1) / (pattern.Evidence.Right + pattern.Evidence.Wrong + 2),
            1e-9
        );
        pattern.Confidence.ShouldBeGreaterThan(0.5);
        (pattern.Evidence.Right + pattern.Evidence.Wrong).ShouldBeLessThanOrEqualTo(10.0001);
        (pattern.Evidence.Trials, pattern.Evidence.Mode).ShouldBe((0, PatternMode.Shadow));
        var change = (await Store.EvolutionAsync(id, 10, Forever)).ShouldHaveSingleItem();
        (change.Old, change.New, change.Reason, change.Actor).ShouldBe(
            (0.5, pattern.Confidence, "imported", Ada.Name)
        );
    }

    [ConformanceFact]
    public async Task Where_little_was_imported_nothing_is_said_of_how_a_candidate_did()
    {
        var record = await ImportAsync(Encoding.UTF8.GetBytes(Lived(60)));
        record.Candidates.ShouldNotBeEmpty();
        record.Candidates.ShouldAllBe(c => c.Replay == null);
    }

    private async Task<IReadOnlyList<StagedLine>> StagedAsync() =>
        await Store.StagedAsync("spring", null, 10_000, Forever);

    private async Task<ImportRecord> ImportAsync(byte[] lines)
    {
        using var source = new MemoryStream(lines);
        return Good(await Imports.ImportAsync(source, "spring", Ada, null, Forever));
    }

    private static string Turns(int conversations)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < conversations; i++)
        {
            lines.AppendLine(Turn(i, "customer", $"which bay is mine, {i}@example.org", 1));
            lines.AppendLine(Turn(i, "operator", $"Your bay is number {i}.", 2));
        }
        return lines.ToString();
    }

    /// <summary>Conversations of six subjects in turn, an hour after each other.</summary>
    private static string Lived(int conversations)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < conversations; i++)
        {
            var (subject, reply) = Subjects[i * 7 % Subjects.Length];
            lines.AppendLine(
                Turn(i, "customer", $"please tell me about the {subject} number {i % 40}", 60 * i)
            );
            lines.AppendLine(Turn(i, "operator", reply, (60 * i) + 5));
        }
        return lines.ToString();
    }

    private static string Turn(int conversation, string role, string text, int minute) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"conversation_id": "past {{conversation}}", "role": "{{role}}", "text": "{{text}}", "at": "{{new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute):O}}"}"""
        );

    /// <summary>A connection that is lost behind some bytes.</summary>
    private sealed class BreakingStream(byte[] bytes, int until) : MemoryStream(bytes, 0, until)
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        ) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var count
                ? count
                : throw new IOException("the connection was lost");
    }
}
