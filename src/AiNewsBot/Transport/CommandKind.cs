namespace AiNewsBot.Transport;

/// <summary>Where people find a command.</summary>
public enum CommandKind
{
    /// <summary>By typing a slash.</summary>
    Slash,

    /// <summary>In the menu of a message.</summary>
    Message,
}
