using System.CommandLine;
using System.Globalization;
using Motif.Catalog;
using Motif.Cli.Terminal;
using Motif.Decisions;
using Motif.Decisions.Importing;

namespace Motif.Cli.Decisions;

/// <summary><c>motif decide import</c>: conversations of the past.</summary>
internal static class DecideImportCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("file")
        {
            Description =
                "JSON lines (a conversation with turns, or a turn, a line) or CSV with a header: conversation_id, role (customer, operator, bot, note, system), text, at, customer_id, action; - for standard input",
        };
        var name = new Option<string>("--name")
        {
            Description = "Names the import; the same name goes on with it where it broke off",
            DefaultValueFactory = _ => "import",
        };
        var json = CommonOptions.Json();
        var command = new Command(
            "import",
            "Import conversations of the past as candidates for a review; nothing is answered or taught. Exit code 1 when lines were refused"
        )
        {
            file,
            name,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var path = parsed.GetRequiredValue(file);
                await using var source = InputFile.Open(path);
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var record = Answer.Expect(
                    await ImportAsync(
                        engine.Get<ConversationImport>(),
                        source,
                        path,
                        parsed.GetRequiredValue(name),
                        cancellationToken
                    )
                );
                if (parsed.GetValue(json))
                    Print.Json(record);
                else
                    Show(record);
                return record.RefusedCount == 0 ? ExitCode.Ok : ExitCode.Failed;
            }
        );
        return command.WithExamples(
            "motif decide import conversations.jsonl --name spring",
            "motif decide import conversations.csv --json"
        );
    }

    private static async Task<CatalogueAnswer<ImportRecord>> ImportAsync(
        ConversationImport import,
        Stream source,
        string path,
        string name,
        CancellationToken cancellationToken
    )
    {
        var progress = new PairProgress();
        if (!InputFile.IsCsv(path))
            return await import.ImportAsync(
                source,
                name,
                Engine.Operator,
                progress,
                cancellationToken
            );
        return await import.ImportCsvAsync(
            source,
            name,
            Engine.Operator,
            progress,
            cancellationToken
        );
    }

    private static void Show(ImportRecord record)
    {
        foreach (var refused in record.Refused)
            Print.Remark($"line {refused.Line}: {refused.Reason}");
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{record.Read} lines, {record.Conversations} conversations, {record.Pairs} pairs ({record.KnownPairs} known before), {record.RefusedCount} refused"
            )
        );
        foreach (var candidate in record.Candidates)
            Print.Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{candidate.CandidateId}  {WireName.Of(candidate.State)}  {candidate.Support} of {candidate.Conversations} conversations: {candidate.Template}"
                )
            );
    }

    private sealed class PairProgress : IProgress<ImportRecord>
    {
        public void Report(ImportRecord value) =>
            Print.Remark(
                string.Create(CultureInfo.InvariantCulture, $"{value.Pairs} pairs kept …")
            );
    }
}
