using System.Diagnostics;
using Motif.Tests.Shared;

namespace Motif.Server.Tests.Cli;

/// <summary>Runs <c>motif</c> as a user does: a process of its own with its own folder and environment.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Errors)
{
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "Motif.Cli.dll");

    public static Task<CommandRun> In(string folder, params string[] arguments) =>
        In(folder, null, arguments);

    /// <summary>With variables of the environment; one without a value is not set.</summary>
    public static Task<CommandRun> With(
        string folder,
        IEnumerable<(string Name, string? Value)> environment,
        params string[] arguments
    ) => In(folder, null, arguments, environment);

    /// <summary>As a terminal of so many columns shows it.</summary>
    public static Task<CommandRun> AtWidth(int columns, string folder, params string[] arguments) =>
        In(folder, null, arguments, [("COLUMNS", $"{columns}")]);

    public static async Task<CommandRun> In(
        string folder,
        string? input,
        string[] arguments,
        IEnumerable<(string Name, string? Value)>? environment = null
    )
    {
        using var process = Start(folder, arguments, input is not null, environment);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        using var patience = new CancellationTokenSource(Eventually.Patience);
        await process.WaitForExitAsync(patience.Token);
        return new CommandRun(process.ExitCode, await output, await errors);
    }

    public static Process Start(
        string folder,
        string[] arguments,
        bool hasInput = false,
        IEnumerable<(string Name, string? Value)>? environment = null
    )
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = hasInput,
        };
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList())
            start.Environment.Remove(name);
        // Tests of the model switch it on; the others need not wait for vectors.
        start.Environment["MOTIF_MODEL"] = "off";
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static bool IsSetting(string name) =>
        name is "DATABASE_URL" or "COLUMNS"
        || name.StartsWith("PATTERN_", StringComparison.Ordinal)
        || name.StartsWith("REDIS_", StringComparison.Ordinal)
        || (name.StartsWith("MOTIF_", StringComparison.Ordinal) && name != "MOTIF_SHARED");
}
