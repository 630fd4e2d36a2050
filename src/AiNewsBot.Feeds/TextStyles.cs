namespace AiNewsBot.Feeds;

/// <summary>How a piece of text is set.</summary>
[Flags]
public enum TextStyles
{
    /// <summary>As the rest.</summary>
    None = 0,

    /// <summary>Strong.</summary>
    Bold = 1,

    /// <summary>With emphasis.</summary>
    Italic = 2,

    /// <summary>As code within a line.</summary>
    Code = 4,

    /// <summary>Struck out.</summary>
    Struck = 8,
}
