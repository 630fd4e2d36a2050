namespace AiNewsBot.Discord.Models;

/// <summary>Kinds of channels that a bot meets; the numbers are the protocol's, and there are more.</summary>
public enum ChannelType
{
    /// <summary>Text in a guild.</summary>
    Text = 0,

    /// <summary>Messages with one person.</summary>
    Direct = 1,

    /// <summary>Voice, with text.</summary>
    Voice = 2,

    /// <summary>Messages among several people.</summary>
    GroupDirect = 3,

    /// <summary>Announcements, which others can follow.</summary>
    Announcement = 5,

    /// <summary>A thread of an announcement channel.</summary>
    AnnouncementThread = 10,

    /// <summary>A thread that all may join.</summary>
    PublicThread = 11,

    /// <summary>A thread by invitation.</summary>
    PrivateThread = 12,

    /// <summary>A forum: posts are threads.</summary>
    Forum = 15,

    /// <summary>A forum of pictures.</summary>
    Media = 16,
}
