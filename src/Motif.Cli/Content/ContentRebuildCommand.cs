using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Content.Templates;

namespace Motif.Cli.Content;

/// <summary><c>motif content rebuild</c>: families built anew of the texts that made them, compared and then switched.</summary>
internal static class ContentRebuildCommand
{
    public static Command Build()
    {
        var state = new Option<string?>("--switch")
        {
            Description =
                "Put it into force: the state that the comparison printed; refused where families changed since",
        };
        var json = CommonOptions.Json();
        var command = new Command(
            "rebuild",
            "Say what a rebuild of the template families would change; keeps nothing without --switch"
        )
        {
            state,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var authority = engine.Get<FamilyAuthority>();
                var diff = parsed.GetValue(state) is { } seen
                    ? Answer.Expect(
                        await authority.SwitchAsync(seen, Engine.Operator, cancellationToken)
                    )
                    : await authority.CompareAsync(cancellationToken);
                if (parsed.GetValue(json))
                    Print.Json(diff);
                else
                    Show(diff);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif content rebuild",
            "motif content rebuild --switch 0.42 --json"
        );
    }

    private static void Show(FamilyDiff diff)
    {
        foreach (var merged in diff.Merged)
            Print.Line($"merged   {merged.Template}  into  {merged.Into}");
        foreach (var split in diff.Split)
            Print.Line($"split    {split.New}  off  {split.Template}");
        foreach (var reworded in diff.Reworded)
            Print.Line($"reworded {reworded.Before}  to  {reworded.After}");
        Print.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{diff.Before} families before, {diff.After} after, {diff.Unchanged} unchanged"
            )
        );
        Print.Remark(
            diff.Switched ? "they are in force" : $"motif content rebuild --switch {diff.State}"
        );
    }
}
