using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Questions;

/// <summary>Something that a message says of a model.</summary>
/// <param name="Subject">The model, family or maker.</param>
/// <param name="Verdict">How open it is said to be; null when nothing is said of that.</param>
/// <param name="Licence">Under which licence it is said to be; null when nothing is said of that.</param>
/// <param name="IsDenied">Whether it is said not to be so.</param>
public sealed record Claim(SubjectView Subject, VerdictKind? Verdict = null, Licence? Licence = null, bool IsDenied = false)
{
    /// <summary>Whether the message only names the model.</summary>
    public bool IsMention => Verdict is null && Licence is null;
}
