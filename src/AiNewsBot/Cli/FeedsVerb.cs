using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Parsing;
using AiNewsBot.Hosting;

namespace AiNewsBot.Cli;

/// <summary>feeds parse.</summary>
internal static class FeedsVerb
{
    // As people read it: no letter beyond ASCII as a number.
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(CliContext context) => new("feeds", "Try feeds") { Parse(context) };

    private static Command Parse(CliContext context)
    {
        var files = new Argument<string[]>("file")
        {
            Description = "Files with feeds in them: RSS, Atom, RDF or JSON Feed",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object a line and file" };
        var verb = new Command("parse", "Read files as the bot reads feeds, and print what it finds in them") { files, json };
        verb.SetAction(parsed =>
        {
            foreach (var file in parsed.GetValue(files)!)
            {
                var (feed, fault) = Read(file);
                if (parsed.GetValue(json))
                    context.Out.WriteLine(Line(file, feed, fault));
                else
                    Print(context.Out, file, feed, fault);
            }

            return ExitCode.Done;
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

    private static string Line(string file, Feed? feed, string? fault)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Json))
        {
            writer.WriteStartObject();
            writer.WriteString("file", file);
            if (feed is null)
                writer.WriteString("error", fault);
            else
                Write(writer, feed);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, Feed feed)
    {
        writer.WriteString("title", feed.Title);
        writer.WriteStartArray("entries");
        foreach (var entry in feed.Entries)
        {
            writer.WriteStartObject();
            writer.WriteString("title", entry.Title);
            writer.WriteString("link", entry.Link);
            writer.WriteString("id", entry.Id);
            if ((entry.Published ?? entry.Updated) is { } date)
                writer.WriteNumber("published", date.ToUnixTimeSeconds());
            else
                writer.WriteNull("published");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
