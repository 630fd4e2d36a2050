namespace AiNewsBot.Chat;

/// <summary>What the one who asked sees while an answer takes long.</summary>
internal enum DeferMode
{
    /// <summary>That a message follows, for all to see.</summary>
    Message,

    /// <summary>That a message follows, for them alone.</summary>
    EphemeralMessage,

    /// <summary>That the message whose button they pressed will change.</summary>
    Update,

    /// <summary>Nothing: suggestions and forms cannot follow later.</summary>
    None,
}
