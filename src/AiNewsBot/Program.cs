return await AiNewsBot.CommandLine.Root.RunAsync(args, Console.In, Console.Out, Console.Error, TimeProvider.System);
