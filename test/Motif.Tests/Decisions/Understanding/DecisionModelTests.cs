using Motif.Decisions.Understanding;
using Motif.Numerics;

namespace Motif.Tests.Decisions.Understanding;

public sealed class DecisionModelTests
{
    private static readonly string[] Subjects =
    [
        "bay",
        "code",
        "bill",
        "door",
        "lesson",
        "locker",
        "heating",
        "parking",
    ];

    [Fact]
    public void Before_a_lesson_there_is_no_candidate_and_no_confidence()
    {
        var reading = new DecisionModel().Read(MessageFeatures.Of("where is my bay"));
        reading.Candidates.ShouldBeEmpty();
        reading.Confidence.ShouldBe(0);
    }

    [Fact]
    public void A_message_like_an_example_gets_its_pattern()
    {
        var model = new DecisionModel();
        Learn(model, "where is my bay", "bay");
        Learn(model, "i forgot the door code", "code");
        Learn(model, "which bay is mine", "bay");
        model.Read(MessageFeatures.Of("what bay do i have?")).Candidates[0].Label.ShouldBe("bay");
    }

    [Fact]
    public void No_confidence_is_claimed_before_two_hundred_labels()
    {
        var model = new DecisionModel();
        var lessons = Lessons(400, 3);
        for (var i = 0; i < lessons.Count; i++)
        {
            var reading = model.Read(lessons[i].Features, lessons[i].Vector);
            if (model.CalibratingLabels < DecisionModel.FewestLabels)
            {
                reading.Confidence.ShouldBe(0);
                model.MayAct(reading).ShouldBeFalse();
                model.Blockers(reading)[0].ShouldStartWith("live_labels");
            }
            model.Learn(lessons[i], reading);
        }
        model.Read(lessons[0].Features, lessons[0].Vector).Confidence.ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void No_confidence_says_more_than_its_labels_can_bear()
    {
        var model = new DecisionModel();
        var lessons = Lessons(300, 3);
        foreach (var lesson in lessons)
            model.Learn(lesson);
        var shown = lessons.Select(l => model.Read(l.Features, l.Vector).Confidence).ToList();
        shown.Max().ShouldBeLessThanOrEqualTo(1 - (1.0 / (model.CalibratingLabels + 2)));
        shown.Max().ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void What_people_write_for_one_occasion_is_learned_and_never_confident()
    {
        var model = new DecisionModel();
        foreach (var lesson in Lessons(600, 4))
            model.Learn(lesson);
        for (var i = 0; i < 20; i++)
            Learn(model, $"the cat sat on the neighbour's roof again {i}", DecisionModel.Custom);
        var reading = model.Read(MessageFeatures.Of("the cat sat on the neighbour's roof again"));
        reading.Candidates[0].Label.ShouldBe(DecisionModel.Custom);
        reading.Confidence.ShouldBe(0);
        model.MayAct(reading).ShouldBeFalse();
    }

    [Fact]
    public void The_same_lessons_read_the_same_to_the_last_bit()
    {
        var (one, other) = (new DecisionModel(), new DecisionModel());
        foreach (var lesson in Lessons(700, 5))
        {
            one.Learn(lesson, one.Read(lesson.Features, lesson.Vector));
            other.Learn(lesson);
        }
        foreach (var lesson in Lessons(50, 6))
        {
            var (a, b) = (
                one.Read(lesson.Features, lesson.Vector),
                other.Read(lesson.Features, lesson.Vector)
            );
            BitConverter
                .DoubleToInt64Bits(a.Confidence)
                .ShouldBe(BitConverter.DoubleToInt64Bits(b.Confidence));
            a.Candidates.ShouldBe(b.Candidates);
        }
    }

    [Fact]
    public void A_message_without_its_vector_gets_candidates_and_no_confidence()
    {
        var model = new DecisionModel();
        foreach (var lesson in Lessons(500, 7))
            model.Learn(lesson);
        var whole = Lessons(1, 8)[0];
        model.Read(whole.Features, whole.Vector).Confidence.ShouldBeGreaterThan(0);
        var without = model.Read(whole.Features);
        without.IsWhole.ShouldBeFalse();
        without.Candidates.ShouldNotBeEmpty();
        without.Confidence.ShouldBe(0);
        model.Blockers(without).ShouldContain("the sentence model gave no vector");
    }

    [Fact]
    public void Money_law_and_medicine_have_no_threshold()
    {
        var model = new DecisionModel();
        foreach (var lesson in Lessons(3000, 9))
            model.Learn(lesson with { Risk = RiskClass.R3 });
        model.Threshold(RiskClass.R0).ShouldNotBeNull();
        model.Threshold(RiskClass.R3).ShouldBeNull();
        foreach (var lesson in Lessons(50, 10))
            model.MayAct(model.Read(lesson.Features, lesson.Vector)).ShouldBeFalse();
    }

    [Fact]
    public void Examples_alone_give_a_first_confidence_that_was_measured_on_withheld_ones()
    {
        var model = Taught(600, 11);
        var known = Lessons(300, 12);
        var asked = known.ConvertAll(l => model.Read(l.Features, l.Vector));
        var right = asked.Zip(known).Count(a => a.First.Candidates[0].Label == a.Second.Label);
        asked.Average(a => a.Confidence).ShouldBe((double)right / known.Count, 0.2);
        asked.ShouldAllBe(a => a.Confidence < 1 - (1.0 / (DecisionModel.FewestLabels + 2)));
        foreach (var reading in asked)
        {
            model.MayAct(reading).ShouldBeFalse();
            model.Blockers(reading)[0].ShouldBe("live_labels 0/200");
            model.Blockers(reading)[1].ShouldContain("withheld");
        }
        model.Threshold(RiskClass.R0).ShouldBeNull();
    }

    [Fact]
    public void What_lies_outside_every_example_gets_little_of_the_first_confidence()
    {
        var model = Taught(600, 13);
        var outside = Enumerable
            .Range(0, 50)
            .Select(i =>
                model.Read(
                    MessageFeatures.Of($"the cat sat on the neighbour's roof again {i}"),
                    Astray(i)
                )
            )
            .ToList();
        outside.Average(o => o.Confidence).ShouldBeLessThan(0.3);
        Lessons(50, 14)
            .Average(l => model.Read(l.Features, l.Vector).Confidence)
            .ShouldBeGreaterThan(0.6);
    }

    [Fact]
    public void The_first_confidence_is_the_same_whenever_it_is_asked_for()
    {
        var (asked, unasked) = (new DecisionModel(), new DecisionModel());
        foreach (var lesson in Early(500, 37, 15))
        {
            asked.Read(lesson.Features, lesson.Vector);
            asked.Learn(lesson, asked.Read(lesson.Features, lesson.Vector));
            unasked.Learn(lesson);
        }
        foreach (var lesson in Lessons(50, 16))
        {
            var (a, b) = (
                asked.Read(lesson.Features, lesson.Vector),
                unasked.Read(lesson.Features, lesson.Vector)
            );
            a.Confidence.ShouldBeGreaterThan(0);
            BitConverter
                .DoubleToInt64Bits(a.Confidence)
                .ShouldBe(BitConverter.DoubleToInt64Bits(b.Confidence));
        }
    }

    [Fact]
    public void From_two_hundred_labels_on_examples_have_no_say_in_confidences_and_thresholds()
    {
        var (taught, labelled) = (Taught(400, 17), Taught(400, 17));
        foreach (var lesson in Lessons(1500, 18))
        {
            // One was asked for its first confidences all the while, the other never.
            taught.Learn(lesson, taught.Read(lesson.Features, lesson.Vector));
            labelled.Learn(lesson);
        }
        var threshold = taught.Threshold(RiskClass.R0).ShouldNotBeNull();
        threshold.ShouldBe(labelled.Threshold(RiskClass.R0)!.Value);
        var message = Lessons(1, 19)[0];
        taught
            .Blockers(taught.Read(message.Features, message.Vector))
            .ShouldNotContain(b => b.Contains("withheld", StringComparison.Ordinal));
    }

    [Fact]
    public void After_an_import_and_live_labels_of_which_most_have_no_pattern_what_may_act_meets_its_target()
    {
        var model = Taught(2000, 21);
        model
            .MayAct(model.Read(Lessons(1, 22)[0].Features, Lessons(1, 22)[0].Vector))
            .ShouldBeFalse();
        var random = new SeededRandom(23);
        var (acted, right, labels) = (0, 0, 0);
        foreach (var lesson in Lessons(6000, 24))
        {
            // Six of ten are worded like the others, and only a person can answer them.
            var lived =
                random.NextBelow(10) < 6 ? lesson with { Label = DecisionModel.Custom } : lesson;
            var reading = model.Read(lived.Features, lived.Vector);
            if (model.MayAct(reading))
            {
                model.CalibratingLabels.ShouldBeGreaterThanOrEqualTo(DecisionModel.FewestLabels);
                acted++;
                right += reading.Candidates[0].Label == lived.Label ? 1 : 0;
            }
            labels = model.CalibratingLabels;
            model.Learn(lived, reading);
        }
        labels.ShouldBeGreaterThan(DecisionModel.FewestLabels);
        const double Target = .95;
        if (acted > 0)
            ((double)right / acted).ShouldBeGreaterThanOrEqualTo(
                Target - (1.645 * Math.Sqrt(Target * (1 - Target) / acted))
            );
        model.Threshold(RiskClass.R0).ShouldBeNull();
    }

    [Fact]
    public void Fewer_than_two_hundred_examples_or_one_pattern_alone_give_no_first_confidence()
    {
        var few = Taught(199, 20);
        var one = new DecisionModel();
        for (var i = 0; i < 400; i++)
            one.Learn(new Lesson(MessageFeatures.Of($"where is my bay {i}"), "bay", Weight: 0));
        few.Read(MessageFeatures.Of("where is my bay"), Astray(1)).Confidence.ShouldBe(0);
        one.Read(MessageFeatures.Of("where is my bay")).Confidence.ShouldBe(0);
    }

    private static DecisionModel Taught(int examples, ulong seed)
    {
        var model = new DecisionModel();
        foreach (var lesson in Lessons(examples, seed))
            model.Learn(lesson with { Weight = 0 });
        return model;
    }

    /// <summary>Examples and behind them labelled decisions.</summary>
    private static IEnumerable<Lesson> Early(int examples, int labels, ulong seed) =>
        Lessons(examples + labels, seed).Select((l, i) => i < examples ? l with { Weight = 0 } : l);

    private static float[] Astray(int i)
    {
        var vector = new float[16];
        vector[12 + (i % 4)] = 1;
        return vector;
    }

    private static void Learn(DecisionModel model, string text, string label) =>
        model.Learn(new Lesson(MessageFeatures.Of(text), label));

    /// <summary>Requests with a word of their subject, and others that two subjects share.</summary>
    private static List<Lesson> Lessons(int count, ulong seed)
    {
        var random = new SeededRandom(seed);
        var lessons = new List<Lesson>();
        for (var i = 0; i < count; i++)
        {
            var subject = random.NextBelow(Subjects.Length);
            var seen = random.NextBelow(20) == 0 ? "thing" : Subjects[subject];
            var vector = Enumerable
                .Range(0, 16)
                .Select(k => (float)random.NextNormal() * 0.2f + (k == subject ? 1 : 0))
                .ToArray();
            var length = MathF.Sqrt(vector.Sum(v => v * v));
            lessons.Add(
                new Lesson(
                    MessageFeatures.Of($"please {Fill(random)} the {seen} {Fill(random)}"),
                    Subjects[subject],
                    Array.ConvertAll(vector, v => v / length)
                )
            );
        }
        return lessons;
    }

    private static string Fill(SeededRandom random) =>
        ((string[])["tell", "show", "now", "today", "about", "again", "for me", "with"])[
            random.NextBelow(8)
        ];
}
