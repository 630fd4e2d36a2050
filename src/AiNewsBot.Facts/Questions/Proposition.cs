using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Questions;

/// <summary>Something that a question or message puts forward as so: "Llama 3 is not open source", "Phi-2 has always been MIT".</summary>
/// <param name="Subject">Of what it is said.</param>
/// <param name="Aspect">What it is said about.</param>
/// <param name="Text">The clause as it was written.</param>
public sealed record Proposition(SubjectView Subject, Aspect Aspect, string Text)
{
    /// <summary>Whether it is said not to be so.</summary>
    public bool IsDenied { get; init; }

    /// <summary>How open it is said to be.</summary>
    public VerdictKind? Verdict { get; init; }

    /// <summary>The licence that it is said to be under.</summary>
    public Licence? Licence { get; init; }

    /// <summary>Slug of the component that is said to be public.</summary>
    public string? Component { get; init; }

    /// <summary>The maker that it is said to have.</summary>
    public SubjectView? Maker { get; init; }

    /// <summary>The date as of which, or on which, it is said to be so.</summary>
    public DatePhrase? Date { get; init; }

    /// <summary>Who is said to say it, as it was written; null for the author.</summary>
    public string? Speaker { get; init; }
}
