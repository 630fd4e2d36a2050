namespace AiNewsBot.Facts.Answers;

/// <summary>What the facts say to a claim.</summary>
public enum ClaimJudgement
{
    /// <summary>Nothing is known by which it could be told, or nothing was claimed.</summary>
    Unknown,

    /// <summary>It is so.</summary>
    Agrees,

    /// <summary>It is not so.</summary>
    Disagrees,

    /// <summary>It is so of some releases, or in a wider sense of the word.</summary>
    Depends,
}
