using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Motif.Decisions;
using Motif.Decisions.Importing;
using Motif.Decisions.Records;

namespace Motif.Backends.Tests.Conformance;

/// <summary>What belongs to a customer is kept nowhere, looked for in the database itself, on every database.</summary>
public abstract class DecisionPrivacyConformance(TestBackend backend)
    : DecisionSendingSuite(backend)
{
    /// <summary>Each as it is written, and a part of it that nothing else has.</summary>
    private static readonly (string Written, string Part)[] Private =
    [
        ("4111 1111 1111 1111", "1111 1111"),
        ("4111-1111-1111-1111", "1111-1111"),
        ("4111111111111111", "41111111"),
        ("2221000000000009", "22210000"),
        ("6011000000000000001", "60110000"),
        ("DE89 3704 0044 0532 0130 00", "3704 0044"),
        ("jane.roe.private@example.org", "jane.roe.private"),
        ("+49 151 23456789", "23456789"),
        ("12 Rosewater Street", "Rosewater"),
    ];

    /// <summary>They look like it and belong to nobody.</summary>
    private static readonly string[] Public = ["6033391", "1748503543012"];

    [ConformanceFact]
    public async Task No_raw_value_of_a_message_is_anywhere_in_the_database()
    {
        await SetAsync(Live);
        await BayAsync();
        await HoursAsync();
        var n = 0;
        foreach (var (written, _) in Private)
            await LiveThroughAsync(written, $"p{n++}");
        foreach (var number in Public)
            await LiveThroughAsync($"order {number}", $"p{n++}");
        await ImportAsync();

        await ShouldBeNowhereAsync();
        foreach (var number in Public)
            (await Backend.WrittenInAsync(Setting, number)).ShouldNotBeEmpty(number);

        var export = new StringBuilder();
        await foreach (
            var line in Timed
                .GetRequiredService<AuditExport>()
                .LinesAsync(new AuditQuery(), AuditFormat.Jsonl, Forever)
        )
            export.AppendLine(line);
        foreach (var (_, part) in Private)
            export.ToString().ShouldNotContain(part);
    }

    [ConformanceFact]
    public async Task Erasing_a_customer_takes_his_words_out_of_messages_lessons_and_imports()
    {
        await SetAsync(Live);
        await BayAsync();
        await DecideAsync(Message("Which bay is mine, says Rumpelstilzchen?"));
        await ReplyAsync("Your bay is on the left.");
        var import = await ImportAsync("Rumpelstilzchen wants a bay");
        Good(
            await Timed
                .GetRequiredService<ImportReview>()
                .ReviewAsync(
                    "old",
                    import.Candidates.ShouldHaveSingleItem().CandidateId,
                    new ReviewCandidate(true),
                    Ada,
                    Forever
                )
        );
        await SaveAsync(Message("Rumpelstilzchen asks"), "his");
        (await Backend.WrittenInAsync(Setting, "Rumpelstilzchen")).ShouldNotBeEmpty();
        Good(
            await Timed
                .GetRequiredService<CustomerErasure>()
                .EraseAsync("customer 7", Admin, Forever)
        );
        (await Backend.HeldInAsync(Setting, "Rumpelstilzchen")).ShouldBeEmpty();
        (await Reports.VerifyAsync(Forever)).IsWhole.ShouldBeTrue();
        (await DecideAsync(Message("which bay is mine", "after", "after"))).PatternId.ShouldNotBe(
            null
        );
    }

    /// <summary>Asked in a chat and by mail, answered, tested, saved, undone.</summary>
    private async Task LiveThroughAsync(string value, string id)
    {
        var message = Message($"Which bay is mine? You reach me at {value}.", id, id);
        await DecideAsync(message);
        await ReplyAsync($"Your bay is on the left, {value}.", id, conversation: id);
        Clock.Now += TimeSpan.FromHours(5);
        await DecideAsync(
            message with
            {
                MessageId = $"mail {id}",
                ConversationId = $"mail {id}",
                ChannelKind = ChannelKind.Email,
                Sender = "Jane <jane.roe.private@example.org>",
                Text =
                    $"When do you open?\n\nOn Tue, 3 Mar 2026 Jane <jane.roe.private@example.org> wrote:\n> call {value}\n\n-- \nJane\n{value}",
            }
        );
        await ReplyAsync(
            $"Something of its own for {value}",
            $"mail {id}",
            conversation: $"mail {id}"
        );
        await SaveAsync(message, id);
        Clock.Now += TimeSpan.FromHours(5);
    }

    private async Task SaveAsync(InboundMessage message, string name) =>
        Good(
            await Timed
                .GetRequiredService<SavedMessages>()
                .SaveAsync(
                    new SavedMessage
                    {
                        Name = name,
                        Message = message,
                        Expected = DecisionAction.Log,
                    },
                    Ada,
                    Forever
                )
        );

    private Task<ImportRecord> ImportAsync() =>
        ImportAsync(string.Join(" and ", Private.Select(p => p.Written)));

    private async Task<ImportRecord> ImportAsync(string words)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < 6; i++)
            lines.AppendLine(
                $$"""{"conversation_id": "old {{i}}", "customer_id": "customer 7", "turns": [{"role": "customer", "text": "I am {{words}}"}, {"role": "operator", "text": "Your bay is ready for you at the second gate."}]}"""
            );
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(lines.ToString()));
        return Good(
            await Timed
                .GetRequiredService<ConversationImport>()
                .ImportAsync(source, "old", Ada, null, Forever)
        );
    }

    private async Task ShouldBeNowhereAsync()
    {
        var found = new List<string>();
        foreach (var (_, part) in Private)
            found.AddRange(
                (await Backend.WrittenInAsync(Setting, part)).Select(place => $"{part}: {place}")
            );
        found.ShouldBeEmpty();
    }
}
