using System.Collections.Immutable;

namespace AiNewsBot.Discord.Models;

// What people press, choose from and write into.
public abstract partial record Component
{
    /// <summary>A button: with an id that comes back, or an address that it opens.</summary>
    /// <param name="Label">At most 80 characters.</param>
    /// <param name="CustomId">1 to 100 characters, unique in the message.</param>
    /// <param name="Url">At most 512 characters.</param>
    /// <param name="Style">Its look.</param>
    /// <param name="IsDisabled">Whether it cannot be pressed.</param>
    public sealed record Button(
        string Label,
        string? CustomId = null,
        string? Url = null,
        ButtonStyle Style = ButtonStyle.Secondary,
        bool IsDisabled = false
    ) : Component;

    /// <summary>A menu, in a row of a message or in a form.</summary>
    /// <param name="CustomId">1 to 100 characters, unique in the message.</param>
    public abstract record Select(string CustomId) : Component
    {
        /// <summary>Shown while nothing is chosen; at most 150 characters.</summary>
        public string? Placeholder { get; init; }

        /// <summary>How many must be chosen.</summary>
        public int MinValues { get; init; } = 1;

        /// <summary>How many may be chosen; at most 25.</summary>
        public int MaxValues { get; init; } = 1;

        /// <summary>Whether a form may be sent without; has no meaning in messages.</summary>
        public bool IsOptional { get; init; }
    }

    /// <summary>A menu of texts.</summary>
    /// <param name="CustomId">1 to 100 characters, unique in the message.</param>
    /// <param name="Options">1 to 25.</param>
    public sealed record StringSelect(string CustomId, ImmutableArray<SelectOption> Options) : Select(CustomId);

    /// <summary>A menu of the server's roles.</summary>
    /// <param name="CustomId">1 to 100 characters, unique in the message.</param>
    public sealed record RoleSelect(string CustomId) : Select(CustomId)
    {
        /// <summary>Roles chosen before.</summary>
        public ImmutableArray<Snowflake> DefaultRoles { get; init; } = [];
    }

    /// <summary>A menu of the server's channels.</summary>
    /// <param name="CustomId">1 to 100 characters, unique in the message.</param>
    public sealed record ChannelSelect(string CustomId) : Select(CustomId)
    {
        /// <summary>Kinds to choose from; empty for all.</summary>
        public ImmutableArray<ChannelType> Types { get; init; } = [];

        /// <summary>Channels chosen before.</summary>
        public ImmutableArray<Snowflake> DefaultChannels { get; init; } = [];
    }

    /// <summary>A field of a form.</summary>
    /// <param name="Title">At most 45 characters.</param>
    /// <param name="Control">A <see cref="TextInput"/>, <see cref="Select"/>, <see cref="RadioGroup"/> or <see cref="FileUpload"/>.</param>
    /// <param name="Description">At most 100 characters.</param>
    public sealed record Field(string Title, Component Control, string? Description = null) : Component;

    /// <summary>Texts to choose one of, all of them in view; in forms only.</summary>
    /// <param name="CustomId">1 to 100 characters, unique in the form.</param>
    /// <param name="Options">2 to 10.</param>
    public sealed record RadioGroup(string CustomId, ImmutableArray<SelectOption> Options) : Component
    {
        /// <summary>Whether a form may be sent without.</summary>
        public bool IsOptional { get; init; }
    }

    /// <summary>A file to upload; in forms only.</summary>
    /// <param name="CustomId">1 to 100 characters, unique in the form.</param>
    public sealed record FileUpload(string CustomId) : Component
    {
        /// <summary>Whether a form may be sent without.</summary>
        public bool IsOptional { get; init; }
    }

    /// <summary>Text to write into; in forms only.</summary>
    /// <param name="CustomId">1 to 100 characters, unique in the form.</param>
    public sealed record TextInput(string CustomId) : Component
    {
        /// <summary>Whether it has several lines.</summary>
        public bool IsParagraph { get; init; }

        /// <summary>Whether it may stay empty.</summary>
        public bool IsOptional { get; init; }

        /// <summary>The initial value; at most 4,000 characters.</summary>
        public string? Value { get; init; }

        /// <summary>Shown while it is empty; at most 100 characters.</summary>
        public string? Placeholder { get; init; }

        /// <summary>How many characters at most; 4,000 where it is not said.</summary>
        public int? MaxLength { get; init; }
    }
}
