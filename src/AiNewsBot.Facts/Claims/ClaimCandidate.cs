using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Propositions;

namespace AiNewsBot.Facts.Claims;

/// <summary>Words of a message that name something which may be said of a model: a licence, "open source", "weights", "800 million users".
/// Whether the message says it, and of which model, is another matter.</summary>
/// <param name="Kind">What it is, as the rows of the training call it: licence, open_source, component, user_cap.</param>
/// <param name="Start">Index of its first word.</param>
/// <param name="Count">How many words it has.</param>
/// <param name="Says">What is said where it is said.</param>
/// <param name="Name">The name in it; null without one.</param>
internal sealed record ClaimCandidate(string Kind, int Start, int Count, Assertion Says, EntityLink? Name = null)
{
    /// <summary>Index of the word behind it.</summary>
    public int End => Start + Count;

    /// <summary>Whether an assertion says the same, of another time or number perhaps.</summary>
    public bool IsSame(Assertion other) =>
        Says.Aspect == other.Aspect
        && Says.Term == other.Term
        && Says.Licence == other.Licence
        && (Says.Aspect != Aspect.Component || Says.Component == other.Component)
        && Says.Maker == other.Maker
        && Says.Base == other.Base
        && Says.Condition == other.Condition
        && Says.IsUnlimited == other.IsUnlimited
        && (Says.Aspect != Aspect.ReleaseDate || Says.Date?.Typed == other.Date?.Typed);
}
