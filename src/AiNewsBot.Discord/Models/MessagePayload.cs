using System.Collections.Immutable;
using System.Globalization;

namespace AiNewsBot.Discord.Models;

/// <summary>A message as Discord takes it.</summary>
internal sealed record MessagePayload
{
    internal const int Ephemeral = 1 << 6;
    private const int ComponentsV2 = 1 << 15;

    public required int Flags { get; init; }

    public string? Content { get; init; }

    public required ImmutableArray<Component> Components { get; init; }

    /// <summary>Sent always: without it everything in the text pings.</summary>
    public required AllowedMentions AllowedMentions { get; init; }

    public string? Nonce { get; init; }

    public bool? EnforceNonce { get; init; }

    public AttachmentPayload[]? Attachments { get; init; }

    public static MessagePayload From(OutgoingMessage message) =>
        new()
        {
            Flags = (message.Content is null && !message.Components.IsEmpty ? ComponentsV2 : 0) | (message.IsEphemeral ? Ephemeral : 0),
            Content = message.Content,
            Components = message.Components,
            AllowedMentions = new AllowedMentions([], message.MentionedRoles.IsEmpty ? null : message.MentionedRoles),
            Nonce = message.Nonce,
            EnforceNonce = message.Nonce is null ? null : true,
            Attachments =
                message.Attachments.IsEmpty && !message.ClearsAttachments ? null : [.. message.Attachments.Select(AttachmentPayload.From)],
        };
}

/// <summary>What a message may ping.</summary>
internal sealed record AllowedMentions(string[] Parse, ImmutableArray<Snowflake>? Roles);

/// <summary>A file that goes with a message, by its number.</summary>
internal sealed record AttachmentPayload(string Id, string Filename, string? Description)
{
    public static AttachmentPayload From(Attachment attachment, int index) =>
        new(index.ToString(CultureInfo.InvariantCulture), attachment.Name, attachment.Description);
}

/// <summary>A forum's thread with its first message.</summary>
internal sealed record ForumPostPayload(string Name, IReadOnlyList<Snowflake>? AppliedTags, MessagePayload Message)
{
    public static ForumPostPayload From(string name, OutgoingMessage message, IReadOnlyList<Snowflake> tags) =>
        new(name, tags.Count == 0 ? null : tags, MessagePayload.From(message with { Nonce = null }));
}

/// <summary>A message as webhooks take it.</summary>
internal sealed record WebhookMessagePayload(
    int Flags,
    ImmutableArray<Component> Components,
    AllowedMentions AllowedMentions,
    AttachmentPayload[]? Attachments,
    string? Username,
    string? AvatarUrl,
    string? ThreadName,
    IReadOnlyList<Snowflake>? AppliedTags
)
{
    public static WebhookMessagePayload From(WebhookMessage message)
    {
        var payload = MessagePayload.From(message.Message);
        return new WebhookMessagePayload(
            payload.Flags,
            payload.Components,
            payload.AllowedMentions,
            payload.Attachments,
            message.Name,
            message.Picture,
            message.Title,
            message.Tags.Count == 0 ? null : message.Tags
        );
    }
}

/// <summary>A webhook to be made.</summary>
internal sealed record NewWebhookPayload(string Name);

/// <summary>With whom to open a channel of direct messages.</summary>
internal sealed record DirectChannelPayload(Snowflake RecipientId);
