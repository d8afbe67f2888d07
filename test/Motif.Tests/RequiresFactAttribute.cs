namespace Motif.Tests;

/// <summary>A test that needs a program on PATH. Without it the test is skipped with the reason,
/// under CI=true it runs and fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresFactAttribute : FactAttribute
{
    public RequiresFactAttribute(string program)
    {
        if (Find(program) is null && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = $"{program} is not on PATH";
    }

    /// <summary>The path of a program, or null.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
