using System.CommandLine;
using System.Globalization;
using Motif.Catalog;
using Motif.Cli.Code;
using Motif.Cli.Content;
using Motif.Cli.Decisions;
using Motif.Cli.Discovery;
using Motif.Cli.Matching;
using Motif.Cli.Terminal;
using Motif.Code;
using Motif.Code.Scanning;
using Motif.Matching.Requests;
using Motif.Matching.Starter;
using Motif.Server;
using Motif.Server.Hosting;

namespace Motif.Cli.Serving;

/// <summary><c>motif demo</c>: everything at once, on real code and bundled posts, videos and messages, in a database of its own.</summary>
internal static class DemoCommand
{
    private const int PatternsShown = 25;

    /// <summary>A large repository's; more would take longer than the scan.</summary>
    private const int MostEmbedded = 3_000;

    private const string Intent = "keep working while a service we call is down";

    public static Command Build()
    {
        var path = new Argument<string?>("path")
        {
            Description =
                "Source code to look at; when not given, the repository around this program, else this folder",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var noServe = new Option<bool>("--no-serve")
        {
            Description = "Stop after the results instead of serving the dashboard",
        };
        var urls = new Option<string?>("--urls")
        {
            Description = $"Where to serve; {MotifServerOptions.DefaultUrl} when not given",
        };
        var command = new Command(
            "demo",
            "Show what Motif finds in real code, made-up posts, videos and a made-up support desk, then serve the dashboard"
        )
        {
            path,
            noServe,
            urls,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var root = Root(parsed.GetValue(path));
                var folder = Directory.CreateTempSubdirectory("motif-demo-");
                try
                {
                    var database = Path.Combine(folder.FullName, CommonOptions.DefaultDatabase);
                    await ShowAsync(database, root, cancellationToken);
                    Print.Line(
                        "In your own program: services.AddMotif().UseSqlite(path), see docs/library.md"
                    );
                    if (!parsed.GetValue(noServe))
                        await ServeAsync(database, root, parsed.GetValue(urls), cancellationToken);
                    return ExitCode.Ok;
                }
                finally
                {
                    folder.Delete(recursive: true);
                }
            }
        );
        return command.WithExamples(
            "motif demo",
            "motif demo ~/projects/website",
            "motif demo --no-serve"
        );
    }

    private static async Task ShowAsync(
        string database,
        string root,
        CancellationToken cancellationToken
    )
    {
        await using var engine = Engine.Create(database);
        await engine.Get<Storage.IMotifDatabase>().MigrateAsync(cancellationToken);
        Print.Line($"Looking for patterns in {root}");
        var scan = await CodeScanCommand.ScanAsync(
            engine,
            new ScanRequest { Root = root },
            cancellationToken
        );
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{scan.Files} files, {scan.Lines:N0} lines, {scan.Units:N0} units: {scan.Patterns} patterns in {scan.Occurrences} places"
            )
        );
        await ShowBestAsync(engine, cancellationToken);
        await ShowMatchAsync(engine, cancellationToken);
        await DemoPosts.ShowAsync(engine, cancellationToken);
        await DemoVideos.ShowAsync(engine, cancellationToken);
        await DemoDesk.ShowAsync(engine, cancellationToken);
    }

    private static async Task ShowBestAsync(Engine engine, CancellationToken cancellationToken)
    {
        var best = new PatternQuery
        {
            Kind = PatternKind.Code,
            Sort = PatternSort.Quality,
            Limit = PatternsShown,
        };
        Print.Patterns(
            Answer.Expect(await engine.Get<Catalogue>().ListAsync(best, cancellationToken)).Items
        );
    }

    private static async Task ShowMatchAsync(Engine engine, CancellationToken cancellationToken)
    {
        await StarterCatalogue.AddAsync(
            engine.Get<Catalogue>(),
            Engine.Operator,
            cancellationToken
        );
        await VectorCatchUp.RunAsync(engine, MostEmbedded, cancellationToken);
        Print.Line($"What worked for: {Intent}?");
        var request = new MatchRequest { Intent = Intent, Limit = 3 };
        MatchCommand.Show(await MatchCommand.MatchAsync(engine, request, cancellationToken));
    }

    private static async Task ServeAsync(
        string database,
        string root,
        string? urls,
        CancellationToken cancellationToken
    )
    {
        var options = MotifServerOptions.FromEnvironment(Environment.GetEnvironmentVariable) with
        {
            Database = database,
            CodeRoots = [root],
        };
        options = options with { Urls = urls is null ? options.Urls : [urls] };
        await ServeCommand.RunAsync(
            options,
            url =>
                Print.Line(
                    $"The dashboard is at {url} - end with Ctrl+C. What was found is forgotten then."
                ),
            cancellationToken
        );
    }

    private static string Root(string? given)
    {
        if (given is not null)
            return Directory.Exists(given) || File.Exists(given)
                ? Path.GetFullPath(given)
                : throw new UsageException($"there is no folder {given}");
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (File.Exists(Path.Combine(folder.FullName, "Motif.slnx")))
                return folder.FullName;
        }
        return Directory.GetCurrentDirectory();
    }
}
