using System.Collections.Immutable;
using AiNewsBot.Chat.Cards;
using AiNewsBot.News.Rendering;
using AiNewsBot.Outbox;

namespace AiNewsBot.News.Digests;

/// <summary>Digests as people see them.</summary>
internal static class DigestCards
{
    private const int Accent = 0x5B6B7C;

    /// <summary>How many characters the stories of one message may take, so that the card's own limit is never met.</summary>
    public const int MaxTextLength = 3500;

    private const int MaxSummaryLength = 140;

    /// <param name="look">How posts look there; null for as usual.</param>
    public static Card Create(ImmutableArray<StoryView> stories, DigestPayload part, string marker, string? mention, PostLook? look = null)
    {
        look ??= PostLook.Usual;
        var writer = new CardWriter(Accent);
        if (mention is not null)
            writer.Add(Mentions.Role(mention));
        writer.Add($"### {Markdown.Escape(part.Title)}{(part.Count > 1 ? $" ({part.Number} of {part.Count})" : "")}");
        writer.Add(
            [.. stories.Select(story => look.IsTitleAlone ? StoryCards.LineOf(story) : LineOf(story))],
            count => $"-# and {count} more",
            isApart: true
        );
        writer.AddButton(marker, "Why this?");
        return StoryPictures.AddFirst(writer.ToCard(), stories, look);
    }

    // A story with its first sentence.
    private static string LineOf(StoryView story)
    {
        var line = StoryCards.LineOf(story);
        return PostText.FirstSentences(story.Item, MaxSummaryLength) is { } summary
            ? line.Replace("\n  -# ", $"\n  {Markdown.Escape(summary)}\n  -# ", StringComparison.Ordinal)
            : line;
    }

    /// <summary>Cuts a digest into messages: each story whole, in order.</summary>
    public static ImmutableArray<ImmutableArray<StoryView>> Split(ImmutableArray<StoryView> stories)
    {
        var parts = ImmutableArray.CreateBuilder<ImmutableArray<StoryView>>();
        var part = ImmutableArray.CreateBuilder<StoryView>();
        var length = 0;
        foreach (var story in stories)
        {
            var line = LineOf(story).Length + 1;
            if (part.Count > 0 && length + line > MaxTextLength)
            {
                parts.Add(part.ToImmutable());
                part.Clear();
                length = 0;
            }

            part.Add(story);
            length += line;
        }

        if (part.Count > 0)
            parts.Add(part.ToImmutable());
        return parts.ToImmutable();
    }
}
