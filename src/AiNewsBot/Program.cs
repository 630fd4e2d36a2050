using AiNewsBot.Cli;

return await Launcher.RunAsync(args);
