using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Code;
using Motif.Code.Scanning;

namespace Motif.Cli.Code;

/// <summary><c>motif code repositories</c>: the source trees that were scanned; with <c>--forget</c> takes one out.</summary>
internal static class CodeRepositoriesCommand
{
    private static readonly Option<string?> Forget = new("--forget")
    {
        Description =
            "Take this repository out: its files, places, relations and scans; patterns that stand nowhere else are retired",
        HelpName = "name",
    };

    private static readonly Option<bool> Json = CommonOptions.Json();

    public static Command Build()
    {
        var command = new Command("repositories", "List the scanned source trees, or forget one")
        {
            Forget,
            Json,
        };
        command.SetAction(RunAsync);
        return command.WithExamples(
            "motif code repositories",
            "motif code repositories --forget old-name"
        );
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
        var repositories = engine.Get<CodeRepositories>();
        if (parsed.GetValue(Forget) is { } name)
            return await ForgetAsync(repositories, name, parsed.GetValue(Json), cancellationToken);
        var all = await repositories.ListAsync(cancellationToken);
        if (parsed.GetValue(Json))
            Print.Json(new { Items = all });
        else
            Show(all);
        return ExitCode.Ok;
    }

    private static async Task<int> ForgetAsync(
        CodeRepositories repositories,
        string name,
        bool json,
        CancellationToken cancellationToken
    )
    {
        var forgotten =
            await repositories.ForgetAsync(name, Engine.Operator, cancellationToken)
            ?? throw new UsageException(
                $"no repository is called {name}; motif code repositories lists them"
            );
        if (json)
            Print.Json(new { Forgotten = forgotten });
        else
            Print.Line(
                $"{name} is forgotten: {forgotten.Occurrences} places of {forgotten.Patterns} patterns in {forgotten.Files} files"
            );
        return ExitCode.Ok;
    }

    private static void Show(IReadOnlyList<CodeRepository> all)
    {
        if (all.Count == 0)
        {
            Print.Remark("nothing was scanned yet: motif code scan PATH");
            return;
        }
        var table = new TextTable(
            new("Name", Wraps: true),
            new("Files", DropAt: 2, IsNumber: true),
            new("Lines", DropAt: 1, IsNumber: true),
            new("Places", IsNumber: true),
            new("Patterns", IsNumber: true),
            new("Scanned", DropAt: 3),
            new("Folder", DropAt: 4, Wraps: true)
        );
        foreach (var repository in all)
            table.Add(
                repository.Name,
                Number(repository.Files),
                Number(repository.Lines),
                Number(repository.Occurrences),
                Number(repository.Patterns),
                repository.ScannedAt?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
                    ?? "–",
                repository.Folder ?? "–"
            );
        Print.Table(table);
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
