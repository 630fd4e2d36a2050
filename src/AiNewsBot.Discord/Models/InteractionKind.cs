namespace AiNewsBot.Discord.Models;

/// <summary>Kinds of interactions; the numbers up to 5 are the protocol's.</summary>
public enum InteractionKind
{
    /// <summary>Discord asks whether the endpoint lives.</summary>
    Ping = 1,

    /// <summary>Ran a command.</summary>
    Command = 2,

    /// <summary>Pressed a button or chose from a menu.</summary>
    Component = 3,

    /// <summary>Is typing an option.</summary>
    Autocomplete = 4,

    /// <summary>Sent a form.</summary>
    Form = 5,

    /// <summary>Ran a command on a message. The protocol counts it among the commands.</summary>
    MessageCommand = 102,
}
