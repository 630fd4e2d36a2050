using System.Collections.Immutable;
using System.Text;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Feeds;
using AiNewsBot.Feeds.Parsing;
using AiNewsBot.News.Rendering;
using AiNewsBot.Tests.Harness;
using DiscordSimulator.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.News.Rendering;

/// <summary>
/// Entries of all kinds as posts show them. <c>entries.txt</c> has what feeds say, <c>cards.txt</c> what readers see of it: with DRAW=1 it
/// is written again, and a page of all of them into the folder for temporary files, to be looked at before it is kept.
/// </summary>
public sealed class GoldenCardTests(BotFixture bot) : IClassFixture<BotFixture>
{
    private const string Feed = "Test Feed";

    internal static readonly ImmutableDictionary<string, string> Entries = Sections("entries.txt");

    public static TheoryData<string> Names => [.. Entries.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Entry_is_shown_as_it_should_be(string name) => Assert.Equal(Sections("cards.txt").GetValueOrDefault(name), CardOf(name));

    [Fact]
    public void Each_card_belongs_to_an_entry()
    {
        if (Environment.GetEnvironmentVariable("DRAW") == "1")
            File.WriteAllText(
                PathOf("cards.txt"),
                string.Concat(Entries.Keys.Order(StringComparer.Ordinal).Select(name => $"=== {name}\n{CardOf(name)}\n\n"))
            );

        Assert.Equal(Entries.Keys.Order(StringComparer.Ordinal), Sections("cards.txt").Keys.Order(StringComparer.Ordinal));
        Assert.True(Entries.Count >= 120);
    }

    [Fact]
    public async Task Each_card_is_a_message_that_Discord_takes()
    {
        const string channel = "200000000000000010";
        var discord = bot.Discord;
        discord.SimulatedChannels.Add(channel);
        var (poster, cards) = (bot.Services.GetRequiredService<IChannelPoster>(), bot.Services.GetRequiredService<StoryCards>());
        var page = new ChatPage();
        foreach (var name in Entries.Keys.Order(StringComparer.Ordinal))
        {
            var post = new ChannelPost(CardOf(Parse(Entries[name]), cards));
            var outcome = await poster.PostAsync(channel, post, null, TestContext.Current.CancellationToken);
            Assert.True(outcome.Result == PostResult.Done, $"{name}: {outcome.Reason}");
            page.Add(discord.SimulatedChannels.Posted.All[^1]);
        }

        if (Environment.GetEnvironmentVariable("DRAW") == "1")
            await File.WriteAllTextAsync(Path.Combine(Path.GetTempPath(), "cards.html"), $"{page}", TestContext.Current.CancellationToken);
        Assert.Empty(discord.Violations.All);
    }

    private string CardOf(string name) => TextOf(CardOf(Parse(Entries[name]), bot.Services.GetRequiredService<StoryCards>()));

    private static Card CardOf(FeedEntry entry, StoryCards cards) =>
        cards.Create(new StoryView(GoldenItems.From(entry), [(Feed, entry.Link)], []), "news-why:1", null);

    private static string TextOf(Card card)
    {
        var lines = card.Blocks.Select(block => block.Markdown).ToList();
        if (card.Thumbnail is { } thumbnail)
            lines.Insert(0, $"(beside: {thumbnail.Url}, “{thumbnail.Description}”)");
        lines.InsertRange(lines.Count - 1, card.Images.Select(image => $"(picture: {image.Url}, “{image.Description}”)"));
        lines.AddRange(card.Buttons.Where(button => button.Url is not null).Select(button => $"(button {button.Label}: {button.Url})"));
        return string.Join('\n', lines);
    }

    private static FeedEntry Parse(string entry)
    {
        var source = entry
            .Replace(
                "ZH",
                string.Concat(Enumerable.Repeat("这一句很长，用来填满卡片，直到超过八百个字符为止。", 40)),
                StringComparison.Ordinal
            )
            .Replace(
                "CODE",
                string.Join('\n', Enumerable.Range(1, 80).Select(number => $"line {number} = {number}")),
                StringComparison.Ordinal
            );
        var document =
            source[0] == '{' ? $"{{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"{Feed}\",\"items\":[{source}]}}"
            : source.StartsWith("<entry", StringComparison.Ordinal)
                ? $"<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>{Feed}</title>{source}</feed>"
            : $"<rss version=\"2.0\"><channel><title>{Feed}</title>{source}</channel></rss>";
        return Assert.Single(FeedParser.Parse(Encoding.UTF8.GetBytes(document), null, new Uri("https://late.test/feed")).Entries);
    }

    private static ImmutableDictionary<string, string> Sections(string file) =>
        File.ReadAllText(PathOf(file))
            .Split("=== ", StringSplitOptions.RemoveEmptyEntries)
            .ToImmutableDictionary(
                section => section[..section.IndexOf('\n')],
                section => section[(section.IndexOf('\n') + 1)..].Trim('\n')
            );

    private static string PathOf(string file) =>
        Path.Combine(RepositoryRoot.Path, "tests", "AiNewsBot.Tests", "News", "Rendering", "Golden", file);
}
