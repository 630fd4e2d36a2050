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

    public static Card Create(ImmutableArray<StoryView> stories, DigestPayload part, string marker, string? mention)
    {
        var writer = new CardWriter(Accent);
        if (mention is not null)
            writer.Add(Mentions.Role(mention));
        writer.Add($"### {Markdown.Escape(part.Title)}{(part.Count > 1 ? $" ({part.Number} of {part.Count})" : "")}");
        writer.Add([.. stories.Select(StoryCards.LineOf)], count => $"-# and {count} more", isApart: true);
        writer.AddButton(marker, "Why this?");
        return writer.ToCard();
    }

    /// <summary>Cuts a digest into messages: each story whole, in order.</summary>
    public static ImmutableArray<ImmutableArray<StoryView>> Split(ImmutableArray<StoryView> stories)
    {
        var parts = ImmutableArray.CreateBuilder<ImmutableArray<StoryView>>();
        var part = ImmutableArray.CreateBuilder<StoryView>();
        var length = 0;
        foreach (var story in stories)
        {
            var line = StoryCards.LineOf(story).Length + 1;
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
