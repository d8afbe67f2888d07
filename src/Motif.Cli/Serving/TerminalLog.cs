using Motif.Cli.Terminal;

namespace Motif.Cli.Serving;

/// <summary>Warnings and errors of a server, one line each on standard error. Thread-safe.</summary>
internal sealed class TerminalLog : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Lines();

    public void Dispose() { }

    private sealed class Lines : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (!IsEnabled(logLevel))
                return;
            var what = logLevel is LogLevel.Warning ? "warning" : "error";
            var reason = exception is null
                ? ""
                : $" ({exception.GetType().Name}: {exception.Message})";
            Print.Remark($"{what}: {formatter(state, exception)}{reason}".ReplaceLineEndings(" "));
        }
    }
}
