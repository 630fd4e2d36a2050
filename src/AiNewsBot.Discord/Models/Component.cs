using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AiNewsBot.Discord.Models;

/// <summary>A part of a message in Discord's second layout system (Components V2). Each says first which of the
/// protocol's types it is.</summary>
[JsonConverter(typeof(ComponentConverter))]
public abstract partial record Component
{
    private Component() { }

    /// <summary>Markdown.</summary>
    /// <param name="Content">All texts of a message have at most 4,000 characters together.</param>
    public sealed record Text(string Content) : Component;

    /// <summary>A box with a coloured edge.</summary>
    /// <param name="Children">What is in it.</param>
    /// <param name="AccentColor">RGB; null for none.</param>
    public sealed record Container(ImmutableArray<Component> Children, int? AccentColor = null) : Component;

    /// <summary>A line or a gap.</summary>
    public sealed record Separator(bool IsLine = true) : Component;

    /// <summary>Up to five buttons, or one menu.</summary>
    public sealed record Row(ImmutableArray<Component> Children) : Component;

    /// <summary>One to three texts with something beside them.</summary>
    /// <param name="Texts">The texts.</param>
    /// <param name="Accessory">A <see cref="Button"/> or a <see cref="Thumbnail"/>.</param>
    public sealed record Section(ImmutableArray<Text> Texts, Component Accessory) : Component;

    /// <summary>A small picture beside a section.</summary>
    /// <param name="Url">An address, or attachment://name.</param>
    /// <param name="Description">The text alternative, at most 1,024 characters.</param>
    public sealed record Thumbnail(string Url, string Description) : Component;

    /// <summary>An attached file, to download.</summary>
    /// <param name="Url">As attachment://name.</param>
    public sealed record File(string Url) : Component;

    /// <summary>Up to ten pictures, by address or as attachment://name.</summary>
    public sealed record Gallery(ImmutableArray<Picture> Pictures) : Component;

    /// <summary>A picture of a gallery.</summary>
    /// <param name="Url">An address, or attachment://name.</param>
    /// <param name="Description">The text alternative, at most 1,024 characters.</param>
    public sealed record Picture(string Url, string Description) : Component;
}
