namespace AiNewsBot.Chat;

/// <summary>Where people find a command.</summary>
internal enum CommandKind
{
    /// <summary>By typing a slash.</summary>
    Slash,

    /// <summary>In the menu of a message.</summary>
    Message,
}
