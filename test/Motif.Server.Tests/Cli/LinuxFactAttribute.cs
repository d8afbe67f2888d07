namespace Motif.Server.Tests.Cli;

/// <summary>A test that reads what only Linux tells, such as which process holds which lock.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "only Linux has /proc/locks and signals that suspend";
    }
}
