return await Motif.Cli.MotifCommandLine.RunAsync(args);
