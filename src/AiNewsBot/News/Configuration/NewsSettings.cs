using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text.RegularExpressions;
using AiNewsBot.Configuration;
using AiNewsBot.Feeds.Fetching;
using AiNewsBot.News.Subscriptions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AiNewsBot.News.Configuration;

/// <summary>How feeds are read.</summary>
internal sealed partial class NewsSettings : ISettings, IValidatableObject
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

    static ConfigurationKeyTree ISettings.CreateKeys() =>
        ConfigurationKeyTree.For<NewsSettings>(
            Section,
            ConfigurationKeyTree.ForList<NewsFeedSettings>(nameof(Feeds)),
            ConfigurationKeyTree.ForList<NewsFollowSettings>(nameof(Follow))
        );

    public void Bind(IConfigurationSection section)
    {
        section.Bind(this);
        WatchedOrganizations = CommaSeparatedList.FromSection(section.GetSection(nameof(WatchedOrganizations)));
        AllowedPrivateAddresses = CommaSeparatedList.FromSection(section.GetSection(nameof(AllowedPrivateAddresses))) ?? [];
    }

    public ValidateOptionsResult Check() => new Validator().Validate(null, this);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PollInterval < Minimum || PollInterval > Maximum)
            yield return new ValidationResult($"must be a time from {Minimum:c} to a day, such as 00:05:00", [nameof(PollInterval)]);
        if (!Subscription.IsMaxAge(MaxAgeDays))
            yield return new ValidationResult(Subscription.MaxAgeFault, [nameof(MaxAgeDays)]);
        for (var i = 0; i < Feeds.Count; i++)
        {
            string? fault = null;
            if (string.IsNullOrEmpty(Feeds[i].Url) || FeedAddress.TryParse(Feeds[i].Url!, out fault) is null)
                yield return new ValidationResult(
                    $"{fault ?? "must be the address of a feed"}: write https://example.org/feed.xml",
                    [$"Feeds:{i}:Url"]
                );
            foreach (var (key, reason) in Feeds[i].Validate())
                yield return new ValidationResult(reason, [$"Feeds:{i}:{key}"]);
        }

        for (var i = 0; i < Follow.Count; i++)
        {
            foreach (var (key, fault) in Follow[i].Validate())
                yield return new ValidationResult(fault, [$"Follow:{i}:{key}"]);
        }

        foreach (var name in (WatchedOrganizations ?? []).Where(name => !Organization().IsMatch(name)))
            yield return new ValidationResult($"'{name}' is no name of an organisation on the hub", [nameof(WatchedOrganizations)]);
        if (FeedAddress.TryParse(HubUrl) is null)
            yield return new ValidationResult("must be the hub's address: https://huggingface.co", [nameof(HubUrl)]);
        if (FeedAddress.TryParse(GitHubApiUrl) is null)
            yield return new ValidationResult("must be the address of GitHub's interface: https://api.github.com", [nameof(GitHubApiUrl)]);
        foreach (var text in AllowedPrivateAddresses.Where(text => AddressBlock.TryParse(text) is null))
            yield return new ValidationResult(
                $"'{text}' is no address or block of addresses: write 10.1.2.3, 10.1.0.0/16 or fd00::/8",
                [nameof(AllowedPrivateAddresses)]
            );
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,95}$")]
    private static partial Regex Organization();

    [OptionsValidator]
    private sealed partial class Validator : IValidateOptions<NewsSettings>;
}
