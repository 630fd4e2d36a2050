using AiNewsBot.CommandLine;

return await Launcher.RunAsync(args);
