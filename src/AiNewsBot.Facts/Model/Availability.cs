namespace AiNewsBot.Facts.Model;

/// <summary>Whether a component of a release can be had.</summary>
public enum Availability
{
    /// <summary>The facts do not say.</summary>
    Unknown,

    /// <summary>Not published.</summary>
    Unavailable,

    /// <summary>A part of it is published.</summary>
    Partial,

    /// <summary>Given to those who ask and are found worthy.</summary>
    OnRequest,

    /// <summary>Behind a form or a click.</summary>
    Gated,

    /// <summary>Anyone can have it.</summary>
    Available,
}
