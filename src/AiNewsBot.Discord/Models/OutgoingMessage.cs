using System.Collections.Immutable;

namespace AiNewsBot.Discord.Models;

/// <summary>A message to send. Nothing in it pings anyone but the roles that it lists.</summary>
public sealed record OutgoingMessage
{
    /// <summary>What it shows; at most 40 components, nested ones counted.</summary>
    public ImmutableArray<Component> Components { get; init; } = [];

    /// <summary>Plain text instead, at most 2,000 characters; components are then rows of buttons and menus only.</summary>
    public string? Content { get; init; }

    /// <summary>Whether only the one who asked sees it (answers to interactions only).</summary>
    public bool IsEphemeral { get; init; }

    /// <summary>Roles that may be pinged by a mention in the text.</summary>
    public ImmutableArray<Snowflake> MentionedRoles { get; init; } = [];

    /// <summary>Files that go with it.</summary>
    public ImmutableArray<Attachment> Attachments { get; init; } = [];

    /// <summary>Whether the files that the message had before go away; of use where a message is changed.</summary>
    public bool ClearsAttachments { get; init; }

    /// <summary>Sent again within some minutes with the same nonce, it is not posted
    /// twice (channel messages only); at most 25 characters.</summary>
    public string? Nonce { get; init; }
}
