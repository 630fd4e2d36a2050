using System.Net;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Ingest;

namespace AiNewsBot.News.Commands.FeedLists;

/// <summary>What helps with a site that refuses the bot.</summary>
internal static class FeedAdvice
{
    private static ChatTexts Texts => ChatTexts.Current;

    /// <summary>Sentences with a space in front; empty where there is nothing to advise.</summary>
    public static string For(FeedAddress address, FeedProbeResult trial) =>
        trial.Status switch
        {
            HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests when IsAt(address, "reddit.com") =>
                $" {Texts["feeds.advice_reddit"]}",
            HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable when trial.IsShielded =>
                $" {Texts["feeds.advice_shielded"]} {Texts["feeds.advice_header"]}",
            HttpStatusCode.Forbidden
            or HttpStatusCode.Unauthorized
            or HttpStatusCode.TooManyRequests
            or HttpStatusCode.ServiceUnavailable => $" {Texts["feeds.advice_feed"]} {Texts["feeds.advice_header"]}",
            _ => "",
        };

    private static bool IsAt(FeedAddress address, string site) =>
        address.Url.IdnHost is var host
        && (host.Equals(site, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{site}", StringComparison.OrdinalIgnoreCase));
}
