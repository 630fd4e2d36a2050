using System.CommandLine;
using System.Text.Json;
using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Parsing;
using AiNewsBot.Hosting;

namespace AiNewsBot.Cli;

/// <summary>feeds parse.</summary>
internal static class FeedsVerb
{
    public static Command Create(CliContext context) => new("feeds", "Try feeds") { Parse(context) };

    private static Command Parse(CliContext context)
    {
        var files = new Argument<string[]>("file")
        {
            Description = "Files with feeds in them: RSS, Atom, RDF or JSON Feed",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object per file, each on a line" };
        var verb = new Command(
            "parse",
            "Read files as the bot reads feeds, and print what it finds in them; ends with 1 where one of them is no feed"
        )
        {
            files,
            json,
        };
        verb.SetAction(parsed =>
        {
            var code = ExitCode.Done;
            foreach (var file in parsed.GetValue(files)!)
            {
                var (feed, fault) = Read(file);
                if (fault is not null)
                    code = ExitCode.Fault;
                if (parsed.GetValue(json))
                    context.Out.WriteLine(Line(file, feed, fault));
                else
                    Print(context.Out, file, feed, fault);
            }

            return code;
        });
        return verb;
    }

    private static (Feed? Feed, string? Fault) Read(string file)
    {
        try
        {
            return (FeedParser.Parse(File.ReadAllBytes(file), contentType: null, address: null), null);
        }
        catch (FeedFormatException exception)
        {
            return (null, exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, $"The file cannot be read: {exception.Message}");
        }
    }

    private static void Print(TextWriter output, string file, Feed? feed, string? fault)
    {
        output.WriteLine(feed is null ? $"{file}: {fault}" : $"{file}: {feed.Title ?? "(no title)"}, {feed.Entries.Length} entries");
        foreach (var entry in feed?.Entries ?? [])
            output.WriteLine($"  {entry.Published ?? entry.Updated:yyyy-MM-dd HH:mm}  {entry.Title ?? entry.Summary}  {entry.Link}");
    }

    private static string Line(string file, Feed? feed, string? fault) =>
        feed is null
            ? JsonSerializer.Serialize(new UnreadableFeedLine(file, fault), FeedLineJson.Readable.UnreadableFeedLine)
            : JsonSerializer.Serialize(FeedLine.From(file, feed), FeedLineJson.Readable.FeedLine);
}
