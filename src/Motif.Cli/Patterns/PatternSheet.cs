using System.Globalization;
using Motif.Catalog;
using Motif.Cli.Terminal;
using Motif.Code;
using Motif.Matching.Documents;
using static Motif.Cli.Terminal.Print;

namespace Motif.Cli.Patterns;

/// <summary>A pattern as a person reads it: what it is for, how it is done, how it did, where it stands.</summary>
/// <param name="Names">Of the patterns it is related to.</param>
internal sealed record PatternSheet(
    Pattern Pattern,
    IReadOnlyList<PatternVersion> History,
    IReadOnlyList<Relationship> Relationships,
    IReadOnlyList<Occurrence> Occurrences,
    IReadOnlyDictionary<Guid, string> Names
)
{
    private const int ShownLines = 30;
    private const int ShownPlaces = 10;
    private const int ShownRelations = 20;
    private const int ShownVersions = 10;

    public void Print()
    {
        PrintHead();
        PrintPractice();
        PrintExemplar();
        PrintMeasures();
        PrintPlaces();
        PrintRelations();
        PrintHistory();
    }

    private void PrintHead()
    {
        Line(Pattern.Name);
        Line(
            $"{WireName.Of(Pattern.Kind)}, {Pattern.PatternType}, {WireName.Of(Pattern.Status)}, version {Pattern.Version}",
            2
        );
        Line(Pattern.PatternId.ToString());
        if (Pattern.Tags.Count > 0)
            Line($"tags: {string.Join(", ", Pattern.Tags)}", 6);
        if (Pattern.Description.Length > 0)
        {
            Line();
            Line(Pattern.Description);
        }
    }

    /// <summary>What a success pattern says of itself; a code pattern may have a purpose and steps too.</summary>
    private void PrintPractice()
    {
        // A scanned pattern's description begins with its purpose.
        if (Text("purpose") is { } purpose && !Pattern.Description.Contains(purpose))
            PrintMember("Purpose", "purpose");
        PrintMember("Intent", "intent");
        PrintMember("Also called", "aliases");
        PrintMember("Asked for as", "intents");
        PrintMember("Where", "environment");
        if (PatternText.Steps(Pattern) is { Count: > 0 } steps)
        {
            Head("Steps");
            for (var i = 0; i < steps.Count; i++)
                Line($"{i + 1, 3}. {steps[i]}", 5);
        }
        PrintMember("Succeeds when", "success_criteria");
        PrintMember("Cost", "performance_data");
    }

    private void PrintMember(string title, string member)
    {
        if (!Pattern.Body.TryGetProperty(member, out var value))
            return;
        var lines = ReadableJson.Lines(value);
        if (lines.Count == 0)
            return;
        Head(title);
        foreach (var line in lines)
            Line($"  {line}", 4);
    }

    private void PrintExemplar()
    {
        if (Text("implementation") is not { Length: > 0 } source)
            return;
        var file = Text("file_path") is { } path
            ? $": {Text("repository")}/{path}{LineOfExemplar()}  {Text("qualified_name")}"
            : "";
        Head($"Exemplar{file}");
        var lines = source.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        foreach (var line in lines.Take(ShownLines))
            Verbatim($"  {line.Replace("\t", "    ", StringComparison.Ordinal)}");
        More(lines.Length, ShownLines, "lines");
    }

    private string LineOfExemplar() =>
        Pattern.Body.TryGetProperty("line_range", out var range)
        && ReadableJson.Lines(range) is [var first, ..]
            ? $":{first}"
            : "";

    private void PrintMeasures()
    {
        Head("Measured");
        var parts = Pattern.Quality.Components.Select(c => $"{c.Key} {Score(c.Value)}");
        Line(
            $"  quality {Score(Pattern.Quality.Score)}{(Pattern.Quality.Components.Count == 0 ? "" : $" ({string.Join(", ", parts)})")}",
            4
        );
        var (success, usage) = (Pattern.Success, Pattern.Usage);
        Line(
            $"  success {success.Successes} of {success.Successes + success.Failures} outcomes, expected {Percent(success.Mean)}",
            4
        );
        Line(
            $"  used {usage.Uses} times, shown {usage.Exposures} times{(usage.LastUsedAt is { } at ? $", last used {Date(at)}" : "")}",
            4
        );
    }

    private void PrintPlaces()
    {
        if (Occurrences.Count == 0)
            return;
        Head(Occurrences.Count == 1 ? "Place" : $"Places ({Occurrences.Count})");
        foreach (var place in Occurrences.Take(ShownPlaces))
            Line(
                $"  {place.Repository}/{place.File}:{place.StartLine}  {place.QualifiedName} ({place.Rule} {place.Confidence})",
                4
            );
        More(Occurrences.Count, ShownPlaces, "places");
    }

    private void PrintRelations()
    {
        if (Relationships.Count == 0)
            return;
        Head("Relations");
        foreach (
            var relation in Relationships.OrderByDescending(r => r.Confidence).Take(ShownRelations)
        )
            Line($"  {Relation(relation)} ({Score(relation.Confidence.Value)})", 4);
        More(Relationships.Count, ShownRelations, "relations");
    }

    private string Relation(Relationship relation)
    {
        var verb = WireName.Of(relation.Type).Replace('_', ' ');
        if (relation.External is { } external)
            return $"{verb} {external}";
        var isSource = relation.SourceId == Pattern.PatternId;
        var other = isSource ? relation.TargetId!.Value : relation.SourceId;
        var name = $"{Names.GetValueOrDefault(other, "a pattern")} [{ShortId.Of(other)}]";
        return isSource ? $"{verb} {name}" : $"{name} {verb} this";
    }

    private void PrintHistory()
    {
        Head("History");
        foreach (var version in History.Take(ShownVersions))
            Line(
                $"  version {version.Version}  {Date(version.At)}  {WireName.Of(version.Event)} by {version.Actor}{(version.Note is null ? "" : ": " + version.Note)}",
                4
            );
        More(History.Count, ShownVersions, "versions");
    }

    private string? Text(string member) =>
        Pattern.Body.TryGetProperty(member, out var value)
        && value.ValueKind is System.Text.Json.JsonValueKind.String
            ? value.GetString()
            : null;

    private static void Head(string title)
    {
        Line();
        Line(title, 2);
    }

    private static void More(int all, int shown, string what)
    {
        if (all > shown)
            Line($"  and {all - shown} more {what}; --json has them");
    }

    private static string Date(DateTimeOffset at) =>
        at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
