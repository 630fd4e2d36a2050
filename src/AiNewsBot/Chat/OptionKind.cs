namespace AiNewsBot.Chat;

/// <summary>What values an option takes.</summary>
internal enum OptionKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A channel of the server.</summary>
    Channel,

    /// <summary>A role of the server.</summary>
    Role,

    /// <summary>A file.</summary>
    File,
}
