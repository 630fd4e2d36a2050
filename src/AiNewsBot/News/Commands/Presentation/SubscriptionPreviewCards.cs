using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Digests;
using AiNewsBot.News.Rendering;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Outbox;
using AiNewsBot.Outbox.Delivery;

namespace AiNewsBot.News.Commands.Presentation;

/// <summary>What a subscription posts, as an ephemeral reply.</summary>
internal sealed class SubscriptionPreviewCards(
    DigestWriter digests,
    DigestContents contents,
    StoryReader stories,
    StoryCards cards,
    SubscriptionPreview matches,
    TimeProvider time
)
{
    private const int MaxCount = 10;

    private static ChatTexts Texts => ChatTexts.Current;

    /// <summary>What it would post now: its latest story, or its next digest.</summary>
    public async Task<Reply> CreateAsync(Subscription one, CancellationToken cancellationToken = default)
    {
        if (one.Cadence == Cadence.Instant)
        {
            return
                await matches.LatestAsync(one, 1, cancellationToken) is [{ } latest]
                && await stories.ReadAsync(latest, one.ServerId, cancellationToken) is { } story
                ? new Reply.Show(cards.Create(story, $"{OutboxRow.MarkerAction}:0", one.Mention, PostRenderer.LookOf(one)), IsPrivate: true)
                : Replies.Ephemeral(Texts["preview.nothing"]);
        }

        var waiting = await digests.WaitingAsync(one, cancellationToken);
        var shown = await stories.ReadAsync(
            waiting.Count > 0 ? waiting : await matches.LatestAsync(one, MaxCount, cancellationToken),
            one.ServerId,
            cancellationToken
        );
        var now = time.GetUtcNow();
        var changes = await contents.ChangesAsync(
            one,
            one.Cadence == Cadence.Weekly ? one.DigestedTo ?? one.CreatedAt : null,
            now.ToUnixTimeMilliseconds(),
            cancellationToken
        );
        if (shown.IsEmpty && changes.IsEmpty)
            return Replies.Ephemeral(Texts["preview.no_digest"]);
        var groups = await contents.GroupAsync(shown, one.ServerId, cancellationToken);
        var parts = DigestCards.Split(groups, !changes.IsEmpty);
        var card = DigestCards.Create(
            await contents.GroupAsync(parts[0], one.ServerId, cancellationToken),
            parts.Length == 1 ? changes : [],
            new DigestPayload(1, parts.Length, DigestWriter.TitleOf(one, now), []),
            $"{OutboxRow.MarkerAction}:0",
            one.Mention,
            PostRenderer.LookOf(one)
        );
        var note = waiting.Count > 0 ? Texts.Count("preview.waiting", waiting.Count) : Texts["preview.older"];
        return new Reply.Show(card with { Blocks = [.. card.Blocks, new CardBlock($"-# {note}")] }, IsPrivate: true);
    }
}
