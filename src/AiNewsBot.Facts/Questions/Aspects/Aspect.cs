namespace AiNewsBot.Facts.Questions.Aspects;

/// <summary>One thing that a question asks for. A question may ask for several, in an order.</summary>
public enum Aspect
{
    /// <summary>How open something is.</summary>
    Openness,

    /// <summary>Under which licence it is.</summary>
    Licence,

    /// <summary>Whether the model may be used commercially.</summary>
    CommercialUse,

    /// <summary>What may be done with what the model makes: sell it, own it, train on it.</summary>
    Outputs,

    /// <summary>What the licence restricts.</summary>
    Restrictions,

    /// <summary>Where the licence holds or does not.</summary>
    Territory,

    /// <summary>Whether a component is public.</summary>
    Component,

    /// <summary>When it was announced or came out.</summary>
    ReleaseDate,

    /// <summary>Who makes it.</summary>
    Maker,

    /// <summary>On what it is built.</summary>
    Base,

    /// <summary>What was promised, and whether it was kept.</summary>
    Promise,

    /// <summary>What happened, by date; how a licence changed.</summary>
    History,

    /// <summary>Which releases match.</summary>
    List,

    /// <summary>How it compares with another.</summary>
    Compare,

    /// <summary>What a term means.</summary>
    Definition,

    /// <summary>What is known of a matter.</summary>
    Topic,

    /// <summary>What is new.</summary>
    News,

    /// <summary>What there is to know of a model in a few lines.</summary>
    Overview,
}
