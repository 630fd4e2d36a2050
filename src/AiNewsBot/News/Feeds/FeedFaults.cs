using System.Text.Json;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.News.Feeds;

/// <summary>Why feeds cannot be read: as the database has it, and as a sentence for the one who asks.</summary>
internal static class FeedFaults
{
    private const char Separator = '\n';

    /// <summary>The name of the code and its values, a line each.</summary>
    public static string Store(FeedFault fault) =>
        fault.Code == FeedFaultCode.Other
            ? fault.First
            : string.Join(Separator, new[] { $"{fault.Code}", Line(fault.First), Line(fault.Second) }).TrimEnd(Separator);

    /// <summary>What <see cref="Store"/> wrote; a sentence that an earlier version wrote stays one.</summary>
    public static FeedFault Restore(string stored)
    {
        var lines = stored.Split(Separator);
        return Enum.TryParse<FeedFaultCode>(lines[0], out var code) && $"{code}" == lines[0]
            ? new FeedFault(code, lines.ElementAtOrDefault(1) ?? "", lines.ElementAtOrDefault(2) ?? "")
            : new FeedFault(FeedFaultCode.Other, stored);
    }

    /// <summary>One sentence, not escaped.</summary>
    public static string Sentence(FeedFault fault) =>
        fault.Code == FeedFaultCode.Other
            ? fault.First
            : Texts[$"feed_fault.{KeyOf($"{fault.Code}")}", ("first", fault.First), ("second", Second(fault))];

    private static ChatTexts Texts => ChatTexts.Current;

    private static string Second(FeedFault fault) =>
        fault.Code switch
        {
            FeedFaultCode.RedirectUnusable => Texts[$"feed_fault.address_{KeyOf(fault.Second)}", ("count", $"{FeedAddress.MaxLength}")],
            FeedFaultCode.AddressNotPublic => Texts[$"feed_fault.range_{KeyOf(fault.Second)}"],
            _ => fault.Second,
        };

    private static string KeyOf(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static string Line(string value) => value.ReplaceLineEndings(" ");
}
