namespace Motif.Content.Templates;

/// <summary>A link without the parameters that only say who spread it.</summary>
internal static class TrackedLink
{
    private static readonly HashSet<string> Trackers = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid",
        "gclid",
        "dclid",
        "msclkid",
        "twclid",
        "igshid",
        "igsh",
        "mc_cid",
        "mc_eid",
        "yclid",
        "ref",
        "ref_src",
        "ref_url",
        "si",
        "s",
        "t",
        "feature",
        "spm",
        "source",
        "trk",
        "cmpid",
        "ncid",
        "ocid",
        "_hsenc",
        "_hsmi",
        "wt_mc",
    };

    public static string Clean(string link)
    {
        var query = link.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
            return Bare(link);
        var fragment = link.IndexOf('#', query);
        var parameters = fragment < 0 ? link[(query + 1)..] : link[(query + 1)..fragment];
        var kept = parameters
            .Split('&')
            .Where(p => !IsTracker(p.Split('=')[0]))
            .Order(StringComparer.Ordinal)
            .ToList();
        var address = Bare(link[..query]);
        return kept.Count == 0 ? address : $"{address}?{string.Join('&', kept)}";
    }

    private static bool IsTracker(string name) =>
        name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Trackers.Contains(name);

    /// <summary>Protocol and a last slash change no address that people see.</summary>
    private static string Bare(string link)
    {
        var start = link.IndexOf("://", StringComparison.Ordinal) is var colon and >= 0
            ? colon + 3
            : 0;
        var address = link[start..].TrimEnd('/');
        var path = address.IndexOf('/', StringComparison.Ordinal);
        return path < 0
            ? address.ToLowerInvariant()
            : address[..path].ToLowerInvariant() + address[path..];
    }
}
