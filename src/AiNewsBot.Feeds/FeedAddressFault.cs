namespace AiNewsBot.Feeds;

/// <summary>Why a text is no address of a feed.</summary>
public enum FeedAddressFault
{
    /// <summary>It is no web address at all.</summary>
    NoAddress,

    /// <summary>It is neither http nor https.</summary>
    OtherScheme,

    /// <summary>It has a user name or password in it.</summary>
    Credentials,

    /// <summary>It names no server.</summary>
    NoServer,

    /// <summary>It is too long.</summary>
    TooLong,
}
