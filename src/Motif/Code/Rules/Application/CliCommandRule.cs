using Motif.Code.Rules.Shapes;

namespace Motif.Code.Rules.Application;

/// <summary>Finds commands that are typed: functions and classes behind a command line.</summary>
/// <remarks>
/// <para><b>Why it matters.</b> They are the doors of a program: names, options and exit codes are promises.</para>
/// <para><b>Example.</b> <code>@click.command()
/// @click.option("--count", default=1)
/// def hello(count):
///     click.echo("hello " * count)</code></para>
/// <para><b>Structure.</b> Functions under click's or typer's decorators; functions that make an argument parser, declare arguments and
/// parse; subclasses of the known command classes (Django, cmd, cliff, Spectre.Console, System.CommandLine) with their handler.</para>
/// <para><b>Limits.</b> A GoF command object is another thing.</para>
/// <para><b>References.</b> Command Line Interface Guidelines, clig.dev; PEP 389, 2009.</para>
/// </remarks>
internal sealed class CliCommandRule : ICodeRule
{
    private static readonly string[] Decorators =
    [
        "click.command",
        "click.group",
        "click.decorators.command",
        "click.decorators.group",
        "flask.cli.with_appcontext",
        "invoke.task",
        "typer.command",
    ];

    public string Name => "cli_command";

    public string Title => "Command-Line Command";

    public RuleSubjects Subjects => RuleSubjects.Functions | RuleSubjects.Classes;

    public void Find(ProjectUnit unit, RuleFindings found)
    {
        if (unit.Class is { } owner)
            FindClass(unit, owner, found);
        else if (!FindDecorated(unit, found))
            FindParser(unit, found);
    }

    private bool FindDecorated(ProjectUnit unit, RuleFindings found)
    {
        var isOptioned = unit.IsDecoratedWith(
            "click.option",
            "click.argument",
            "click.decorators.option",
            "click.decorators.argument"
        );
        var isCommand = unit.IsDecoratedWith(Decorators) || isOptioned || IsAppCommand(unit);
        if (!isCommand)
            return false;
        found
            .Match(this, unit)
            .Must("a library runs it from the command line", unit.Node)
            .Should(
                .20,
                "it declares options or arguments",
                isOptioned || unit.Fact.Parameters.Count > 0
            )
            .Should(
                .10,
                "it says something",
                Loops.FirstCall(unit.Node.Body(), "echo", "print", "secho")
            )
            .Named("command", "cli", "main")
            .Variant("decorated")
            .Report();
        return true;
    }

    /// <summary><c>@app.command()</c> where the app is made by typer or click.</summary>
    private static bool IsAppCommand(ProjectUnit unit)
    {
        var isAsked = false;
        foreach (var decorator in unit.Fact.Decorators)
            isAsked |= DottedName.IsOneOf(decorator, "command", "group", "callback");
        if (!isAsked)
            return false;
        foreach (var import in unit.File.Facts.Imports)
        {
            if (DottedName.IsIn(import.Target, "typer", "click", "cyclopts", "rich_click"))
                return true;
        }
        return false;
    }

    private void FindParser(ProjectUnit unit, RuleFindings found)
    {
        if (!unit.Has(FactKind.Call))
            return;
        FactNode made = default,
            declared = default,
            parsed = default;
        foreach (var node in unit.OwnCalls)
        {
            if (node.Kind is not FactKind.Call)
                continue;
            if (
                node.Calls(
                    "argparse.ArgumentParser",
                    "ArgumentParser",
                    "optparse.OptionParser",
                    "OptionParser",
                    "RootCommand",
                    "getopt.getopt",
                    "docopt.docopt"
                )
            )
                made = node;
            else if (
                node.CalleeName()
                is "add_argument"
                    or "add_option"
                    or "AddOption"
                    or "AddArgument"
                    or "add_parser"
            )
                declared = declared.Exists() ? declared : node;
            else if (
                node.CalleeName() is "parse_args" or "parse_known_args" or "InvokeAsync" or "Parse"
            )
                parsed = node;
        }
        if (
            !made.Exists()
            || (!declared.Exists() && made.CalleeName() is not ("getopt" or "docopt"))
        )
            return;
        found
            .Match(this, unit)
            .Must("a parser of the command line is made", made)
            .Should(.15, "arguments are declared", declared)
            .Should(.15, "and parsed", parsed)
            .Named("main", "cli", "command", "args")
            .Variant("parser")
            .Report();
    }

    private void FindClass(ProjectUnit unit, ProjectClass owner, RuleFindings found)
    {
        var isCommand = false;
        foreach (var ancestor in owner.AncestorsAndSelf())
            isCommand |=
                ancestor.HasExternalBase(
                    "django.core.management.base.BaseCommand",
                    "BaseCommand",
                    "cmd.Cmd",
                    "cliff.command.Command",
                    "setuptools.Command",
                    "distutils.cmd.Command",
                    "AsyncCommand",
                    "TemplateCommand",
                    "LabelCommand",
                    "AppCommand",
                    "management.base.NoArgsCommand"
                )
                || ancestor.Name is "BaseCommand" && ancestor.Method("add_arguments") is not null;
        if (!isCommand)
            return;
        var handler =
            owner.Method("handle")
            ?? owner.Method("run")
            ?? owner.Method("take_action")
            ?? owner.Method("handle_label")
            ?? owner.Method("handle_app_config")
            ?? owner.Method("Execute")
            ?? owner.Method("ExecuteAsync")
            ?? owner.Methods.FirstOrDefault(m =>
                m.Name.StartsWith("do_", StringComparison.Ordinal)
            );
        if (handler is null || handler.IsHook)
            return;
        found
            .Match(this, unit)
            .Must("it extends a library's command", unit.Node)
            .Must("and has its handler", handler.Node)
            .Should(.20, "the library runs it by name", true)
            .Should(
                .10,
                "it declares arguments",
                owner.Method("add_arguments")?.Node ?? owner.Method("get_parser")?.Node ?? default
            )
            .Variant("class")
            .Report();
    }
}
