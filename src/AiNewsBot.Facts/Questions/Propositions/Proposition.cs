using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>Something that a question or message puts forward as so: "Llama 3 is not open source", "Phi-2 has always been MIT".</summary>
/// <param name="Subject">Of what it is said.</param>
/// <param name="Says">What is said of it.</param>
/// <param name="Text">The clause as it was written.</param>
public sealed record Proposition(SubjectView Subject, Assertion Says, string Text)
{
    /// <summary>The name that it goes by in the text, where that means several releases; else the subject's.</summary>
    public string Name { get; init; } = Subject.Name;

    /// <summary>Ids of the releases that the name means, where it means several of the subject's and not all.</summary>
    public string? Releases { get; init; }

    /// <summary>Ids of the releases of which it is not said: "all but the 3B".</summary>
    public string? Except { get; init; }

    /// <summary>Whether variants of the release that differ aren't meant: "MPT-7B base", or one that is named beside its variant.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Words that limit it in a way that is not read, such as "the first since GPT-2"; null without any.</summary>
    public string? Limit { get; init; }

    /// <summary>Whether that limit is a rank among others, so that it cannot be so where what it ranks is not.</summary>
    public bool IsRanked { get; init; }

    /// <summary>What it is said about.</summary>
    public Aspect Aspect => Says.Aspect;

    /// <summary>Who is said to say it, as it was written; null for the author.</summary>
    public string? Speaker { get; init; }

    /// <summary>Whether it has no verb, as in "grok-1 open source".</summary>
    public bool IsVerbless { get; init; }

    /// <summary>Whether it is asked rather than said.</summary>
    public bool IsAsked { get; init; }
}
