using System.CommandLine;
using System.Globalization;
using Motif.Cli.Terminal;
using Motif.Decisions;
using Motif.Decisions.Records;

namespace Motif.Cli.Decisions;

/// <summary><c>motif decide config</c>: the switches.</summary>
internal static class DecideConfigCommand
{
    public static Command Build()
    {
        var enabled = Switch("--enabled", "Whether messages are decided at all");
        var shadow = Switch("--shadow", "Decide everything and send nothing");
        var learn = Switch(
            "--learn-while-disabled",
            "Learn from replies although decisions are off"
        );
        var kill = Switch("--kill", "Stop every send at once; what was stopped stays stopped");
        var learning = new Option<LearningProfile?>("--learning")
        {
            Description =
                "How the confidence of patterns moves: evidence (a posterior that forgets) or increments (fixed steps, and one back a day)",
        };
        var json = CommonOptions.Json();
        var command = new Command("config", "Show the settings of decisions, or set a switch")
        {
            enabled,
            shadow,
            learn,
            kill,
            learning,
            json,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, cancellationToken);
                var config = engine.Get<DecisionConfig>();
                var view = await config.ReadAsync(cancellationToken);
                var wanted = view.Overrides with
                {
                    Enabled = parsed.GetValue(enabled) ?? view.Overrides.Enabled,
                    ShadowMode = parsed.GetValue(shadow) ?? view.Overrides.ShadowMode,
                    LearnWhileDisabled =
                        parsed.GetValue(learn) ?? view.Overrides.LearnWhileDisabled,
                    KillSwitch = parsed.GetValue(kill) ?? view.Overrides.KillSwitch,
                    Learning = parsed.GetValue(learning) ?? view.Overrides.Learning,
                };
                if (wanted != view.Overrides)
                    view = Answer.Expect(
                        await config.ConfigureAsync(
                            wanted,
                            view.Version,
                            Engine.Operator,
                            cancellationToken
                        )
                    );
                if (parsed.GetValue(json))
                    Print.Json(view);
                else
                    Show(view.Settings);
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            "motif decide config",
            "motif decide config --enabled true --shadow true",
            "motif decide config --kill true"
        );
    }

    private static Option<bool?> Switch(string name, string description) =>
        new(name) { Description = $"{description}: true or false" };

    private static void Show(DecisionSettings settings)
    {
        var table = new TextTable(new("Setting"), new("Value"));
        table.Add("enabled", Text(settings.Enabled));
        table.Add("shadow", Text(settings.ShadowMode));
        table.Add("learn while disabled", Text(settings.LearnWhileDisabled));
        table.Add("kill switch", Text(settings.KillSwitch));
        table.Add("profile", WireName.Of(settings.Profile));
        table.Add("learning", WireName.Of(settings.Learning));
        table.Add(
            "targets R0, R1, R2",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{settings.TargetR0}, {settings.TargetR1}, {settings.TargetR2}"
            )
        );
        table.Add("hold, seconds", settings.HoldSeconds.ToString(CultureInfo.InvariantCulture));
        Print.Table(table);
    }

    private static string Text(bool value) => value ? "true" : "false";
}
