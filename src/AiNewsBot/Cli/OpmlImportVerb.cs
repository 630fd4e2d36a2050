using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.Feeds.Opml;
using AiNewsBot.Hosting;
using AiNewsBot.News.Feeds;

namespace AiNewsBot.Cli;

/// <summary>news opml import: puts the feeds of another reader's list on a server's list, or says how the operator configures
/// them.</summary>
internal static class OpmlImportVerb
{
    public static Command Create(CliContext context)
    {
        var file = new Argument<string>("file") { Description = "An OPML file that another reader exported" };
        var server = new Option<string?>("--server") { Description = "The id of the server that gets them" };
        var verb = new Command(
            "import",
            "Add the feeds of an OPML file to a server's list; without --server, print the settings by which all servers get them. The bot "
                + "may be running"
        )
        {
            file,
            server,
        };
        verb.SetAction((parsed, _) => ImportAsync(context, Read(parsed.GetValue(file)!), parsed.GetValue(server)));
        return verb;
    }

    private static async Task<int> ImportAsync(CliContext context, ImmutableArray<OpmlFeed> listed, string? server)
    {
        var addresses = new List<FeedAddress>();
        foreach (var feed in listed)
        {
            if (FeedAddress.TryParse(feed.Url, out string? fault) is { } address)
                addresses.Add(address);
            else
                context.Error.WriteLine($"{feed.Url} {fault}");
        }

        if (server is null)
        {
            Print(context, addresses);
            return ExitCode.Done;
        }

        if (!ulong.TryParse(server, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            throw new UsageException("--server is the id of a server, such as 123456789012345678.");
        return await AddAsync(context, addresses, server);
    }

    // What the operator follows is in the configuration alone: the database would forget it at the next start.
    private static void Print(CliContext context, List<FeedAddress> addresses)
    {
        var there = context.News.Feeds.Count;
        context.Error.WriteLine(
            "Set these for the bot, for example in its environment, and start it again"
                + (there == 0 ? "; they replace the feeds that it comes with:" : ":")
        );
        for (var i = 0; i < addresses.Count; i++)
            context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"News__Feeds__{there + i}__Url={addresses[i]}"));
    }

    private static async Task<int> AddAsync(CliContext context, List<FeedAddress> addresses, string server)
    {
        using var database = context.OpenDatabase();
        using (var maintenance = context.OpenMaintenance())
            await maintenance.MigrateAsync();
        var feeds = new ServerFeeds(database, context.Time);
        var room = ServerFeeds.MaxCount - await feeds.CountAsync(server);
        var (added, known, left) = (0, 0, 0);
        foreach (var address in addresses)
        {
            if (added == room)
                left++;
            else if (await feeds.AddAsync(address, server, null, ""))
                added++;
            else
                known++;
        }

        context.Out.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"Added {added}; {known} were on the server's list already.")
                + (left > 0 ? $" {left} were left out: a server adds {ServerFeeds.MaxCount} feeds at most." : "")
        );
        return left > 0 ? ExitCode.Fault : ExitCode.Done;
    }

    private static ImmutableArray<OpmlFeed> Read(string path)
    {
        try
        {
            return OpmlReader.Read(File.ReadAllBytes(path));
        }
        catch (FeedFormatException exception)
        {
            throw new UsageException($"{path} is no list of feeds. {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {exception.Message}");
        }
    }
}
