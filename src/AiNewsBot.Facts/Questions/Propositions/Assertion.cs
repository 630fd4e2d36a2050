using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Dates;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>What is said, about any subject.</summary>
/// <param name="Aspect">On what it is.</param>
public sealed record Assertion(Aspect Aspect)
{
    /// <summary>Whether it is said not to be so.</summary>
    public bool IsDenied { get; init; }

    /// <summary>How open.</summary>
    public OpennessTerm? Term { get; init; }

    /// <summary>Under which licence.</summary>
    public Licence? Licence { get; init; }

    /// <summary>The kind of licence that was named, of which <see cref="Licence"/> is one; null where that licence itself was.</summary>
    public string? LicenceKind { get; init; }

    /// <summary>Slug of the component that is public or under the licence; null for the model as a whole.</summary>
    public string? Component { get; init; }

    /// <summary>Who made it.</summary>
    public SubjectView? Maker { get; init; }

    /// <summary>The model on which it is built.</summary>
    public SubjectView? Base { get; init; }

    /// <summary>Whether it is said to be built on no other model.</summary>
    public bool IsFromScratch { get; init; }

    /// <summary>Whether <see cref="Maker"/> is said to have published it, which another than its maker may have done.</summary>
    public bool IsPublication { get; init; }

    /// <summary>Slug of the condition that its licence has.</summary>
    public string? Condition { get; init; }

    /// <summary>The number of users, or the revenue, that is named.</summary>
    public long? Amount { get; init; }

    /// <summary>Whether it is said that one must ask at that amount, even where the licence sets its limit lower.</summary>
    public bool IsThreshold { get; init; }

    /// <summary>Whether conditions do not speak against it: a question on use is answered with yes, and then with the conditions.</summary>
    public bool AllowsConditions { get; init; }

    /// <summary>Whether it is said to have no restriction at all.</summary>
    public bool IsUnlimited { get; init; }

    /// <summary>What a topic affirms or denies, in its words.</summary>
    public string? Premise { get; init; }

    /// <summary>The date on which, or as of which.</summary>
    public DatePhrase? Date { get; init; }

    /// <summary>Whether the date is that of the announcement and not of the weights.</summary>
    public bool IsAnnouncement { get; init; }

    /// <summary>Whether its author foretells it, who could not promise it.</summary>
    public bool IsForecast { get; init; }

    /// <summary>Over what time.</summary>
    public TimeScope Time { get; init; }

    /// <summary>Of how many releases.</summary>
    public Reach Reach { get; init; }
}
