using System.Text.Json;
using Motif.Catalog;
using Motif.Matching.Calibration;
using Motif.Statistics;

namespace Motif.Tests.Matching;

public sealed class CalibrationTests
{
    private static readonly CalibratorKey Key = new("model", "v1", "weights");

    [Fact]
    public void A_better_input_never_lowers_the_confidence()
    {
        var middle = new ConfidenceInputs(0.5, 0.3, 0.2, 0.9, 0.3, 0.4, 0.5, 0.2);
        foreach (
            var better in (ConfidenceInputs[])
                [
                    middle with
                    {
                        Score = 0.6,
                    },
                    middle with
                    {
                        Trust = 0.95,
                    },
                    middle with
                    {
                        BestNamed = 0.6,
                    },
                    middle with
                    {
                        BestNearness = 0.6,
                    },
                    middle with
                    {
                        BestEvidence = 0.6,
                    },
                    middle with
                    {
                        BestDensity = 0.6,
                    },
                ]
        )
        {
            PriorConfidence
                .Lexicon.Confidence(better)
                .ShouldBeGreaterThan(PriorConfidence.Lexicon.Confidence(middle));
            PriorConfidence
                .Model.Confidence(better)
                .ShouldBeGreaterThanOrEqualTo(PriorConfidence.Model.Confidence(middle));
        }
        foreach (var map in (PriorMap[])[PriorConfidence.Lexicon, PriorConfidence.Model])
            map.Answer.Concat(map.Result)
                .ShouldAllBe(weight =>
                    weight >= 0 || weight == map.Answer[0] || weight == map.Result[0]
                );
    }

    [Fact]
    public void A_pattern_of_many_failures_is_as_sure_as_it_works()
    {
        var certain = new ConfidenceInputs(1, 1, 1, 1, 1, 1, 1, 1);
        var trust = new SuccessPosterior(100, 400).Trust;

        trust.ShouldBe(0.2, 0.02);
        new SuccessPosterior(0, 0).Trust.ShouldBe(1);
        PriorConfidence
            .Lexicon.Confidence(certain with { Trust = trust })
            .ShouldBe(PriorConfidence.Lexicon.Confidence(certain) * trust, 1e-9);
    }

    [Theory]
    [InlineData(0, "prior", 0)]
    [InlineData(49, "prior", 0)]
    [InlineData(50, "platt", 50)]
    [InlineData(999, "platt", 999)]
    [InlineData(1000, "isotonic", 1000)]
    public void The_number_of_labels_chooses_the_stage(int labels, string basis, int used)
    {
        var calibrator = ConfidenceCalibrator.Fit(Key, Labels(labels, seed: 1));

        calibrator.Basis.ShouldBe(basis);
        calibrator.LabelsUsed.ShouldBe(used);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(2000)]
    public void After_labels_what_is_promised_is_delivered(int labels)
    {
        var calibrator = ConfidenceCalibrator.Fit(Key, Labels(labels, seed: 2));

        var fresh = Labels(5000, seed: 3);
        double Error(ConfidenceCalibrator by) =>
            ReliabilityDiagram
                .Of([.. fresh.Select(label => (by.Confidence(label.Inputs), label.Useful))])
                .ExpectedCalibrationError!.Value;

        Error(calibrator).ShouldBeLessThan(0.05);
        Error(calibrator).ShouldBeLessThan(Error(ConfidenceCalibrator.Prior(Key)));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(3000)]
    public void Calibration_keeps_the_order_of_results(int labels)
    {
        var calibrator = ConfidenceCalibrator.Fit(Key, Labels(labels, seed: 4));

        var rising = Enumerable
            .Range(0, 50)
            .Select(i => calibrator.Confidence(Inputs(i / 50.0)))
            .ToList();

        rising.ShouldBe(rising.Order());
        rising.ShouldAllBe(confidence => confidence > 0 && confidence < 1);
    }

    /// <summary>
    /// Agents use the right one of five results and report it, nine times of ten a success: labels of what was picked alone would
    /// lift all five, and foreign requests with them.
    /// </summary>
    [Theory]
    [InlineData(60)]
    [InlineData(200)]
    [InlineData(1200)]
    public void Outcomes_of_picked_results_lift_neither_the_others_nor_foreign_requests(int matches)
    {
        var calibrator = ConfidenceCalibrator.Fit(Key, ConfidenceLabels.Of(Honest(matches, 11)));

        var fresh = Honest(2000, seed: 12)
            .Select(result =>
                (calibrator.Confidence(result.Shown.Inputs), result.Outcome is UseOutcome.Success)
            )
            .ToList();
        calibrator.LabelsUsed.ShouldBe(matches);
        ReliabilityDiagram
            .Of(fresh)
            .ExpectedCalibrationError!.Value.ShouldBeLessThan(matches < 200 ? 0.1 : 0.05);
        ForeignAtMost(calibrator).ShouldBeLessThanOrEqualTo(ConfidenceCalibrator.Doubtful);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(1200)]
    public void Labels_of_one_actor_do_not_set_every_confidence_to_one(int labels)
    {
        var start = DateTimeOffset.UnixEpoch;
        var judged = Enumerable
            .Range(0, labels)
            .Select(i => new JudgedResult(
                new ShownResult(0.1, Inputs(i % 50 / 50.0), Key),
                UseOutcome.Success,
                start.AddSeconds(i),
                Guid.CreateVersion7(start.AddSeconds(i)),
                "one",
                $"request {i}"
            ))
            .ToList();

        var given = ConfidenceLabels.Of(judged);
        var calibrator = ConfidenceCalibrator.Fit(Key, given);

        given.Sum(label => label.Weight).ShouldBeLessThan(OutcomeWeight.MostPerDay);
        calibrator.Confidence(Inputs(0)).ShouldBeLessThan(0.5);
        ForeignAtMost(calibrator).ShouldBeLessThanOrEqualTo(ConfidenceCalibrator.Doubtful);
    }

