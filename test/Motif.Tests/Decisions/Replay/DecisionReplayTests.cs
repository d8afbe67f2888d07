using System.IO.Compression;
using System.Text;
using Motif.Decisions.Replay;
using Motif.Decisions.Understanding;

namespace Motif.Tests.Decisions.Replay;

public sealed class DecisionReplayTests
{
    [Fact]
    public void A_log_that_repeats_itself_is_answered_and_what_was_written_once_is_not()
    {
        var rows = Rows(3000);
        var report = DecisionReplay.Run(rows, null, new ReplayOptions(0.95, ReplayFeedback.Full));
        report.AutomationRate.ShouldBeGreaterThan(0.3);
        report.Precision!.Value.ShouldBeGreaterThan(0.97);
        report.Verdict.ShouldBe(ReplayVerdict.Pass);
        report.CustomAutomated!.Value.ShouldBeLessThan(0.05);
        report.FirstAutomatic!.Value.ShouldBeGreaterThanOrEqualTo(DecisionModel.FewestLabels);
        report.Revealed.ShouldBe(1);
    }

    [Fact]
    public void Under_partial_feedback_what_was_answered_automatically_stays_hidden()
    {
        var report = DecisionReplay.Run(
            Rows(3000),
            null,
            new ReplayOptions(0.95, ReplayFeedback.Partial)
        );
        report.AutoCount.ShouldBeGreaterThan(0);
        report.Revealed.ShouldBeLessThan(1);
        // Nothing but an automatic answer can stay hidden.
        (report.Revealed + report.AutomationRate).ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public void The_same_log_gives_the_same_report()
    {
        var rows = Rows(800);
        var options = new ReplayOptions(0.95, ReplayFeedback.Partial);
        var one = DecisionReplay.Run(rows, null, options);
        var other = DecisionReplay.Run(rows, null, options);
        one.Curve.ShouldBe(other.Curve);
        (one with { Curve = [] }).ShouldBe(other with { Curve = [] });
    }

    [Fact]
    public void A_log_without_a_row_has_no_measures()
    {
        var report = DecisionReplay.Run([], null, new ReplayOptions(0.98, ReplayFeedback.Full));
        report.AutomationRate.ShouldBe(0);
        report.Precision.ShouldBeNull();
        report.Top1.ShouldBeNull();
        report.Ece.ShouldBeNull();
        report.Verdict.ShouldBe(ReplayVerdict.NoClaim);
    }

    [Theory]
    [InlineData(
        """{"i":0,"id":"a","text":"hello","act":"greet","audit":true,"detect":false}""",
        "hello"
    )]
    [InlineData(
        """{"msg":["one","two"],"act":"say:x","hist":["say:hello"],"dlg":7}""",
        "one \n two"
    )]
    public async Task Rows_of_both_kinds_are_read_plain_and_packed(string line, string text)
    {
        var plain = Encoding.UTF8.GetBytes(line + "\n\n");
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            await gzip.WriteAsync(plain);
        foreach (
            var source in (Stream[])[new MemoryStream(plain), new MemoryStream(packed.ToArray())]
        )
            (await ReplayRow.ReadAsync(source, default)).ShouldHaveSingleItem().Text.ShouldBe(text);
    }

    [Theory]
    [InlineData("""{"text":"hello"}""")]
    [InlineData("""{"act":"x"}""")]
    [InlineData("hello")]
    [InlineData("null")]
    public async Task A_line_that_is_no_row_is_named(string line)
    {
        var source = new MemoryStream(
            Encoding.UTF8.GetBytes("""{"text":"a","act":"b"}""" + "\n" + line)
        );
        (
            await Should.ThrowAsync<InvalidDataException>(() =>
                ReplayRow.ReadAsync(source, default)
            )
        ).Message.ShouldStartWith("line 2");
    }

    private static List<ReplayRow> Rows(int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                {
                    var isCustom = i % 17 == 0;
                    var subject = (i * 7 % 13) switch
                    {
                        < 4 => "bay",
                        < 8 => "code",
                        < 11 => "bill",
                        _ => "lesson",
                    };
                    var text = isCustom
                        ? $"my uncle's boat {i * 31 % 977} drifted off {i * 17 % 555}"
                        : $"tell me about the {subject} number {i % 9}";
                    return new ReplayRow(
                        $"{i}",
                        text,
                        isCustom ? DecisionModel.Custom : subject,
                        null,
                        i % 10 == 3,
                        i % 2 == 0
                    );
                }),
        ];
}
