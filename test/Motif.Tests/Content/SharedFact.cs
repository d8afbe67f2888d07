namespace Motif.Tests.Content;

/// <summary>A test that reads the shared data; skipped where it is not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (SharedData.Root is null)
            Skip = "the shared data is neither at ../shared nor where MOTIF_SHARED points";
    }
}

/// <summary>A test with data that reads the shared data; skipped where it is not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute() => Skip = new SharedFactAttribute().Skip;
}

/// <summary>Where the shared data lies.</summary>
internal static class SharedData
{
    public static string? Root { get; } =
        new[]
        {
            Environment.GetEnvironmentVariable("MOTIF_SHARED"),
            Path.Combine(Repository.Root, "..", "shared"),
        }.FirstOrDefault(folder =>
            folder is not null && Directory.Exists(Path.Combine(folder, "data"))
        );

    public static string File(params string[] parts) => Path.Combine([Root!, "data", .. parts]);
}
