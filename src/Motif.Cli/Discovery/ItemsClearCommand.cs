using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Discovery.Items;

namespace Motif.Cli.Discovery;

/// <summary><c>motif items clear</c>: removes all items.</summary>
internal static class ItemsClearCommand
{
    public static Command Build()
    {
        var yes = new Option<bool>("--yes") { Description = "Needed: it cannot be undone" };
        var command = new Command(
            "clear",
            "Remove all items; neighbourhoods and findings stand until the next run"
        )
        {
            yes,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                if (!parsed.GetValue(yes))
                    throw new UsageException("this removes all items; say --yes to mean it");
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var removed = await engine.Get<IItemStore>().ClearAsync(cancellationToken);
                Print.Line(string.Create(CultureInfo.InvariantCulture, $"{removed} items removed"));
                return ExitCode.Ok;
            }
        );
        return command.WithExamples("motif items clear --yes");
    }
}
