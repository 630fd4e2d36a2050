using System.Net;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Ingest;

namespace AiNewsBot.News.Commands.FeedLists;

/// <summary>What helps with a site that refuses the bot.</summary>
internal static class FeedAdvice
{
    private const string ByHeader = "What needs a login the bot's operator can set up with a header for it (News:Feeds).";

    /// <summary>Sentences with a space in front; empty where there is nothing to advise.</summary>
    public static string For(FeedAddress address, FeedProbeResult trial) =>
        trial.Status switch
        {
            HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests when IsAt(address, "reddit.com") =>
                " Reddit refuses programs of many networks, at times or always. An account there has addresses of its feeds for itself "
                    + "alone (reddit.com/prefs/feeds), which work more often: the bot's operator can set one (News:Feeds), never a "
                    + "command, since who sees it can read with the account.",
            HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable when trial.IsShielded =>
                " Cloudflare, which protects this site, lets no programs in there. Ask the site to let feed readers pass at the address "
                    + $"of its feed (RSS, Atom), or follow the same people elsewhere. {ByHeader}",
            HttpStatusCode.Forbidden
            or HttpStatusCode.Unauthorized
            or HttpStatusCode.TooManyRequests
            or HttpStatusCode.ServiceUnavailable =>
                " Sites often refuse programs on their pages and not on their feeds: look there for the address of a feed (RSS, Atom), "
                    + $"and give that. {ByHeader}",
            _ => "",
        };

    private static bool IsAt(FeedAddress address, string site) =>
        address.Url.IdnHost is var host
        && (host.Equals(site, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{site}", StringComparison.OrdinalIgnoreCase));
}