    [Fact]
    public void An_actor_has_one_voice_on_a_pattern_for_a_request()
    {
        var pattern = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        JudgedResult Report(int minute, UseOutcome outcome, string intent) =>
            new(
                new ShownResult(0.5, Inputs(0.5), Key),
                outcome,
                DateTimeOffset.UnixEpoch.AddMinutes(minute),
                pattern,
                "one",
                intent
            );

        var labels = ConfidenceLabels.Of([
            Report(1, UseOutcome.Success, "make it fast"),
            Report(2, UseOutcome.Success, "Make it fast "),
            Report(3, UseOutcome.Failure, "make it fast"),
            Report(4, UseOutcome.Success, "make it small"),
        ]);

        labels.Select(label => label.Useful).ShouldBe([true, false], ignoreOrder: true);
    }

    [Fact]
    public void A_calibrator_survives_json()
    {
        var calibrator = ConfidenceCalibrator.Fit(Key, Labels(1500, seed: 5));

        var json = JsonSerializer.Serialize(calibrator, MotifJson.Options);
        var read = JsonSerializer.Deserialize<ConfidenceCalibrator>(json, MotifJson.Options)!;

        read.Basis.ShouldBe("isotonic");
        read.Key.ShouldBe(Key);
        read.Confidence(Inputs(0.7)).ShouldBe(calibrator.Confidence(Inputs(0.7)));
    }

    [Fact]
    public void A_diagram_counts_every_result_once_and_says_null_where_there_is_none()
    {
        var diagram = ReliabilityDiagram.Of([
            (0.05, false),
            (0.95, true),
            (1, true),
            (0.95, false),
        ]);

        diagram.Bins.Sum(bin => bin.Count).ShouldBe(4);
        diagram.Bins[9].Useful!.Value.ShouldBe(2.0 / 3, 1e-9);
        diagram.Bins[4].MeanConfidence.ShouldBeNull();
        diagram.ExpectedCalibrationError!.Value.ShouldBe(
            (0.25 * 0.05) + (0.75 * Math.Abs((2.9 / 3) - (2.0 / 3))),
            1e-9
        );
        ReliabilityDiagram.Of([]).ExpectedCalibrationError.ShouldBeNull();
    }

    /// <summary>Results whose odds are e times what stage 0 believes.</summary>
    private static List<ConfidenceLabel> Labels(int count, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => Inputs(random.NextDouble()))
                .Select(inputs => new ConfidenceLabel(
                    inputs,
                    random.NextDouble()
                        < 1 / (1 + Math.Exp(-1 - PriorConfidence.Lexicon.Logit(inputs)))
                )),
        ];
    }

    private static ConfidenceInputs Inputs(double score) =>
        new(score, 0.3, 0.4, 1, 0.6, 0.55, 0.8, 0.5);

    /// <summary>The greatest confidence of what stands where first results of foreign requests do.</summary>
    private static double ForeignAtMost(ConfidenceCalibrator calibrator) =>
        PriorConfidence.Lexicon.OffTopic.Max(logit =>
            calibrator.Isotonic?.At(logit) ?? 1 / (1 + Math.Exp(-calibrator.Platt!.Scale(logit)))
        );

    /// <summary>Matches of five results, of which the agent uses the right one, and one in ten fails.</summary>
    private static List<JudgedResult> Honest(int matches, int seed)
    {
        var random = new Random(seed);
        var judged = new List<JudgedResult>();
        for (var i = 0; i < matches; i++)
        {
            var right = random.Next(5);
            var outcome = random.NextDouble() < 0.9 ? UseOutcome.Success : UseOutcome.Failure;
            var answer = 0.4 + (0.5 * random.NextDouble());
            for (var place = 0; place < 5; place++)
            {
                var score =
                    place == right
                        ? 0.8 + (0.2 * random.NextDouble())
                        : 0.2 + (0.7 * random.NextDouble());
                judged.Add(
                    new JudgedResult(
                        new ShownResult(
                            0,
                            new ConfidenceInputs(score, 0.1, 0.4, 1, 0.3, 0.5, answer, 0.4),
                            Key
                        ),
                        place == right ? outcome : null,
                        DateTimeOffset.UnixEpoch.AddMinutes(10 * i),
                        new Guid(place, 0, 0, new byte[8]),
                        $"agent {i % 12}",
                        $"request {i}"
                    )
                );
            }
        }
        return judged;
    }
}
