using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Motif.Cli.Terminal;
using Motif.Content.Fatigue;

namespace Motif.Cli.Content;

/// <summary>The id of a post, and times beside it, as they are typed.</summary>
internal static class PostArgument
{
    public static Argument<string> Build() =>
        new("post-id") { Description = "The post's id, as select and record print it" };

    public static Guid Parse(string text) =>
        Guid.TryParse(text, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new UsageException($"'{text}' is no post's id");

    public static async Task<ContentPost> FindAsync(
        Engine engine,
        Guid postId,
        CancellationToken cancellationToken
    ) =>
        await engine.Get<IContentStore>().FindPostAsync(postId, cancellationToken)
        ?? throw new UsageException($"no post has the id {postId}");

    /// <summary>A time by the same rule as in every request: it must say how far it is from UTC.</summary>
    public static DateTimeOffset? Time(string option, string? text)
    {
        if (text is null)
            return null;
        try
        {
            return JsonSerializer
                .Deserialize<MetricSnapshot>(
                    JsonSerializer.Serialize(
                        new Dictionary<string, string>(StringComparer.Ordinal) { ["as_of"] = text }
                    ),
                    MotifJson.Options
                )!
                .AsOf;
        }
        catch (JsonException)
        {
            throw new UsageException(
                $"{option} is '{text}'; write 2026-01-31T12:00:00Z or …+02:00"
            );
        }
    }
}
