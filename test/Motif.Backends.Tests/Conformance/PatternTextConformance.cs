using Motif.Catalog;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Whatever a text holds, it comes back as it was, or is refused before anything is written.</summary>
public abstract class PatternTextConformance(TestBackend backend) : StorageConformance(backend)
{
    [ConformanceFact]
    public async Task Awkward_text_comes_back_as_it_went_in_from_every_field()
    {
        foreach (var (text, i) in Sample.Awkward.Select((t, i) => (t, i)))
        {
            var pattern = Sample.Pattern($"{i}{text}") with
            {
                PatternType = text,
                Name = text,
                Description = text,
                Tags = [text],
                Body = PatternBody.From(new Dictionary<string, string> { [text] = text }),
                Quality = Quality.Measure(text, [(text, 1, .5)]),
            };
            var version = Sample.Version(pattern) with { Actor = text, Note = text };
            await SaveAsync(new PatternWrite(pattern, 0, version));

            ShouldBeSame(await Patterns.FindAsync(pattern.PatternId, Forever), pattern);
            var stored = (await Patterns.HistoryAsync(pattern.PatternId, Forever))[0];
            (stored.Actor, stored.Note).ShouldBe((text, text));
            var query = new PatternQuery { PatternTypes = [text], Tags = [text] };
            (await FoundAsync(query)).ShouldBe([pattern.PatternId]);
            await Patterns.ListAsync(new PatternQuery { Search = text }, Forever);
        }
        (await Patterns.CountAsync(Forever)).Patterns.ShouldBe(Sample.Awkward.Length);
    }

    [ConformanceFact]
    public async Task A_long_text_is_kept_where_nothing_is_indexed_and_refused_elsewhere()
    {
        var pattern = Sample.Pattern("long") with
        {
            Description = Sample.Long,
            Body = PatternBody.From(new Dictionary<string, string> { [Sample.Long] = Sample.Long }),
        };
        var version = Sample.Version(pattern) with { Actor = Sample.Long, Note = Sample.Long };
        await SaveAsync(new PatternWrite(pattern, 0, version));
        ShouldBeSame(await Patterns.FindAsync(pattern.PatternId, Forever), pattern);

        var other = Sample.Pattern("other");
        Pattern[] wrong =
        [
            other with
            {
                Key = Sample.Long,
            },
            other with
            {
                Name = Sample.Long,
            },
            other with
            {
                PatternType = Sample.Long,
            },
            other with
            {
                Tags = [Sample.Long],
            },
        ];
        foreach (var write in wrong.Select(w => new PatternWrite(w, 0, Sample.Version(other))))
            (
                await Should.ThrowAsync<ArgumentException>(() =>
                    Patterns.SaveAsync([write], Forever)
                )
            ).Message.ShouldContain("at most");
        (await Patterns.CountAsync(Forever)).Patterns.ShouldBe(1);
    }

    [ConformanceFact]
    public async Task Text_that_no_store_can_keep_is_refused_before_anything_is_written()
    {
        var pattern = Sample.Pattern("whole");
        foreach (var text in Sample.Unstorable)
        {
            Pattern[] wrong =
            [
                pattern with
                {
                    Key = text,
                },
                pattern with
                {
                    Name = text,
                },
                pattern with
                {
                    Description = text,
                },
                pattern with
                {
                    PatternType = text,
                },
                pattern with
                {
                    Tags = [text],
                },
            ];
            foreach (
                var write in wrong.Select(w => new PatternWrite(w, 0, Sample.Version(pattern)))
            )
                await Should.ThrowAsync<ArgumentException>(() =>
                    Patterns.SaveAsync([write], Forever)
                );
        }
        foreach (
            var body in (string[])
                [
                    """{"a":"\u0000"}""",
                    """{"a":["\ud800"]}""",
                    """{"\u0000":1}""",
                    """{"a":1e999}""",
                    """{"a":1,"a":2}""",
                ]
        )
            await Should.ThrowAsync<ArgumentException>(() =>
                Patterns.SaveAsync(
                    [Sample.Insert(pattern with { Body = Sample.Json(body) })],
                    Forever
                )
            );
        (await Patterns.CountAsync(Forever)).Patterns.ShouldBe(0);
    }
}
