using System.Text.RegularExpressions;
using AiNewsBot.Answering;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Feeds;
using AiNewsBot.News.Items;
using AiNewsBot.News.Rendering;
using AiNewsBot.Tests.Harness;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.News.Rendering;

/// <summary>Any content of a feed is shown as text: no mention, no format, no link but
/// the story's own, and never more than a message holds.</summary>
public sealed partial class StoryCardTests : IAsyncLifetime
{
    private RunningBot? _bot;

    private StoryCards Cards => _bot!.Services.GetRequiredService<StoryCards>();

    [Theory]
    [InlineData("@everyone @here <@1> <@&2> <#3> <:x:4>")]
    [InlineData("**bold** __under__ ~~gone~~ ||spoiler|| `code` ```\nblock\n```")]
    [InlineData("# Title\n## Second\n-# small\n- list\n1. one\n> quote\n>>> all")]
    [InlineData("[click](https://evil.test) <https://evil.test> https://evil.test")]
    [InlineData("](https://evil.test) [a](<https://evil.test>)")]
    [InlineData("\\@everyone \\\\@everyone \\[x](https://evil.test)")]
    [InlineData("a\u202Eb\u0000c\u200Bd")]
    [InlineData("<t:0:R> </ask:1> <id:customize>")]
    [InlineData(" + https://evil.test`1.)`a\n>")]
    [InlineData("a\n + b\n  - c\n\t12. d\n\u2028- e")]
    public void Feed_text_with_Markdown_stays_text(string text) => AssertHarmless(text);

    [Fact]
    public void Any_feed_text_stays_text()
    {
        var piece = Gen.Elements(
            "@everyone",
            "<@1>",
            "<@&1>",
            "[",
            "]",
            "(",
            ")",
            "<",
            ">",
            "https://evil.test",
            "*",
            "_",
            "`",
            "~",
            "|",
            "\\",
            "#",
            "-",
            "+",
            "1.",
            "\n",
            " ",
            ":",
            "a",
            "\u200B",
            "\uD83D\uDE00",
            "\uD83D",
            ">>>",
            "-# "
        );
        var texts = Gen.ListOf(piece).Select(pieces => string.Concat(pieces));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(texts.ToArbitrary(), (string text) => AssertHarmless(text)));
    }

    [Fact]
    public void Card_of_any_story_fits_into_a_message()
    {
        var stars = new string('*', 300);
        var item = Item(stars) with
        {
            Summary = string.Concat(Enumerable.Repeat("*_[](", 400)),
            Link = $"https://news.test/{new string('a', 1900)}",
        };

        foreach (var kind in Enum.GetValues<ItemKind>())
        {
            var card = Cards.Create(
                new StoryView(
                    item with
                    {
                        Kind = kind,
                    },
                    [
                        .. Enumerable
                            .Range(0, 9)
                            .Select(number => ($"{stars}{number}", (string?)$"https://other.test/{new string('b', 1900)}")),
                    ],
                    ["grok-1"]
                ),
                "news-why:1",
                "7"
            );

            Assert.InRange(card.Blocks.Sum(block => block.Markdown.Length), 1, Card.MaxTextLength);
            Assert.True(card.Blocks.Length >= 3);
        }
    }

    public async ValueTask InitializeAsync()
    {
        _bot = await RunningBot.StartAsync();
        await _bot.Services.GetRequiredService<SnapshotHolder>().Loaded;
    }

    public async ValueTask DisposeAsync()
    {
        if (_bot is not null)
            await _bot.DisposeAsync();
    }

    private static NewsItem Item(string title) =>
        new()
        {
            Id = 1,
            Title = title,
            DatedAt = 1_700_000_000_000,
            FirstSeenAt = 1_700_000_000_000,
            Revision = 1,
        };

    private void AssertHarmless(string text)
    {
        var title = string.IsNullOrWhiteSpace(text) ? "x" : text;
        var item = Item(title) with { Summary = text, Link = "https://news.test/1" };
        var details = new ItemDetails
        {
            Text = new FormattedText([new TextBlock(TextBlockKind.Paragraph, [new TextSpan($"{title}c")])]),
            Author = $"{title}a",
            Categories = [title, $"{title}b"],
        };
        AssertHarmless(item, title);
        AssertHarmless(item with { DetailsJson = ItemDetailsJson.Write(details) }, title);
        AssertHarmless(item with { DetailsJson = ItemDetailsJson.Write(details with { IsUntitled = true }) }, title);
    }

    private void AssertHarmless(NewsItem item, string name)
    {
        var story = new StoryView(item, [(name, "https://news.test/1"), (name, "https://other.test/1")], []);
        foreach (
            var block in Cards.Create(story, "news-why:1", null).Blocks.Select(block => block.Markdown).Append(StoryCards.LineOf(story))
        )
        {
            // What the bot itself writes is taken away: its links, its times, the marks
            // at the beginnings of its lines. All else is escaped.
            var left = OwnTimes().Replace(OwnMarks().Replace(block, ""), "");
            left = OwnLinkEnds().Replace(Escapes().Replace(left, "x"), "");
            Assert.DoesNotMatch(Active(), left.Replace("[", "", StringComparison.Ordinal));
            Assert.Equal(left.Count(character => character == '['), OwnLinkEnds().Count(Escapes().Replace(block, "x")));
        }
    }

    [GeneratedRegex(@"\]\(<https://(news|other)\.test/1>\)")]
    private static partial Regex OwnLinkEnds();

    [GeneratedRegex(@"<t:1700000000:[fR]>")]
    private static partial Regex OwnTimes();

    [GeneratedRegex(@"\\.", RegexOptions.Singleline)]
    private static partial Regex Escapes();

    [GeneratedRegex(@"^(### |-# |- |  -# )", RegexOptions.Multiline)]
    private static partial Regex OwnMarks();

    [GeneratedRegex(@"[@*_`~|\]<>#]|https?:|^\s*[-+] |^\s*\d+\. ", RegexOptions.Multiline)]
    private static partial Regex Active();
}
