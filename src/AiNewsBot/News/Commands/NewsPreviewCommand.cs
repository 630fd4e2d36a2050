using System.Collections.Immutable;
using AiNewsBot.Cards;
using AiNewsBot.Commands;
using AiNewsBot.News.Digests;
using AiNewsBot.News.Outbox;
using AiNewsBot.News.Rendering;
using AiNewsBot.News.Subscriptions;
using AiNewsBot.Servers;
using AiNewsBot.Transport;

namespace AiNewsBot.News.Commands;

/// <summary>/news preview: what a subscription would post now, to whoever asks alone.</summary>
internal sealed class NewsPreviewCommand(Gate gate, SubscriptionChoice choice, DigestWriter digests, StoryReader stories, StoryCards cards, SubscriptionMatches matches, TimeProvider time) : Command
{
    private const int Most = 10;

    public override CommandDefinition Definition { get; } = new("news preview", "See what a subscription posts, without posting it", SubscriptionChoice.Option);

    public override bool IsPrivate(Request request) => true;

    public override ImmutableArray<Suggestion> Complete(Request request) => choice.Complete(request);

    public override ValueTask<Reply> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        var (server, refusal) = gate.Enter(request, Power.News);
        if (refusal is not null)
            return ValueTask.FromResult(refusal);
        return ValueTask.FromResult(choice.Find(request, server!.Id) is { } one ? Preview(one) : SubscriptionChoice.None);
    }

    private Reply Preview(Subscription one)
    {
        if (one.Cadence == Cadence.Instant)
        {
            return matches.Latest(one, 1) is [{ } latest] && stories.Read(latest, one.ServerId) is { } story
                ? new Reply.Show(cards.Of(story, $"{OutboxRow.MarkerAction}:0", one.Mention), IsPrivate: true)
                : Answered.Say("Nothing that came in so far would have been posted by this subscription.");
        }

        var waiting = digests.Waiting(one);
        var shown = stories.Read(waiting.Count > 0 ? waiting : matches.Latest(one, Most), one.ServerId);
        if (shown.IsEmpty)
            return Answered.Say("Nothing waits for the next digest, and nothing that came in so far would have been in one. An empty digest is not posted.");
        var parts = DigestCards.Split(shown);
        var card = DigestCards.Of(parts[0], new DigestPart(1, parts.Length, DigestWriter.TitleOf(one, time.GetUtcNow()), []), $"{OutboxRow.MarkerAction}:0", one.Mention);
        var note = waiting.Count > 0 ? $"-# {waiting.Count} stories wait for the next digest." : "-# Nothing waits for the next digest: these are older stories, as an example.";
        return new Reply.Show(card with { Blocks = [.. card.Blocks, new CardBlock(note)] }, IsPrivate: true);
    }
}
