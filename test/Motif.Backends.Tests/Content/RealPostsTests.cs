using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Motif.Content.Fatigue;
using Motif.Content.Mining;
using Motif.Content.Posts;
using Motif.Tests.Content;

namespace Motif.Backends.Tests.Content;

/// <summary>Posts of a real account, imported as they stand, counted as a plain loop over them counts.</summary>
public sealed class RealPostsTests
{
    private const int Posts = 400;

    private const string Account = "BarackObama";

    /// <summary>The guide's three would not be exceeded by this account in these posts.</summary>
    private const int Threshold = 2;

    [SharedFact]
    [Trait("Category", "Slow")]
    public async Task Windows_of_a_real_account_count_what_a_plain_loop_counts()
    {
        var lines = Lines();
        var backend = new SqliteBackend();
        var setting = await backend.CreateAsync();
        try
        {
            await using var server = TestBackend.Open(setting);
            await server
                .GetRequiredService<ContentSettings>()
                .ConfigureAsync(new FatigueOverrides { Threshold = Threshold }, default);
            using var source = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
            var report = await server.GetRequiredService<PostImport>().ImportAsync(source, default);
            report.Refused.ShouldBeEmpty();
            report.Imported.ShouldBe(Posts);

            var posts = await server
                .GetRequiredService<IContentStore>()
                .ListPostsAsync(Account, Posts, default);
            posts.Count.ShouldBe(Posts);
            var checks = server.GetRequiredService<FatigueChecks>();
            var widest = 0;
            foreach (var post in posts.Where(p => p.FamilyId is not null))
            {
                var answer = (
                    await checks.CheckAsync(
                        Account,
                        [new FatigueQuestion { Pattern = post.FamilyId, At = post.At }],
                        default
                    )
                ).Value![0];
                var plain = posts.Count(p =>
                    p.FamilyId == post.FamilyId
                    && p.At <= post.At
                    && p.At > post.At - TimeSpan.FromDays(7)
                );
                answer.Count.ShouldBe(plain);
                if (plain >= Threshold)
                    answer.Fatigued.ShouldBeTrue();
                widest = Math.Max(widest, plain);
            }
            widest.ShouldBeGreaterThan(Threshold);
            report.Breaches.ShouldNotBeEmpty();
            foreach (var breach in report.Breaches)
                breach.Breaches.ShouldAllBe(b => b.PostIds.Count > Threshold);
        }
        finally
        {
            await backend.DropAsync(setting);
        }
    }

    /// <summary>As the account's file has them, the newest first: every post comes late.</summary>
    private static IReadOnlyList<string> Lines()
    {
        using var reader = new StreamReader(
            new GZipStream(
                File.OpenRead(SharedData.File("posts-engagement", Account + ".csv.gz")),
                CompressionMode.Decompress
            )
        );
        var csv = reader.ReadToEnd();
        var texts = CorpusText.Column(csv, "text");
        var times = CorpusText.Column(csv, "created_at");
        return
        [
            .. Enumerable
                .Range(0, Posts)
                .Select(i =>
                    JsonSerializer.Serialize(
                        new ImportedPost
                        {
                            PersonaId = Account,
                            ExternalId = i.ToString(CultureInfo.InvariantCulture),
                            Content = WebUtility.HtmlDecode(texts[i]),
                            UsedAt = DateTimeOffset.ParseExact(
                                times[i],
                                "M/d/yy H:mm",
                                CultureInfo.InvariantCulture,
                                DateTimeStyles.AssumeUniversal
                            ),
                        },
                        MotifJson.Options
                    )
                ),
        ];
    }
}
