using System.Text.Json;
using Motif.Matching.Calibration;

namespace Motif.Tests.Matching;

public sealed class CalibrationTests
{
    private static readonly CalibratorKey Key = new("model", "v1", "weights");

    [Fact]
    public void A_better_input_never_lowers_the_confidence()
    {
        var middle = new ConfidenceInputs(0.5, 0.3, 0.3, 0.4, 0.5, 0.2);
        foreach (
            var better in (ConfidenceInputs[])
                [
                    middle with
                    {
                        Score = 0.6,
                    },
                    middle with
                    {
                        Named = 0.6,
                    },
                    middle with
                    {
                        BestNamed = 0.6,
                    },
                    middle with
                    {
                        BestCosine = 0.6,
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
            PriorConfidence
                .Confidence(better)
                .ShouldBeGreaterThan(PriorConfidence.Confidence(middle));
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

    /// <summary>Results that are useful more often than stage 0 believes.</summary>
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
                    random.NextDouble() < 0.2 + (0.6 * inputs.Score)
                )),
        ];
    }

    private static ConfidenceInputs Inputs(double score) => new(score, 0.3, 0.4, 0.55, 0.6, 0.3);
}
