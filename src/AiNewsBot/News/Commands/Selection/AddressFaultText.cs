using System.Text.Json;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.News.Commands.Selection;

/// <summary>Why what was typed is no address of a feed, as a sentence.</summary>
internal static class AddressFaultText
{
    public static string Create(string typed, FeedAddressFault? fault) =>
        ChatTexts.Current[
            $"address.{JsonNamingPolicy.SnakeCaseLower.ConvertName((fault ?? FeedAddressFault.NoAddress).ToString())}",
            ("text", typed),
            ("count", $"{FeedAddress.MaxLength}")
        ];
}
