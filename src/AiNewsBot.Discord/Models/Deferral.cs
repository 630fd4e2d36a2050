namespace AiNewsBot.Discord.Models;

/// <summary>What to say to the one who asked when the answer takes long.</summary>
public enum Deferral
{
    /// <summary>Nothing: suggestions and forms cannot follow later.</summary>
    None,

    /// <summary>That a message follows, which all will see.</summary>
    Message,

    /// <summary>That a message follows, which only the one who asked will see.</summary>
    PrivateMessage,

    /// <summary>That the message of the pressed button will change.</summary>
    Update,
}
