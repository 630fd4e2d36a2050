using System.Collections.Immutable;

namespace AiNewsBot.Discord.Messages;

/// <summary>A part of a message in Discord's second layout system (Components V2).</summary>
public abstract record Component
{
    private Component()
    {
    }

    /// <summary>Markdown.</summary>
    /// <param name="Content">All texts of a message have at most 4,000 characters together.</param>
    public sealed record Text(string Content) : Component;

    /// <summary>A box with a coloured edge.</summary>
    /// <param name="Children">What is in it.</param>
    /// <param name="AccentColor">RGB; null for none.</param>
    public sealed record Container(ImmutableArray<Component> Children, int? AccentColor = null) : Component;

    /// <summary>A line or a gap.</summary>
    public sealed record Separator(bool IsLine = true) : Component;

    /// <summary>Up to five buttons.</summary>
    public sealed record Row(ImmutableArray<Button> Buttons) : Component;

    /// <summary>A button: with an id that comes back, or an address that it opens.</summary>
    /// <param name="Label">At most 80 characters.</param>
    /// <param name="CustomId">1 to 100 characters, unique in the message.</param>
    /// <param name="Url">At most 512 characters.</param>
    /// <param name="Style">Its look.</param>
    public sealed record Button(string Label, string? CustomId = null, string? Url = null, ButtonStyle Style = ButtonStyle.Secondary) : Component;

    /// <summary>Up to ten pictures, by address or as attachment://name.</summary>
    public sealed record Gallery(ImmutableArray<Picture> Pictures) : Component;

    /// <summary>A picture of a gallery.</summary>
    /// <param name="Url">An address, or attachment://name.</param>
    /// <param name="Description">The text alternative, at most 1,024 characters.</param>
    public sealed record Picture(string Url, string Description) : Component;
}
