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
