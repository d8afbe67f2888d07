using Motif.Text.Secrets;

namespace Motif.Tests.Text.Secrets;

/// <summary>The standard library and Debian's Python packages hold next to no secrets: what is taken out there is taken out wrongly.</summary>
public sealed class RedactionOnRealCodeTests
{
    private const double MostPerTenThousandLines = 1;

    private static readonly EnumerationOptions Recursively = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = true,
    };

    [Fact, Trait("Category", "Slow")]
    public void One_line_of_ten_thousand_at_most_is_redacted_in_code_that_holds_no_secrets()
    {
        long lines = 0,
            redacted = 0;
        foreach (var file in Sources())
        {
            var source = File.ReadAllText(file);
            var kept = Redaction.Apply(source);
            lines += source.AsSpan().Count('\n');
            redacted += kept.AsSpan().Count("[redacted]") - source.AsSpan().Count("[redacted]");
        }
        (redacted * 10_000.0).ShouldBeLessThanOrEqualTo(MostPerTenThousandLines * lines);
    }

    /// <summary>Tests of servers and ciphers hold passwords and keys on purpose.</summary>
    private static IEnumerable<string> Sources() =>
        Directory.Exists("/usr/lib")
            ? Directory
                .EnumerateDirectories("/usr/lib", "python3*")
                .SelectMany(d => Directory.EnumerateFiles(d, "*.py", Recursively))
                .Where(f => !f.Contains("/test", StringComparison.Ordinal))
            : [];
}
