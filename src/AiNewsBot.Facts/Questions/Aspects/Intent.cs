namespace AiNewsBot.Facts.Questions.Aspects;

/// <summary>What a question asks for.</summary>
public enum Intent
{
    /// <summary>How open something is.</summary>
    Openness,

    /// <summary>Under which licence it is.</summary>
    Licence,

    /// <summary>Whether it may be used commercially.</summary>
    CommercialUse,

    /// <summary>What its licence restricts.</summary>
    Restrictions,

    /// <summary>Whether one of its components is public.</summary>
    Component,

    /// <summary>When it was announced or came out.</summary>
    ReleaseDate,

    /// <summary>Who makes it.</summary>
    Maker,

    /// <summary>How it compares with another.</summary>
    Compare,

    /// <summary>Which releases match.</summary>
    List,

    /// <summary>What happened, by date.</summary>
    Timeline,

    /// <summary>What a term means.</summary>
    Definition,

    /// <summary>What is known of a matter.</summary>
    Topic,

    /// <summary>What is new.</summary>
    News,
}
