namespace AiNewsBot.Transport;

/// <summary>What values an option takes.</summary>
public enum OptionKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>True or false.</summary>
    Flag,
}
