using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace AiNewsBot.Discord.Models;

/// <summary>An answer to an interaction.</summary>
public abstract record InteractionReply
{
    private InteractionReply() { }

    /// <summary>Runs once the answer was handed over, and is told whether Discord took it; null for nothing. Must not throw.</summary>
    [JsonIgnore]
    public Action<bool>? AfterSent { get; init; }

    /// <summary>A new message.</summary>
    public sealed record Send(OutgoingMessage Message) : InteractionReply;

    /// <summary>The message of the pressed button, changed.</summary>
    public sealed record Update(OutgoingMessage Message) : InteractionReply;

    /// <summary>A form to fill in; it must be the first answer, so its handler declares <see cref="Deferral.None"/>.</summary>
    /// <param name="CustomId">1 to 100 characters; it comes back with what was written.</param>
    /// <param name="Title">At most 45 characters.</param>
    /// <param name="Fields">1 to 5: <see cref="Component.Field"/>, or <see cref="Component.Text"/> between them.</param>
    public sealed record Form(string CustomId, string Title, [property: JsonPropertyName("components")] ImmutableArray<Component> Fields)
        : InteractionReply;

    /// <summary>Values for the option that is being typed; at most 25.</summary>
    public sealed record Autocomplete(ImmutableArray<Choice> Choices) : InteractionReply;

    /// <summary>A value that an option could take.</summary>
    /// <param name="Name">As people read it, 1 to 100 characters.</param>
    /// <param name="Value">As the option gets it, at most 100 characters.</param>
    public sealed record Choice(string Name, string Value) : InteractionReply;
}
