using System.CommandLine;
using System.Globalization;
using Motif.Catalog;
using Motif.Cli.Terminal;
using Motif.Discovery.Editing;
using Motif.Discovery.Hierarchy;
using Motif.Discovery.Runs;

namespace Motif.Cli.Discovery;

/// <summary>Edits as the API gives them.</summary>
internal sealed record EditList(IReadOnlyList<ClusterEdit> Items);

/// <summary><c>motif discover edit</c>: neighbourhoods by hand, and what was done so far.</summary>
internal static class DiscoverEditCommand
{
    private const int Listed = 100;

    /// <summary>Ids as examples show them: an id must look like one to be typed.</summary>
    private const string AnId = "5c1f0e0a-52c2-8d5e-9a63-0f5d7a1c4b2e";
    private const string AnotherId = "e07d9b34-1f86-8a4c-b1de-6c2f90a3d511";

    public static Command Build() =>
        new Command(
            "edit",
            "Change neighbourhoods by hand; an edit stands through later runs until it is undone"
        )
        {
            List(),
            Rename(),
            Act(
                "merge",
                "Put another macro or meso into this one",
                new Argument<Guid>("other") { Description = "The id of the one that goes into it" },
                (editor, cluster, other, token) =>
                    editor.MergeAsync(cluster, other, Engine.Operator, token)
            ),
            Act(
                "split",
                "Cut a macro or meso in two between the neighbourhoods in it",
                (editor, cluster, token) => editor.SplitAsync(cluster, Engine.Operator, token)
            ),
            Act(
                "pin",
                "Keep it as it is through later runs",
                (editor, cluster, token) => editor.PinAsync(cluster, true, Engine.Operator, token)
            ),
            Act(
                "unpin",
                "Let runs change it again",
                (editor, cluster, token) => editor.PinAsync(cluster, false, Engine.Operator, token)
            ),
            Act(
                "move",
                "Put an item into it, for good",
                new Argument<string>("item") { Description = "The item's id" },
                (editor, cluster, item, token) =>
                    editor.MoveAsync(cluster, item, Engine.Operator, token)
            ),
            Undo(),
        }.WithExamples(
            "motif discover clusters --json",
            $"motif discover edit rename {AnId} \"Bread and ovens\"",
            "motif discover edit list"
        );

    private static Command Rename() =>
        Act(
            "rename",
            "Give it a name that stays",
            new Argument<string>("name")
            {
                Description = "Its name; none of its neighbours has it",
            },
            (editor, cluster, name, token) =>
                editor.RenameAsync(cluster, name, Engine.Operator, token)
        );

    private static Command Undo()
    {
        var edit = new Argument<Guid>("edit")
        {
            Description = "Its id, from motif discover edit list",
        };
        var json = CommonOptions.Json();
        var command = new Command("undo", "Take an edit back") { edit, json };
        command.SetAction(
            async (parsed, token) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, token);
                Show(
                    await engine
                        .Get<ClusterEditor>()
                        .UndoAsync(parsed.GetRequiredValue(edit), Engine.Operator, token),
                    parsed.GetValue(json)
                );
                return ExitCode.Ok;
            }
        );
        return command.WithExamples($"motif discover edit undo {AnId}");
    }

    private static Command List()
    {
        var json = CommonOptions.Json();
        var command = new Command("list", "List what people did, newest first") { json };
        command.SetAction(
            async (parsed, token) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, token);
                var edits = (await engine.Get<IDiscoveryStore>().ListEditsAsync(Listed, token))
                    .Select(e => e.Edit)
                    .ToList();
                if (parsed.GetValue(json))
                    Print.Json(new EditList(edits));
                else
                    edits.ForEach(e => Print.Line(Line(e), hanging: 2));
                return ExitCode.Ok;
            }
        );
        return command.WithExamples("motif discover edit list", "motif discover edit list --json");
    }

    private static Command Act(
        string name,
        string description,
        Func<ClusterEditor, Guid, CancellationToken, Task<CatalogueAnswer<ClusterEdit>>> act
    )
    {
        var cluster = Cluster();
        var json = CommonOptions.Json();
        var command = new Command(name, description) { cluster, json };
        command.SetAction(
            async (parsed, token) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, token);
                Show(
                    await act(engine.Get<ClusterEditor>(), parsed.GetRequiredValue(cluster), token),
                    parsed.GetValue(json)
                );
                return ExitCode.Ok;
            }
        );
        return command.WithExamples($"motif discover edit {name} {AnId}");
    }

    private static Command Act<T>(
        string name,
        string description,
        Argument<T> argument,
        Func<ClusterEditor, Guid, T, CancellationToken, Task<CatalogueAnswer<ClusterEdit>>> act
    )
        where T : notnull
    {
        var cluster = Cluster();
        var json = CommonOptions.Json();
        var command = new Command(name, description) { cluster, argument, json };
        command.SetAction(
            async (parsed, token) =>
            {
                await using var engine = await Engine.OpenAsync(parsed, token);
                Show(
                    await act(
                        engine.Get<ClusterEditor>(),
                        parsed.GetRequiredValue(cluster),
                        parsed.GetRequiredValue(argument),
                        token
                    ),
                    parsed.GetValue(json)
                );
                return ExitCode.Ok;
            }
        );
        return command.WithExamples(
            $"motif discover edit {name} {AnId} {(typeof(T) == typeof(Guid) ? AnotherId : argument.Name)}"
        );
    }

    private static Argument<Guid> Cluster() =>
        new("cluster") { Description = "Its id, from motif discover clusters --json" };

    private static void Show(CatalogueAnswer<ClusterEdit> answer, bool isJson)
    {
        var edit = Answer.Expect(answer);
        if (isJson)
            Print.Json(edit);
        else
            Print.Line(Line(edit), hanging: 2);
    }

    private static string Line(ClusterEdit edit)
    {
        var what =
            edit.ItemId is { } item ? $" of item {item}"
            : edit.OtherName is { } other ? $" with '{other}'"
            : edit.Name is { } name ? $" to '{name}'"
            : "";
        var undone = edit.UndoneBy is { } by ? $"; undone by {by}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{edit.Number} {WireName.Of(edit.Kind)} '{edit.ClusterName}'{what} by {edit.Actor} at {edit.At:yyyy-MM-dd HH:mm}{undone}  {edit.EditId}"
        );
    }
}
