using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Motif.Discovery.Items;

namespace Motif.Backends.Tests.Conformance;

/// <summary>Every <see cref="IItemStore"/> does this, and the import that stands on it.</summary>
public abstract class ItemStoreConformance(TestBackend backend) : StorageConformance(backend)
{
    private IItemStore Items => Server.GetRequiredService<IItemStore>();

    [ConformanceFact]
    public async Task Good_rows_of_a_csv_are_kept_and_each_bad_one_is_told_by_line_and_reason()
    {
        var csv = new List<byte>();
        csv.AddRange(Encoding.UTF8.GetPreamble());
        csv.AddRange(
            Encoding.UTF8.GetBytes(
                """"
                id,text,channel,views,embedding,sponsored,price,on
                a,"two
                lines, one comma",c,5,1 0 0,true,1.5,2026-01-02
                b,b,c,NaN,0 1 0,yes,2,2026-01-03
                c,c,c,Infinity,0 1 0,no,3,
                d,d,c,7,0 0 0,1,4,
                e,e,c,7,1 2,0,5,
                a,again,c,7,1 0 0,true,6,
                f,f,c,-1,1 0 0,false,7,
                g,"has ""quotes""",c,7,[0.5;0.5;0],0,8,

                """".ReplaceLineEndings("\n")
            )
        );
        csv.AddRange([(byte)'h', (byte)',', 0xFF, 0xFE, (byte)'\n']);
        csv.AddRange(Encoding.UTF8.GetBytes("i,short\n"));

        var report = await ImportCsvAsync([.. csv]);

        (report.Read, report.Added, report.Refused).ShouldBe((10L, 2L, 8L));
        var reasons = report.Reasons.ToDictionary(r => r.Line, r => r.Reason);
        reasons.Keys.ShouldBe([4, 5, 6, 7, 8, 9, 11, 12], ignoreOrder: true);
        reasons[4].ShouldContain("views");
        reasons[5].ShouldContain("views");
        reasons[6].ShouldContain("zero");
        reasons[7].ShouldContain("2 numbers");
        reasons[8].ShouldContain("line 2");
        reasons[9].ShouldContain("views");
        reasons[11].ShouldContain("UTF-8");
        reasons[12].ShouldContain("columns");
        var kept = (await Items.FindAsync("a", Forever))!;
        kept.Text.ShouldBe("two\nlines, one comma");
        kept.Vector.ShouldBe([1f, 0, 0]);
        kept.Attributes["sponsored"].GetBoolean().ShouldBeTrue();
        kept.Attributes["price"].GetDouble().ShouldBe(1.5);
        kept.Attributes["on"].GetString().ShouldBe("2026-01-02");
        var other = (await Items.FindAsync("g", Forever))!;
        other.Attributes["sponsored"].GetBoolean().ShouldBeFalse();
        other.Text.ShouldBe("has \"quotes\"");
    }

    [ConformanceFact]
    public async Task Bad_lines_of_json_lose_nothing_but_themselves()
    {
        var lines = new List<byte>();
        lines.AddRange(
            Encoding.UTF8.GetBytes(
                """
                {"id": "a", "text": "first", "channel": "c", "published_at": "2026-01-02T00:00:00Z", "views": 5, "topic": "x", "live": true, "length": 3}
                {"id": "b", "text": "NaN", "views": NaN}
                {"id": "c"}
                {"id": "d", "text": "nested", "more": {"a": 1}}
                {"id": "e", "text": "twice", "text": "twice"}
                {"id": "a", "text": "again"}
                {"id": "f", "text": "given", "embedding": [1, 0]}
                {"id": "g", "text": "half \ud800"}
                not json

                """.ReplaceLineEndings("\n")
            )
        );
        lines.AddRange([.. "{\"id\": \"h\", \"text\": \""u8, 0xC3, 0x28, .. "\"}\n"u8]);

        var report = await ImportAsync([.. lines]);

        (report.Read, report.Added, report.Refused).ShouldBe((10L, 1L, 9L));
        report.Reasons.Select(r => r.Line).ShouldBe([2, 3, 4, 5, 6, 7, 8, 9, 10]);
        var kept = (await Items.FindAsync("a", Forever))!;
        kept.Attributes.Keys.ShouldBe(["length", "live", "topic"]);
        kept.PublishedAt.ShouldBe(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));
        kept.Space.ShouldBeNull();
    }

    [ConformanceFact]
    public async Task An_import_again_changes_nothing_and_a_change_is_told()
    {
        var line = """{"id": "a", "text": "first", "views": 5, "topic": "x"}"""u8.ToArray();
        await ImportAsync(line);

        var again = await ImportAsync(line);
        var changed = await ImportAsync(
            """{"id": "a", "text": "first", "views": 6, "topic": "x"}"""u8.ToArray()
        );

        (again.Unchanged, again.Changed).ShouldBe((1L, 0L));
        (changed.Unchanged, changed.Changed).ShouldBe((0L, 1L));
        (await Items.FindAsync("a", Forever))!.Views.ShouldBe(6);
    }

    [ConformanceFact]
    public async Task A_vector_that_a_model_made_stays_as_long_as_the_text_does()
    {
        await ImportAsync("""{"id": "a", "text": "first"}"""u8.ToArray());
        await Items.SetVectorsAsync("model", [new("a", "first", [1, 2])], Forever);
        await Items.SetVectorsAsync("model", [new("a", "an older text", [9, 9])], Forever);

        await ImportAsync("""{"id": "a", "text": "first", "views": 7}"""u8.ToArray());
        var kept = await Items.FindAsync("a", Forever);
        await ImportAsync("""{"id": "a", "text": "second"}"""u8.ToArray());
        var lost = await Items.FindAsync("a", Forever);

        kept!.Space.ShouldBe("model");
        kept.Vector.ShouldBe([1f, 2]);
        lost!.Space.ShouldBeNull();
        lost.Vector.ShouldBeNull();
        (await Items.CountAsync(Forever)).ShouldBe(new ItemCounts(1, 0, null));
    }

    [ConformanceFact]
    public async Task Items_come_back_in_the_order_of_code_points_page_by_page()
    {
        string[] ids = ["Z", "a", "é", "z", "🦊", "B", "10", "9", "'; DROP TABLE items; --"];
        await ImportAsync(
            Encoding.UTF8.GetBytes(
                string.Join(
                    '\n',
                    ids.Select(id =>
                        System.Text.Json.JsonSerializer.Serialize(new { id, text = id })
                    )
                )
            )
        );
        var found = new List<string>();
        while (
            await Items.ListAsync(found.LastOrDefault(), 2, false, Forever) is { Count: > 0 } page
        )
            found.AddRange(page.Select(i => i.ItemId));

        found.ShouldBe(ids.OrderBy(id => Encoding.UTF8.GetBytes(id), ByteOrder.Instance));
        (await Items.ClearAsync(Forever)).ShouldBe(ids.Length);
    }

    private Task<ItemImportReport> ImportAsync(byte[] lines) =>
        Server.GetRequiredService<ItemImport>().ImportAsync(new MemoryStream(lines), Forever);

    private Task<ItemImportReport> ImportCsvAsync(byte[] csv) =>
        Server.GetRequiredService<ItemImport>().ImportCsvAsync(new MemoryStream(csv), Forever);

    private sealed class ByteOrder : IComparer<byte[]>
    {
        public static readonly ByteOrder Instance = new();

        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
