namespace AiNewsBot.Facts.Claims;

/// <summary>What kind of name something is.</summary>
internal enum ClaimNameKind
{
    /// <summary>A release, family or program.</summary>
    Model,

    /// <summary>Who makes models.</summary>
    Maker,

    /// <summary>A licence.</summary>
    Licence,

    /// <summary>A name of nothing known.</summary>
    Unknown,
}
