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

    /// <param name="changes">Lines on what became more or less open, below the stories.</param>
    /// <param name="look">How posts look there; null for as usual.</param>
    public static Card Create(
        ImmutableArray<DigestGroup> groups,
        ImmutableArray<string> changes,
        DigestPayload part,
        string marker,
        string? mention,
        PostLook? look = null
    )
    {
        look ??= PostLook.Usual;
        var writer = new CardWriter(Accent);
        if (mention is not null)
            writer.Add(Mentions.Role(mention));
        writer.Add($"### {Markdown.Escape(part.Title)}{(part.Count > 1 ? $" ({part.Number} of {part.Count})" : "")}");
        writer.Add([.. groups.SelectMany(group => LinesOf(group, look.IsTitleAlone))], count => $"-# and {count} more", isApart: true);
        if (!changes.IsEmpty)
            writer.Add(["### What became more or less open", .. changes], count => $"-# and {count} more", isApart: true);
        writer.AddButton(marker, "Why this?");
        return StoryPictures.AddFirst(writer.ToCard(), groups.SelectMany(group => group.Stories), look);
    }

    /// <summary>Cuts a digest into messages: each story whole, in order.</summary>
    /// <param name="hasChanges">Whether the last one must have room for what became more or less open.</param>
    public static ImmutableArray<ImmutableArray<StoryView>> Split(ImmutableArray<DigestGroup> groups, bool hasChanges = false)
    {
        var parts = ImmutableArray.CreateBuilder<ImmutableArray<StoryView>>();
        var part = ImmutableArray.CreateBuilder<StoryView>();
        var length = 0;
        foreach (var group in groups)
        {
            var heading = (group.Heading?.Length ?? 0) * 2 + 6;
            length += heading;
            foreach (var story in group.Stories)
            {
                var line = LineOf(story).Length + 1;
                if (part.Count > 0 && length + line > MaxTextLength)
                {
                    Close();
                    length = heading;
                }

                part.Add(story);
                length += line;
            }
        }

        if (part.Count > 0)
            Close();
        if (hasChanges && (parts.Count == 0 || length > MaxTextLength - OpennessLines.MaxLength))
            parts.Add([]);
        return parts.ToImmutable();

        void Close()
        {
            parts.Add(part.ToImmutable());
            part.Clear();
        }
    }

    private static IEnumerable<string> LinesOf(DigestGroup group, bool isTitleAlone) =>
        group
            .Stories.Select(story => isTitleAlone || story.IsTitleAlone ? StoryCards.LineOf(story) : LineOf(story))
            .Select((line, index) => index == 0 && group.Heading is { } heading ? $"**{Markdown.Escape(heading)}**\n{line}" : line);

    // A story with its first sentence.
    private static string LineOf(StoryView story)
    {
        var line = StoryCards.LineOf(story);
        return PostText.FirstSentences(story.Item, MaxSummaryLength) is { } summary
            ? line.Replace("\n  -# ", $"\n  {Markdown.Escape(summary)}\n  -# ", StringComparison.Ordinal)
            : line;
    }
}
