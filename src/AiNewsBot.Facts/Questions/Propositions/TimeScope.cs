namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>Over what time something is said to be so.</summary>
public enum TimeScope
{
    /// <summary>On the day that is named, else today.</summary>
    Now,

    /// <summary>When it came out.</summary>
    AtRelease,

    /// <summary>From when it came out until today.</summary>
    Always,

    /// <summary>At some time.</summary>
    Ever,
}
