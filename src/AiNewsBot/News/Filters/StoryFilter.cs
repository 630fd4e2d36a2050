using System.Collections.Immutable;
using AiNewsBot.Chat;

namespace AiNewsBot.News.Filters;

/// <summary>
/// Which stories a subscription posts, as moderators write it: <c>llama -"press release" (title:licen* or category:law)</c>.
/// </summary>
internal sealed class StoryFilter
{
    /// <summary>In characters, as it is written.</summary>
    public const int MaxLength = 400;

    private readonly FilterNode _root;

    private StoryFilter(string text, FilterNode root) => (Text, _root) = (text, root);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>The same in words: “llama” and not “press release”.</summary>
    public string Description => _root.Describe();

    /// <summary>What must be there and what must not, each by itself: <c>+llama</c>, <c>-"press release"</c>.</summary>
    public ImmutableArray<string> Chips =>
        [
            .. (_root is FilterNode.All { Parts: var parts } ? parts : [_root]).Select(part =>
                part switch
                {
                    FilterNode.Not => part.Format(),
                    FilterNode.Any or FilterNode.All => $"+({part.Format()})",
                    _ => $"+{part.Format()}",
                }
            ),
        ];

    public bool Matches(FilterSubject story) => _root.Matches(story);

    /// <summary>Reads a filter; null, with why, where the text cannot be read as one.</summary>
    public static StoryFilter? TryParse(string text, out Refusal? fault)
    {
        fault = null;
        var trimmed = text.Trim();
        if (trimmed.Length is 0 or > MaxLength)
            fault = new Refusal(RefusalCode.FilterLength, $"{MaxLength}");
        else if (new FilterParser(trimmed).Parse(out fault) is { } root)
            return new StoryFilter(trimmed, root);
        return null;
    }

    /// <summary>A filter that was kept; null where there is none.</summary>
    public static StoryFilter? From(string? kept) => kept is null ? null : TryParse(kept, out _);
}
