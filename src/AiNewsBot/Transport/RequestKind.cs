namespace AiNewsBot.Transport;

/// <summary>What somebody did.</summary>
public enum RequestKind
{
    /// <summary>Ran a slash command.</summary>
    Command,

    /// <summary>Is typing an option of one.</summary>
    Autocomplete,

    /// <summary>Pressed a button or chose from a menu.</summary>
    Button,
}
