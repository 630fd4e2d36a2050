using System.CommandLine;

namespace AiNewsBot.Cli;

/// <summary>news opml.</summary>
internal static class NewsVerb
{
    public static Command Create(CliContext context) =>
        new("news", "News of the bot")
        {
            new Command("opml", "Exchange lists of feeds with other readers")
            {
                OpmlExportVerb.Create(context),
                OpmlImportVerb.Create(context),
            },
        };
}
