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

    /// <summary>The codes of the countries that a territorial condition leaves out, EU for those of the European Union.</summary>
    public const string Regions = "in";

    /// <summary>Of which models alone a condition speaks, such as multimodal.</summary>
    public const string Modality = "modality";

    /// <summary>What a condition asks for that its kind does not tell: <see cref="Condition.Registration"/> or
    /// <see cref="Condition.Royalty"/>.</summary>
    public const string Asks = "asks";

    /// <summary>What is put forward by people and is so by a sentence of a topic, a line each.</summary>
    public const string Affirms = "affirms";

    /// <summary>What is put forward by people and is not so by a sentence of a topic, a line each.</summary>
    public const string Denies = "denies";

    /// <summary>What kind of event it is: announcement, release, licence and the like.</summary>
    public const string EventKind = "kind";

    /// <summary>Why a licence asks something, or changed, in a sentence.</summary>
    public const string Why = "why";

    /// <summary>The address of the source that gives the reason; one of the statement's own.</summary>
    public const string WhySource = "why_source";

    /// <summary>How sure its date is: <see cref="About"/>, or nothing.</summary>
    public const string Dated = "dated";

    /// <summary>A date of which no better source than an index is known, though others support the value.</summary>
    public const string About = "about";
}
