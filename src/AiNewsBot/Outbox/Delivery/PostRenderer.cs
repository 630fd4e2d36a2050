using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AiNewsBot.Answering;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Posting;
using AiNewsBot.News.Digests;
using AiNewsBot.News.Rendering;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.Outbox.Delivery;

/// <summary>What a row of the outbox looks like in its channel.</summary>
internal sealed class PostRenderer(StoryReader stories, StoryCards cards, SubscriptionStore subscriptions)
{
    /// <summary>The post; null where what it should show is no longer there.</summary>
    /// <param name="plain">Without anything that could be wrong with it: after the chat has found fault with the whole.</param>
    public RenderedPost? Render(OutboxRow row, bool plain = false)
    {
        var subscription = row.SubscriptionId is { } id ? subscriptions.Find(id) : null;
        var marker = row.Nonce is null ? "" : row.Marker;
        var mention =
            row.Kind == OutboxRow.Digest && row.Part?.StartsWith("1/", StringComparison.Ordinal) != true ? null : subscription?.Mention;
        switch (row.Kind)
        {
            case OutboxRow.Notice:
                return Create(
                    new CardWriter(VerdictStyle.Accent(null)).Add(row.Part ?? "").AddButton(marker, "News").ToCard(),
                    "News",
                    null,
                    null,
                    null
                );
            case OutboxRow.Digest:
                var digest = DigestPart.Parse(row.Part ?? "");
                var told = stories.ReadDigest(row.Id, digest.Items, subscription?.ServerId);
                return told.IsEmpty
                    ? null
                    : Create(DigestCards.Create(told, digest, marker, mention), digest.Title, mention, subscription?.Tag, null);
            default:
                if (row.ItemId is not { } item || stories.Read(item, row.ServerId ?? subscription?.ServerId) is not { } story)
                    return null;
                if (plain)
                    story = story with { Item = story.Item with { Summary = null, Link = null }, Sources = [], Subjects = [] };
                return Create(
                    cards.Create(story, marker, mention),
                    story.Item.Title,
                    mention,
                    row.Kind == OutboxRow.Post ? row.Part : subscription?.Tag,
                    story.Item.Revision
                );
        }
    }

    private static RenderedPost Create(Card card, string title, string? mention, string? tag, long? revision) =>
        new(
            new ChannelPost(card)
            {
                Mentions = mention is null ? [] : [mention],
                Title = title,
                Tag = tag,
            },
            revision,
            ShownOf(card)
        );

    // By it an edit that would show the same is spared.
    private static string ShownOf(Card card) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join('\n', card.Blocks.Select(block => block.Markdown))
                        + string.Create(CultureInfo.InvariantCulture, $"{card.Accent}")
                )
            )
        )[..16];
}
