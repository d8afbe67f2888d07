using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Motif.Server.Http;

/// <summary>
/// The ETag of a pattern is its version and a digest of everything it shows, such as <c>"3-9f2c41aa"</c>. A cached copy
/// is good while all of it is the same; a change needs only the version, so that a use recorded in between, which moves
/// the counters, refuses nobody's edit.
/// </summary>
internal static class ETags
{
    public static string Of(Pattern pattern)
    {
        var digest = SHA256.HashData(
            JsonSerializer.SerializeToUtf8Bytes(pattern, MotifJson.Options)
        );
        return $"\"{pattern.Version}-{Convert.ToHexStringLower(digest.AsSpan(0, 4))}\"";
    }

    /// <summary>Whether If-None-Match holds this tag (weak comparison, RFC 9110 §13.1.2).</summary>
    public static bool IsKnown(HttpRequest request, string etag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var tags)
        && tags.Any(t => t.Tag == etag || t.Tag == "*");

    /// <summary>
    /// The versions that If-Match accepts (strong comparison, §13.1.1): null without the header, empty where no tag is one
    /// of ours.
    /// </summary>
    public static Func<int, bool>? Accepted(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0)
            return null;
        if (!EntityTagHeaderValue.TryParseList(request.Headers.IfMatch, out var tags))
            return _ => false;
        var versions = tags.Where(t => !t.IsWeak)
            .Select(t => VersionOf(t.Tag.ToString()))
            .ToHashSet();
        return version => versions.Contains(version);
    }

    /// <summary>Whether If-Match is <c>*</c>: the change is meant for whatever version stands.</summary>
    public static bool AcceptsAny(HttpRequest request) =>
        request.Headers.IfMatch.Any(v => v?.Trim() == "*");

    private static int? VersionOf(string tag)
    {
        var text = tag.Trim('"').Split('-')[0];
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
    }
}
