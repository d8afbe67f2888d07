using Motif.Matching;
using Motif.Matching.Documents;
using static Motif.Cli.Terminal.Print;

namespace Motif.Cli.Matching;

/// <summary>What a matched pattern gives to whoever wants to use it: its purpose, code to look at, its steps.</summary>
internal static class MatchSheet
{
    private const int Indent = 6;

    public static void Print(MatchedPattern match)
    {
        if (match.Purpose is { } purpose)
            Line($"      {purpose}", Indent);
        if (match.Exemplar is { } exemplar)
            PrintExemplar(exemplar);
        for (var i = 0; i < match.Steps.Count; i++)
            Line($"    {(match.Steps[i].Near ? '*' : ' ')}{i + 1, 3}. {match.Steps[i].Text}", 10);
    }

    private static void PrintExemplar(CodeExemplar exemplar)
    {
        var places = exemplar.Places == 1 ? "1 place" : $"{exemplar.Places} places";
        var line = exemplar.Line is { } number ? $":{number}" : "";
        Line(
            $"      {exemplar.Language}, {places}, such as {exemplar.Repository}/{exemplar.Path}{line}  {exemplar.QualifiedName}",
            Indent
        );
        foreach (var source in exemplar.Source.Split('\n'))
            Verbatim($"      | {source.Replace("\t", "    ", StringComparison.Ordinal)}".TrimEnd());
        if (exemplar.LinesLeftOut > 0)
            Line($"      | … {exemplar.LinesLeftOut} more lines", Indent);
    }
}
