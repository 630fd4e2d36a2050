using System.CommandLine;
using AiNewsBot.Feeds.Opml;
using AiNewsBot.Hosting;
using AiNewsBot.News.Feeds;

namespace AiNewsBot.Cli;

/// <summary>news opml export: the feeds of the bot, or of one server, as a list for other readers.</summary>
internal static class OpmlExportVerb
{
    public static Command Create(CliContext context)
    {
        var file = new Argument<string>("file") { Description = "Where to write it" };
        var server = new Option<string?>("--server") { Description = "The id of a server whose own feeds are listed, too" };
        var verb = new Command("export", "Write the feeds as an OPML file; the bot may be running") { file, server };
        verb.SetAction((parsed, _) => ExportAsync(context, parsed.GetValue(file)!, parsed.GetValue(server)));
        return verb;
    }

    private static async Task<int> ExportAsync(CliContext context, string path, string? server)
    {
        using var database = context.OpenDatabase();
        using (var maintenance = context.OpenMaintenance())
            await maintenance.MigrateAsync();
        var feeds = (await new FeedStore(database, context.Time).ForServerAsync(server))
            .Where(feed => feed.Kind == FeedKind.Feed)
            .ToArray();
        var list = OpmlWriter.Write("AiNewsBot", feeds.Select(feed => new OpmlFeed(feed.MovedTo ?? feed.Url, feed.Name)));
        try
        {
            await File.WriteAllBytesAsync(path, list);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be written: {exception.Message}");
        }

        context.Out.WriteLine($"Wrote {Chat.Cards.Quantity.Format(feeds.Length, "feed")} to {path}.");
        return ExitCode.Done;
    }
}
