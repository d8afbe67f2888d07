using Motif.Cli;
using Motif.Cli.Terminal;

return await LastWord.GuardAsync(async () =>
    OpenFileLimit.Complain() ?? await MotifCommandLine.RunAsync(args)
);
