using AiNewsBot.Chat;
using AiNewsBot.News.Commands.Filtering;
using AiNewsBot.News.Filters;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.Tests.News.Commands;

/// <summary>Filters that are tried: on how many stories is said as it is.</summary>
public sealed class FilterTrialsTests : IAsyncLifetime
{
    private NewsStorage _news = null!;

    public async ValueTask InitializeAsync() => _news = await NewsStorage.CreateAsync();

    public ValueTask DisposeAsync() => _news.DisposeAsync();

    [Theory]
    [InlineData(3, "Of 3 stories of the past 30 days")]
    [InlineData(FilterTrials.MaxStories + 1, "Of the newest 500 stories of the past 30 days")]
    public async Task Trial_says_on_how_many_stories_it_was_made(int stories, string said)
    {
        var feed = await _news.AddFeedAsync("lab.example", isRead: false);
        await _news.ReadAsync(feed, [.. Enumerable.Range(1, stories).Select(number => _news.Entry($"Story number {number}"))]);
        var trials = new FilterTrials(
            new SubscriptionPreview(_news.Database, new ServerFilters(_news.Database)),
            _news.Stories,
            _news.Time
        );

        var reply = await trials.CreateAsync(
            StoryFilter.TryParse("number", out _)!,
            new Subscription { ServerId = NewsStorage.Here, ChannelId = "10" },
            FilterTrials.Followed,
            "button",
            cancellationToken: TestContext.Current.CancellationToken
        );

        var card = Assert.IsType<Reply.Show>(reply).Card;
        Assert.Contains(said, string.Join('\n', card.Blocks.Select(block => block.Markdown)), StringComparison.Ordinal);
    }
}
