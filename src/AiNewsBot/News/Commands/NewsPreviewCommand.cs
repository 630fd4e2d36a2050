using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.News.Digests;
using AiNewsBot.News.Rendering;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Delivery;

namespace AiNewsBot.News.Commands;

/// <summary>/news preview: what a subscription would post now, as an ephemeral reply.</summary>
internal sealed class NewsPreviewCommand(
    SubscriptionChoice choice,
    DigestWriter digests,
    StoryReader stories,
    StoryCards cards,
    SubscriptionPreview matches,
    TimeProvider time
) : Command
{
    private const int MaxCount = 10;

    public override CommandDefinition Definition { get; } =
        new("news preview", "See what a subscription posts, without posting it", SubscriptionChoice.Option);

    public override bool IsPrivate(Request request) => true;

    public override Task<ImmutableArray<OptionChoice>> CompleteAsync(Request request) => choice.CompleteAsync(request);

    public override AccessRule GetAccess(Request request) => AccessRule.For(Permission.News);

    public override async ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var server = request.Caller.Server!;
        return await choice.FindAsync(request, server) is { } one ? await PreviewAsync(one) : SubscriptionChoice.None;
    }

    /// <summary>What a subscription posts.</summary>
    public async Task<Reply> PreviewAsync(Subscription one)
    {
        if (one.Cadence == Cadence.Instant)
        {
            return await matches.LatestAsync(one, 1) is [{ } latest] && await stories.ReadAsync(latest, one.ServerId) is { } story
                ? new Reply.Show(cards.Create(story, $"{OutboxRow.MarkerAction}:0", one.Mention, PostRenderer.LookOf(one)), IsPrivate: true)
                : Replies.Ephemeral("Nothing that came in so far would have been posted by this subscription.");
        }

        var waiting = await digests.WaitingAsync(one);
        var shown = await stories.ReadAsync(waiting.Count > 0 ? waiting : await matches.LatestAsync(one, MaxCount), one.ServerId);
        if (shown.IsEmpty)
            return Replies.Ephemeral(
                "Nothing waits for the next digest, and nothing that came in so far would have been in one. An empty digest is not posted."
            );
        var parts = DigestCards.Split(shown);
        var card = DigestCards.Create(
            parts[0],
            new DigestPayload(1, parts.Length, DigestWriter.TitleOf(one, time.GetUtcNow()), []),
            $"{OutboxRow.MarkerAction}:0",
            one.Mention,
            PostRenderer.LookOf(one)
        );
        var note =
            waiting.Count > 0
                ? $"-# {Quantity.Format(waiting.Count, "story waits", "stories wait")} for the next digest."
                : "-# Nothing waits for the next digest: these are older stories, as an example.";
        return new Reply.Show(card with { Blocks = [.. card.Blocks, new CardBlock(note)] }, IsPrivate: true);
    }
}
