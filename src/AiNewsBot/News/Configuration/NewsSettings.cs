using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Net;
using System.Text.RegularExpressions;
using AiNewsBot.Configuration;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Subscriptions;
using Microsoft.Extensions.Configuration;

namespace AiNewsBot.News.Configuration;

/// <summary>How feeds are read.</summary>
internal sealed partial class NewsSettings : ISettings
{
    public const string Section = "News";
    private static readonly TimeSpan Minimum = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Maximum = TimeSpan.FromDays(1);

    /// <summary>How often a feed is read, unless its server asks for less.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether this process reads feeds and posts news at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How old a story may be when it comes in, in days, where a subscription does not say.</summary>
    public int MaxAgeDays { get; set; } = 30;

    /// <summary>Whether the pages of entries without a picture are asked for one.</summary>
    public bool ArticlePictures { get; set; } = true;

    /// <summary>Feeds that the operator sets; any entry replaces the list that came with the program.</summary>
    public Collection<NewsFeedSettings> Feeds { get; } = [];

    /// <summary>Subscriptions that the operator sets.</summary>
    public Collection<NewsFollowSettings> Follow { get; } = [];

    /// <summary>Organisations on the Hugging Face hub whose new repositories are
    /// news; null for the list that came with the program.</summary>
    public CommaSeparatedList? WatchedOrganizations { get; set; }

    /// <summary>Where the hub is.</summary>
    public string HubUrl { get; set; } = "https://huggingface.co";

    /// <summary>Where GitHub's interface is.</summary>
    public string GitHubApiUrl { get; set; } = "https://api.github.com";

    /// <summary>Addresses and blocks that feeds may be fetched from though they are private.</summary>
    public CommaSeparatedList AllowedPrivateAddresses { get; set; } = [];

    public ImmutableArray<IPNetwork> AllowedBlocks() => [.. AllowedPrivateAddresses.Select(AddressBlock.TryParse).OfType<IPNetwork>()];

    public ImmutableArray<FeedHeader> SentHeaders() =>
        [
            .. Feeds
                .Where(feed => !string.IsNullOrEmpty(feed.HeaderValue))
                .Select(feed => new FeedHeader(FeedAddress.TryParse(feed.Url!)!, feed.HeaderName, feed.HeaderValue!)),
        ];

    static string ISettings.Section => Section;

    public void Bind(IConfigurationSection section)
    {
        section.Bind(this);
        WatchedOrganizations = CommaSeparatedList.FromSection(section.GetSection(nameof(WatchedOrganizations)));
        AllowedPrivateAddresses = CommaSeparatedList.FromSection(section.GetSection(nameof(AllowedPrivateAddresses))) ?? [];
    }

    public IEnumerable<(string Key, string Fault)> Validate()
    {
        if (PollInterval < Minimum || PollInterval > Maximum)
            yield return (nameof(PollInterval), $"is a time from {Minimum:c} to a day, such as 00:05:00");
        if (!Subscription.IsMaxAge(MaxAgeDays))
            yield return (nameof(MaxAgeDays), Subscription.MaxAgeFault);
        for (var i = 0; i < Feeds.Count; i++)
        {
            string? fault = null;
            if (string.IsNullOrEmpty(Feeds[i].Url) || FeedAddress.TryParse(Feeds[i].Url!, out fault) is null)
                yield return ($"Feeds:{i}:Url", $"{fault ?? "is the address of a feed"}: write https://example.org/feed.xml");
            foreach (var (key, reason) in Feeds[i].Validate())
                yield return ($"Feeds:{i}:{key}", reason);
        }

        for (var i = 0; i < Follow.Count; i++)
        {
            foreach (var (key, fault) in Follow[i].Validate())
                yield return ($"Follow:{i}:{key}", fault);
        }

        foreach (var name in (WatchedOrganizations ?? []).Where(name => !Organization().IsMatch(name)))
            yield return (nameof(WatchedOrganizations), $"'{name}' is no name of an organisation on the hub");
        if (FeedAddress.TryParse(HubUrl) is null)
            yield return (nameof(HubUrl), "is the hub's address: https://huggingface.co");
        if (FeedAddress.TryParse(GitHubApiUrl) is null)
            yield return (nameof(GitHubApiUrl), "is the address of GitHub's interface: https://api.github.com");
        foreach (var text in AllowedPrivateAddresses.Where(text => AddressBlock.TryParse(text) is null))
            yield return (
                nameof(AllowedPrivateAddresses),
                $"'{text}' is no address or block of addresses: write 10.1.2.3, 10.1.0.0/16 or fd00::/8"
            );
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,95}$")]
    private static partial Regex Organization();
}
