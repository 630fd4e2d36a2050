using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Posting;
using AiNewsBot.News.Digests;
using AiNewsBot.News.Rendering;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.News.Templates;

namespace AiNewsBot.Outbox.Delivery;

/// <summary>What a row of the outbox looks like in its channel.</summary>
internal sealed class PostRenderer(
    StoryReader stories,
    StoryCards cards,
    StoryTemplates templates,
    DigestContents contents,
    PictureUploads uploads,
    PostPictures pictures,
    SubscriptionStore subscriptions,
    ChannelCache channels
)
{
    /// <summary>The post; null where what it should show is no longer there.</summary>
    public async Task<RenderedPost?> RenderAsync(OutboxRow row, CancellationToken cancellationToken = default)
    {
        var subscription = row.SubscriptionId is { } id ? await subscriptions.FindAsync(id, cancellationToken) : null;
        return await RenderAsync(row, subscription, cancellationToken) is { } rendered
            ? rendered with
            {
                Post = rendered.Post with
                {
                    Card = await uploads.AttachAsync(rendered.Post.Card, cancellationToken),
                    Sender = SenderOf(row, subscription),
                },
            }
            : null;
    }

    // What was tried once, under whichever name, is sent again and edited in the same way: it is looked for in the same way, too.
    private static PostSender? SenderOf(OutboxRow row, Subscription? subscription) =>
        (row.Attempts > 0 ? row.WebhookId : subscription?.WebhookId) is not { } webhook ? null
        : row.IsPlain ? new PostSender(webhook, null, null)
        : new PostSender(webhook, subscription?.SenderName, subscription?.SenderPicture);

    private async Task<RenderedPost?> RenderAsync(OutboxRow row, Subscription? subscription, CancellationToken cancellationToken)
    {
        var marker = row.Nonce is null ? "" : row.Marker;
        switch (row.Payload)
        {
            case NoticePayload notice:
                return Create(
                    new CardWriter(VerdictStyle.Accent(null)).Add(notice.Text).AddButton(marker, "News").ToCard(),
                    "News",
                    null,
                    null,
                    null
                );
            case DigestPayload digest:
                var mention = digest.IsFirst ? subscription?.Mention : null;
                var told = await stories.ReadDigestAsync(row.Id, digest.Items, subscription?.ServerId, cancellationToken);
                var changes = await contents.ChangesAsync(subscription, digest.ChangesSince, row.CreatedAt, cancellationToken);
                return told.IsEmpty && changes.IsEmpty
                    ? null
                    : Create(
                        WithStop(
                            DigestCards.Create(
                                await contents.GroupAsync(told, subscription?.ServerId, cancellationToken),
                                changes,
                                digest,
                                marker,
                                mention,
                                await LookOfAsync(row, subscription, told, cancellationToken)
                            ),
                            subscription
                        ),
                        digest.Title,
                        mention,
                        subscription?.Tag,
                        null
                    );
            case PostPayload post:
                return await RenderStoryAsync(row, subscription, marker, post.Tag, cancellationToken);
            default:
                return await RenderStoryAsync(row, subscription, marker, subscription?.Tag, cancellationToken);
        }
    }

    private async Task<RenderedPost?> RenderStoryAsync(
        OutboxRow row,
        Subscription? subscription,
        string marker,
        string? tag,
        CancellationToken cancellationToken
    )
    {
        if (
            row.ItemId is not { } item
            || await stories.ReadAsync(item, row.ServerId ?? subscription?.ServerId, cancellationToken) is not { } story
        )
            return null;
        if (row.IsPlain)
            story = story with
            {
                Item = story.Item with { Summary = null, Link = null, DetailsJson = null },
                Sources = [],
                Subjects = [],
                Icon = null,
            };
        var mention = subscription?.Mention;
        var card = cards.Create(story, marker, mention, await LookOfAsync(row, subscription, [story], cancellationToken));
        if (row is { Payload: PostPayload, IsPlain: false })
            card = await pictures.AddToAsync(card, story.Item, cancellationToken);
        return Create(
            WithStop(card, subscription),
            row.IsPlain ? story.Item.Title : templates.ThreadTitle(story, subscription?.ThreadTitle),
            mention,
            tag,
            story.Item.Revision,
            templates.Tags(story, subscription?.ThreadTags)
        );
    }

    // Who gets it in their direct messages can end that at once.
    private static Card WithStop(Card card, Subscription? subscription) =>
        subscription?.UserId is null
            ? card
            : card with
            {
                Buttons = [.. card.Buttons, new CardButton(ButtonId.Format(PersonalFollows.StopAction, ""), "Stop")],
            };

    // Whether a channel is age-restricted may have changed since it was looked at: it is asked for where that matters.
    private async Task<PostLook> LookOfAsync(
        OutboxRow row,
        Subscription? subscription,
        IEnumerable<StoryView> shown,
        CancellationToken cancellationToken
    ) =>
        LookOf(subscription) with
        {
            IsAgeRestricted =
                shown.Any(story => story.IsExplicit || story.Item.Details.IsExplicit)
                && (await channels.FindAsync(row.ChannelId, cancellationToken, refresh: true)).Channel is { IsAgeRestricted: true },

            // What Discord rejected whole is sent without its texts and pictures.
            HasPictures = !row.IsPlain && subscription?.HasPictures != false,
            IsTitleAlone = row.IsPlain || subscription is { Content: PostContent.Title, Template: null },
            Template = row.IsPlain ? null : PostTemplate.From(subscription?.Template),
        };

    /// <summary>How the posts of a subscription look, in any channel.</summary>
    public static PostLook LookOf(Subscription? subscription) =>
        subscription is null
            ? PostLook.Usual
            : new PostLook
            {
                IsTitleAlone = subscription is { Content: PostContent.Title, Template: null },
                Template = PostTemplate.From(subscription.Template),
                HasPictures = subscription.HasPictures,
                MaxLength = subscription.MaxLength,
            };

    private static RenderedPost Create(
        Card card,
        string title,
        string? mention,
        string? tag,
        long? revision,
        ImmutableArray<string> tags = default
    ) =>
        new(
            new ChannelPost(card)
            {
                Mentions = mention is null ? [] : [mention],
                Title = title,
                Tag = tag,
                OtherTags = tags.IsDefault ? [] : tags,
            },
            revision,
            ShownOf(card)
        );

    // By it an edit that would show the same is spared.
    private static string ShownOf(Card card) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join('\n', [.. card.Blocks.Select(block => block.Markdown), .. card.Images.Select(image => image.Url)])
                        + string.Create(CultureInfo.InvariantCulture, $"{card.Accent}")
                )
            )
        )[..16];
}
