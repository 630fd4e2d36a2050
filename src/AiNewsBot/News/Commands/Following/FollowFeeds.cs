using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Feeds;

namespace AiNewsBot.News.Commands.Following;

/// <summary>The feeds that an option names: one by its name or address, or several by their addresses.</summary>
internal sealed class FollowFeeds(FeedStore feeds, ServerFeeds serverFeeds)
{
    private const int MaxCount = 20;

    private static readonly char[] Separators = [' ', '\n', ',', ';'];

    private static ChatTexts Texts => ChatTexts.Current;

    /// <summary>Their ids, or why they cannot be followed. Of several addresses those that are new here are put on the server's
    /// list.</summary>
    /// <returns>Contents: for pages of well-known sites, what the feed has that was taken for them.</returns>
    public async Task<(ImmutableArray<long> Feeds, ImmutableArray<string> Contents, string? Fault)> FindAsync(
        string text,
        string server,
        string user,
        CancellationToken cancellationToken = default
    )
    {
        var known = await feeds.ForServerAsync(server, cancellationToken);
        if (FeedNames.Find(known, text) is { } one)
            return ([one.Id], [], null);
        string[] parts =
        [
            .. text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        if (parts.Length < 2 || !parts.All(part => part.Contains("://", StringComparison.Ordinal)))
            return ([], [], Texts["follow.no_feed", ("name", text)]);
        if (parts.Length > MaxCount)
            return ([], [], $"{Texts["follow.too_many", ("count", $"{MaxCount}")]} {RefusalText.Unchanged}");
        var addresses = new List<FeedAddress>();
        var contents = ImmutableArray.CreateBuilder<string>();
        foreach (var part in parts)
        {
            if (FeedAddress.TryParse(part, out FeedAddressFault? fault) is not { } address)
                return ([], [], $"{AddressFaultText.Create(part, fault)} {RefusalText.Unchanged}");
            var site = SiteFeeds.Find(address);
            addresses.Add(site?.Address ?? address);
            if (site is not null)
                contents.Add($"{Markdown.Escape(part)}: {Markdown.Escape(site.Content)}");
        }

        var fresh = addresses.Where(address => FeedNames.Find(known, address.ToString()) is null).ToArray();
        if (await serverFeeds.CountAsync(server, cancellationToken) + fresh.Length > ServerFeeds.MaxCount)
            return (
                [],
                [],
                $"{Texts["follow.feeds_full", ("max", $"{ServerFeeds.MaxCount}"), ("count", $"{fresh.Length}")]} {RefusalText.Unchanged}"
            );

        // Each is read when its turn comes; what it has then is its beginning, and not posted.
        foreach (var address in fresh)
            await serverFeeds.AddAsync(address, server, null, user, cancellationToken);
        known = await feeds.ForServerAsync(server, cancellationToken);
        return ([.. addresses.Select(address => FeedNames.Find(known, address.ToString())!.Id).Distinct()], contents.ToImmutable(), null);
    }
}
