using System.Collections.Immutable;
using System.Text;
using AiNewsBot.Answering;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Feeds.Parsing;
using AiNewsBot.News.Digests;
using AiNewsBot.News.Items;
using AiNewsBot.News.Rendering;
using AiNewsBot.News.Templates;
using AiNewsBot.Outbox;
using AiNewsBot.Tests.News.Rendering;
using DiscordSimulator;
using DiscordSimulator.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Deployment;

/// <summary>The posts on the documentation's picture of news: as usual, by a template, and a weekly digest.</summary>
internal sealed class PicturedNews(FakeDiscord discord, IServiceProvider services)
{
    private const string Channel = "200000000000000010";
    private const string Template = "**{title}**\n{summary}\n-# {if verdict}{model}: {verdict}{else}{feed}{end} · {date}";
    private static readonly DateOnly Monday = new(2025, 8, 4);

    // What feeds say, the first line their name.
    private const string Entries = """
        Ai2
        <item><title>Olmo 3: the whole model flow, in the open</title><link>https://blog.ai2.test/olmo-3</link><author>Ai2</author>
        <enclosure url="https://blog.ai2.test/flow.png" type="image/png" length="90000"/>
        <description><![CDATA[<p>Not a checkpoint but <a href="https://data.ai2.test/dolma3">all that led to it</a> is published:</p>
        <ul><li>the data of each stage, <em>Dolma 3</em> first</li><li>the code, under Apache-2.0</li><li>logs and checkpoints</li></ul>
        <p>Read more</p>]]></description></item>
        ===
        Releases of llama.cpp
        <item><title>b6100</title><link>https://github.com/ggml-org/llama.cpp/releases/tag/b6100</link><author>ggerganov</author>
        <description><![CDATA[<h3>Changes</h3><ul><li>Read <b>gpt-oss</b> in MXFP4</li><li>Fix <code>--jinja</code> on Windows</li></ul>
        <pre>llama-server -hf ggml-org/gpt-oss-20b-GGUF</pre>]]></description></item>
        ===
        The Paper
        <item><title>OpenAI publishes gpt-oss-120b and gpt-oss-20b under Apache-2.0</title><link>https://paper.test/gpt-oss</link>
        <description><![CDATA[<p>The weights can be downloaded and used at work. The training data was not published.</p>]]></description>
        </item>
        """;

    /// <summary>Posts them, in this order.</summary>
    public async Task<IReadOnlyList<SimulatedMessage>> PostAsync()
    {
        discord.SimulatedChannels.Add(Channel);
        var (poster, cards) = (services.GetRequiredService<IChannelPoster>(), services.GetRequiredService<StoryCards>());
        ImmutableArray<StoryView> stories = [.. Entries.Split("\n===\n").Select(Read)];
        var look = PostLook.Usual with { Template = PostTemplate.From(Template) };
        foreach (
            var card in new[]
            {
                cards.Create(stories[0], "news-why:1", null),
                cards.Create(stories[1], "news-why:2", null),
                cards.Create(stories[2], "news-why:3", null, look),
                Digest(stories),
            }
        )
            await poster.PostAsync(Channel, new ChannelPost(card), null, TestContext.Current.CancellationToken);
        return discord.SimulatedChannels.MessagesIn(Channel);
    }

    private Card Digest(ImmutableArray<StoryView> stories)
    {
        var facts = services.GetRequiredService<SnapshotHolder>().Current.Facts;
        var changes = OpennessLines.Create(facts, OpennessChanges.Find(facts, Monday.AddDays(-1), Monday.AddDays(2), null));
        return DigestCards.Create(
            DigestGrouping.Create(stories, facts),
            changes,
            new DigestPayload(1, 1, "The week in open models", [.. stories.Select(story => story.Item.Id)]),
            "news-why:4",
            null,
            PostLook.Usual with
            {
                HasPictures = false,
            }
        );
    }

    private StoryView Read(string text, int index)
    {
        var (feed, entry) = (text[..text.IndexOf('\n')], text[(text.IndexOf('\n') + 1)..]);
        var document = $"<rss version=\"2.0\"><channel><title>{feed}</title>{entry}</channel></rss>";
        var item = GoldenItems.From(Assert.Single(FeedParser.Parse(Encoding.UTF8.GetBytes(document), null, null).Entries)) with
        {
            Id = index + 1,
        };
        var subjects = services.GetRequiredService<ItemTagger>().SubjectsOf(item.Title, item.Summary);
        return new StoryView(item, [(feed, item.Link)], subjects);
    }
}
