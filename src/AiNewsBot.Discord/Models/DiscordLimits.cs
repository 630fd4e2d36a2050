namespace AiNewsBot.Discord.Models;

/// <summary>What Discord takes at most; lengths in characters.</summary>
public static class DiscordLimits
{
    /// <summary>Content of a message; the published description says twice as much, and is wrong.</summary>
    public const int Content = 2000;

    /// <summary>All texts of a message made of components, together.</summary>
    public const int Texts = 4000;

    /// <summary>Components of a message, nested ones counted.</summary>
    public const int Components = 40;

    /// <summary>Buttons in a row.</summary>
    public const int ButtonsInRow = 5;

    /// <summary>A button's label.</summary>
    public const int ButtonLabel = 80;

    /// <summary>The id of a button, menu, form or field.</summary>
    public const int CustomId = 100;

    /// <summary>Lines of a menu.</summary>
    public const int SelectOptions = 25;

    /// <summary>The fewest lines of a group of which one is chosen.</summary>
    public const int MinRadioOptions = 2;

    /// <summary>Lines of a group of which one is chosen.</summary>
    public const int MaxRadioOptions = 10;

    /// <summary>Pictures of a gallery.</summary>
    public const int Pictures = 10;

    /// <summary>Suggestions for an option.</summary>
    public const int Choices = 25;

    /// <summary>Name and value of a suggestion.</summary>
    public const int Choice = 100;

    /// <summary>A nonce.</summary>
    public const int Nonce = 25;

    /// <summary>A thread's title.</summary>
    public const int ThreadName = 100;

    /// <summary>Tags of a forum's thread.</summary>
    public const int ThreadTags = 5;
}
