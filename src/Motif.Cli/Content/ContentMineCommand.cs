using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Content.Mining;
using Motif.Content.Templates;

namespace Motif.Cli.Content;

/// <summary><c>motif content mine</c>: the templates of a corpus, line for line.</summary>
internal static class ContentMineCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("file")
        {
            Description = "A text with one content a line, or a CSV file; - for standard input",
        };
        var column = new Option<string?>("--column")
        {
            Description =
                "Read CSV with a header, this column; without it a .csv file must have a column content, text, message or post",
        };
        var json = CommonOptions.Json();
        var command = new Command(
            "mine",
            "Find the templates of a corpus and group its lines into families"
        )
        {
            file,
            column,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var lines = await ReadAsync(
                    parsed.GetRequiredValue(file),
                    parsed.GetValue(column),
                    cancellationToken
                );
                var corpus = new ContentMiner(new TemplateExtractor()).Mine(lines);
                if (parsed.GetValue(json))
                    Print.Json(corpus);
                else
                    Show(corpus);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif content mine posts.txt",
            "motif content mine tweets.csv --column text --json"
        );
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(
        string path,
        string? column,
        CancellationToken cancellationToken
    )
    {
        using var reader = path == "-" ? Console.In : OpenFile(path);
        var text = await reader.ReadToEndAsync(cancellationToken);
        try
        {
            var isCsv = column is not null || InputFile.IsCsv(path);
            return isCsv ? CorpusText.Column(text, column) : CorpusText.Lines(text);
        }
        catch (FormatException exception)
        {
            throw new UsageException($"{path}: {exception.Message}");
        }
    }

    private static StreamReader OpenFile(string path) =>
        File.Exists(path)
            ? File.OpenText(path)
            : throw new UsageException($"there is no file {path}");

    private static void Show(MinedCorpus corpus)
    {
        var table = new TextTable(
            new("Lines", IsNumber: true),
            new("Template", Wraps: true),
            new("Family")
        );
        foreach (
            var family in corpus
                .Lines.Where(l => l.FamilyId is not null)
                .GroupBy(l => l.FamilyId, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
        )
            table.Add(
                family.Count().ToString(CultureInfo.InvariantCulture),
                family.First().Template!,
                family.Key!
            );
        Print.Table(table);
        var without = corpus.Lines.Count(l => l.FamilyId is null);
        if (without > 0)
            Print.Remark(
                string.Create(CultureInfo.InvariantCulture, $"{without} lines have no template")
            );
    }
}
