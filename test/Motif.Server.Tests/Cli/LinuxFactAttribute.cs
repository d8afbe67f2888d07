namespace Motif.Server.Tests.Cli;

/// <summary>A test of what only Linux tells and does, such as which process holds which lock.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public const string Reason = "needs Linux: /proc, signals that suspend, ulimit";

    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : Reason;
}

/// <inheritdoc cref="LinuxFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute() =>
        Skip = OperatingSystem.IsLinux() ? null : LinuxFactAttribute.Reason;
}
