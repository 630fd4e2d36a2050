namespace AiNewsBot.Facts.Model;

/// <summary>Names of what statements say beside their value.</summary>
public static class Qualifiers
{
    /// <summary>Who made a promise.</summary>
    public const string By = "by";

    /// <summary>When a promise is due, as a date.</summary>
    public const string Due = "due";

    /// <summary>What a condition of a licence asks, in a sentence.</summary>
    public const string Text = "text";

    /// <summary>What kind of event it is: announcement, release, licence and the like.</summary>
    public const string EventKind = "kind";
}
