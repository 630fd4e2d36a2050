namespace AiNewsBot.Chat;

/// <summary>Kinds of requests.</summary>
internal enum RequestKind
{
    /// <summary>Ran a slash command.</summary>
    Command,

    /// <summary>Ran a command on a message.</summary>
    MessageCommand,

    /// <summary>Is typing an option of a command.</summary>
    Autocomplete,

    /// <summary>Pressed a button or chose from a menu.</summary>
    Button,

    /// <summary>Sent a form.</summary>
    Form,
}
