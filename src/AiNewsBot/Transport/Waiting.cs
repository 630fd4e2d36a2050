namespace AiNewsBot.Transport;

/// <summary>What the one who asked sees while an answer takes long.</summary>
public enum Waiting
{
    /// <summary>That a message follows, for all to see.</summary>
    ForMessage,

    /// <summary>That a message follows, for them alone.</summary>
    ForPrivateMessage,

    /// <summary>That the message whose button they pressed will change.</summary>
    ForChange,

    /// <summary>Nothing: suggestions and forms cannot follow later.</summary>
    ForNothing,
}
