namespace AiNewsBot.Discord.Models;

/// <summary>The look of a button that is no link.</summary>
public enum ButtonStyle
{
    /// <summary>The one to press.</summary>
    Primary = 1,

    /// <summary>One among others.</summary>
    Secondary = 2,

    /// <summary>Agreement.</summary>
    Success = 3,

    /// <summary>What cannot be taken back.</summary>
    Danger = 4,
}
