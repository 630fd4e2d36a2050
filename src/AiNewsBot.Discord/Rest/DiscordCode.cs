namespace AiNewsBot.Discord.Rest;

/// <summary>Codes of Discord's that this client tells apart.</summary>
public static class DiscordCode
{
    /// <summary>The channel is gone.</summary>
    public const int UnknownChannel = 10003;

    /// <summary>The guild is gone.</summary>
    public const int UnknownGuild = 10004;

    /// <summary>The message is gone.</summary>
    public const int UnknownMessage = 10008;

    /// <summary>The webhook is gone.</summary>
    public const int UnknownWebhook = 10015;

    /// <summary>The interaction is gone: its three seconds, or its 15 minutes, are over.</summary>
    public const int UnknownInteraction = 10062;

    /// <summary>The channel has as many webhooks as a channel may have.</summary>
    public const int TooManyWebhooks = 30007;

    /// <summary>The message was published, and may not be edited for a while: its followers' copies are edited with it.</summary>
    public const int AnnouncementEditLimit = 20022;

    /// <summary>The message was published already.</summary>
    public const int AlreadyCrossposted = 40033;

    /// <summary>The interaction was answered already.</summary>
    public const int AlreadyAcknowledged = 40060;

    /// <summary>The bot cannot see the channel.</summary>
    public const int MissingAccess = 50001;

    /// <summary>The user takes no messages from the bot.</summary>
    public const int CannotSendToUser = 50007;

    /// <summary>The bot lacks a permission.</summary>
    public const int MissingPermissions = 50013;

    /// <summary>The webhook's token is bad.</summary>
    public const int InvalidWebhookToken = 50027;

    /// <summary>The body is wrong.</summary>
    public const int InvalidFormBody = 50035;

    /// <summary>The message would be empty.</summary>
    public const int EmptyMessage = 50006;

    /// <summary>The channel takes no such messages.</summary>
    public const int WrongChannelType = 50008;

    /// <summary>A forum takes threads, no messages.</summary>
    public const int ForumTakesNoMessages = 40058;

    /// <summary>The forum's posts must carry a tag.</summary>
    public const int TagRequired = 40067;

    /// <summary>The thread is archived.</summary>
    public const int ThreadArchived = 50083;

    /// <summary>The thread is locked.</summary>
    public const int ThreadLocked = 160005;

    /// <summary>The server's AutoMod refuses the text.</summary>
    public const int BlockedByAutoMod = 200000;

    /// <summary>Discord's filter of harmful links refuses the text.</summary>
    public const int HarmfulLink = 240000;
}
