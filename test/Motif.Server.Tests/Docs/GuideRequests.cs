using System.Text;
using System.Text.RegularExpressions;
using Motif.Tests;

namespace Motif.Server.Tests.Docs;

/// <summary>A request of a page, what is sent with it, and what its answer contains.</summary>
internal sealed record GuideRequest(string Line, string Body, string Expected);

/// <summary>
/// The requests of a page's http blocks, held against a server: what stands behind an arrow is in the answer, and <c>{name}</c> is the
/// last value of that name in the answers before.
/// </summary>
internal sealed partial class GuideRequests(string page, params string[] scenes)
{
    private static readonly string[] Methods = ["GET ", "POST ", "PUT "];
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

    public string Known(string name) => _known[name];

    /// <param name="scenes">Lines that are no requests: something happens that the page only tells of.</param>
    public async Task<List<GuideRequest>> ReadAsync()
    {
        var requests = new List<GuideRequest>();
        var isHttp = false;
        foreach (
            var line in await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "docs", page))
        )
            if (line.StartsWith("```", StringComparison.Ordinal))
                isHttp = line == "```http";
            else if (!isHttp)
                continue;
            else if (
                scenes.Contains(line, StringComparer.Ordinal)
                || Methods.Any(m => line.StartsWith(m, StringComparison.Ordinal))
            )
                requests.Add(new GuideRequest(line, "", ""));
            else if (line.StartsWith("→ ", StringComparison.Ordinal))
                requests[^1] = requests[^1] with { Expected = line[2..] };
            else
                requests[^1] = requests[^1] with { Body = $"{requests[^1].Body}{line}\n" };
        return requests;
    }

    public async Task ShouldBeAnsweredAsync(RunningServer server, GuideRequest asked)
    {
        var line = Name().Replace(asked.Line, m => _known[m.Groups[1].Value]).Split(' ');
        using var request = new HttpRequestMessage(new HttpMethod(line[0]), line[1]);
        if (asked.Body.Length > 0)
            request.Content = new StringContent(
                asked.Body,
                Encoding.UTF8,
                Lines().IsMatch(line[1]) ? "application/x-ndjson" : "application/json"
            );
        var answer = await server.SendAsync(request);
        answer.Text.ShouldContain(asked.Expected, Case.Sensitive, asked.Line);
        foreach (Match id in Id().Matches(answer.Text))
            _known[id.Groups[1].Value] = id.Groups[2].Value;
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Name();

    [GeneratedRegex("\"(\\w+_id)\":\"([0-9a-f-]{36})\"")]
    private static partial Regex Id();

    /// <summary>Addresses that take JSON lines.</summary>
    [GeneratedRegex(@"import(\?|$)|/exposures$|/outcomes$")]
    private static partial Regex Lines();
}
