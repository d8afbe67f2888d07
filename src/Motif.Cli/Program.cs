using Motif.Cli.Terminal;

return OpenFileLimit.Complain() ?? await Motif.Cli.MotifCommandLine.RunAsync(args);
