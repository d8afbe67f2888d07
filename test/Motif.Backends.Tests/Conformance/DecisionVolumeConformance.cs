using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Motif.Catalog;
using Motif.Decisions;
using Motif.Decisions.Records;
using Motif.Decisions.Understanding;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Much at once: years of old conversations, the backlog of an outage, a queue worked off in one go.</summary>
public abstract class DecisionVolumeConformance(TestBackend backend) : DecisionSendingSuite(backend)
{
    private const int Conversations = 5_000;

    [ConformanceFact]
    public async Task Years_of_imported_mail_and_the_backlog_of_an_outage_are_never_answered()
    {
        await AutomaticAsync();
        var imports = Timed.GetRequiredService<ConversationImport>();
        var past = Encoding.UTF8.GetBytes(Past());
        var record = await ImportAsync(imports, past);
        (record.Conversations, record.Pairs, record.KnownPairs).ShouldBe(
            (Conversations, Conversations, 0)
        );

        var random = new Random(9);
        for (var i = 0; i < 300; i++)
        {
            var age = TimeSpan.FromHours(1 + random.NextDouble() * (30 * 24 - 1));
            var isMail = i % 2 == 0 && age > TimeSpan.FromHours(24);
            var decided = await DecideAsync(
                Message(
                    "please bay and number what about it 3",
                    $"old {i}",
                    $"old {i}",
                    Clock.Now - age
                ) with
                {
                    ChannelKind = isMail ? ChannelKind.Email : ChannelKind.Chat,
                }
            );
            (decided.State, decided.Reasons[0]).ShouldBe((ExecutionState.HandedOver, "too_old"));
        }
        for (var i = 0; i < 10; i++)
            await LaterAsync(60);
        Receiver.Deliveries.ShouldBeEmpty();
        (
            await Store.ListAsync(
                new ExecutionQuery
                {
                    States =
                    [
                        ExecutionState.Held,
                        ExecutionState.Sending,
                        ExecutionState.Sent,
                        ExecutionState.Pending,
                    ],
                },
                Forever
            )
        ).ShouldBeEmpty();
        (await Store.CountAsync(Forever)).ShouldBe(
            new Dictionary<ExecutionState, long> { [ExecutionState.HandedOver] = 300 }
        );

        var again = await ImportAsync(imports, past);
        (again.Pairs, again.KnownPairs).ShouldBe((Conversations, Conversations));
        again
            .Candidates.Select(c => (c.CandidateId, c.Support))
            .ShouldBe(record.Candidates.Select(c => (c.CandidateId, c.Support)));
    }

    [ConformanceFact]
    public async Task Of_twenty_that_are_approved_at_once_those_overtaken_and_those_about_money_stay_behind()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 20; i++)
            ids.Add((await PendingAsync($"m{i}", $"c{i}")).ExecutionId);
        foreach (var i in (int[])[3, 4])
            await OfMoneyAsync(ids[i]);
        Clock.Now += TimeSpan.FromSeconds(20);
        foreach (var i in (int[])[0, 1, 2])
            await DecideAsync(Message("one more thing", $"late {i}", $"c{i}"));

        var results = await Queue.ApproveAllAsync(new ApproveReplies([.. ids]), Ada, Forever);
        results.Select(r => r.ExecutionId).ShouldBe(ids);
        results.Take(5).ShouldAllBe(r => r.Refusal == CatalogueRefusal.NotAllowed);
        results.Take(3).ShouldAllBe(r => r.Detail!.Contains("superseded"));
        results.Skip(3).Take(2).ShouldAllBe(r => r.Detail!.Contains("R3"));
        results.Skip(5).ShouldAllBe(r => r.State == ExecutionState.Sending);
        await LaterAsync(1);
        await LaterAsync(600);
        Receiver.Deliveries.Count.ShouldBe(15);
        Receiver.Deliveries.Select(d => d.DeliveryId).ShouldBe(ids.Skip(5), ignoreOrder: true);
    }

    /// <summary>The reply as it would be, had its pattern been about money when it was decided.</summary>
    private async Task OfMoneyAsync(Guid id)
    {
        var decision = (await Store.FindAsync(id, Forever))!;
        await Store.ChangeAsync(
            new DecisionScope(decision.ConversationId) { ExecutionId = id },
            ledger =>
            {
                ledger.Put(ledger.Find(id)! with { Risk = RiskClass.R3 });
                return true;
            },
            Forever
        );
    }

    /// <summary>A pair of question and answer each, one to five years old.</summary>
    private string Past()
    {
        var lines = new StringBuilder();
        for (var i = 0; i < Conversations; i++)
        {
            var at = Clock.Now.AddDays(-365 - (i * 4 * 365.0 / Conversations));
            var subject = i % 3;
            lines.AppendLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"conversation_id": "past {{i}}", "turns": [{"role": "customer", "text": "please bay and number what about it {{i % 50}}", "at": "{{at:O}}"}, {"role": "operator", "text": "{{(subject == 0 ? "Your bay is on the left." : subject == 1 ? "We open at eight." : "Ask at the desk.")}}", "at": "{{at.AddMinutes(4):O}}"}]}"""
                )
            );
        }
        return lines.ToString();
    }

    private static async Task<Motif.Decisions.Importing.ImportRecord> ImportAsync(
        ConversationImport imports,
        byte[] lines
    )
    {
        using var source = new MemoryStream(lines);
        return Good(await imports.ImportAsync(source, "past", Ada, null, Forever));
    }
}
