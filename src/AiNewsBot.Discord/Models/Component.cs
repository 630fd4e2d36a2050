using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AiNewsBot.Discord.Models;

/// <summary>A part of a message in Discord's second layout system (Components V2). The numbers are the protocol's types.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Row), 1)]
[JsonDerivedType(typeof(Button), 2)]
[JsonDerivedType(typeof(StringSelect), 3)]
[JsonDerivedType(typeof(TextInput), 4)]
[JsonDerivedType(typeof(RoleSelect), 6)]
[JsonDerivedType(typeof(ChannelSelect), 8)]
[JsonDerivedType(typeof(Section), 9)]
[JsonDerivedType(typeof(Text), 10)]
[JsonDerivedType(typeof(Thumbnail), 11)]
[JsonDerivedType(typeof(Gallery), 12)]
[JsonDerivedType(typeof(File), 13)]
[JsonDerivedType(typeof(Separator), 14)]
[JsonDerivedType(typeof(Container), 17)]
[JsonDerivedType(typeof(Field), 18)]
public abstract partial record Component
{
    private Component() { }

    /// <summary>Markdown.</summary>
    /// <param name="Content">All texts of a message have at most 4,000 characters together.</param>
    public sealed record Text(string Content) : Component;

    /// <summary>A box with a coloured edge.</summary>
    /// <param name="Children">What is in it.</param>
    /// <param name="AccentColor">RGB; null for none.</param>
    public sealed record Container([property: JsonPropertyName("components")] ImmutableArray<Component> Children, int? AccentColor = null)
        : Component;

    /// <summary>A line or a gap.</summary>
    public sealed record Separator([property: JsonPropertyName("divider")] bool IsLine = true) : Component;

    /// <summary>Up to five buttons, or one menu.</summary>
    public sealed record Row([property: JsonPropertyName("components")] ImmutableArray<Component> Children) : Component;

    /// <summary>One to three texts with something beside them.</summary>
    /// <param name="Texts">The texts.</param>
    /// <param name="Accessory">A <see cref="Button"/> or a <see cref="Thumbnail"/>.</param>
    public sealed record Section([property: JsonIgnore] ImmutableArray<Text> Texts, Component Accessory) : Component
    {
        // By their common type, with which their own is written.
        [JsonInclude]
        internal IEnumerable<Component> Components => Texts;
    }

    /// <summary>A small picture beside a section.</summary>
    /// <param name="Url">An address, or attachment://name.</param>
    /// <param name="Description">The text alternative, at most 1,024 characters.</param>
    public sealed record Thumbnail(
        [property: JsonPropertyName("media"), JsonConverter(typeof(MediaConverter))] string Url,
        string Description
    ) : Component;

    /// <summary>An attached file, to download.</summary>
    /// <param name="Url">As attachment://name.</param>
    public sealed record File([property: JsonPropertyName("file"), JsonConverter(typeof(MediaConverter))] string Url) : Component;

    /// <summary>Up to ten pictures, by address or as attachment://name.</summary>
    public sealed record Gallery([property: JsonPropertyName("items")] ImmutableArray<Picture> Pictures) : Component;

    /// <summary>A picture of a gallery.</summary>
    /// <param name="Url">An address, or attachment://name.</param>
    /// <param name="Description">The text alternative, at most 1,024 characters.</param>
    public sealed record Picture(
        [property: JsonPropertyName("media"), JsonConverter(typeof(MediaConverter))] string Url,
        string Description
    ) : Component;
}
