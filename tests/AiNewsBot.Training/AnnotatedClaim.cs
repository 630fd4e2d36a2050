namespace AiNewsBot.Training;

/// <summary>A claim of an annotated message.</summary>
/// <param name="Of">The name of which it is said, as the message has it.</param>
/// <param name="Kind">What kind of thing is said.</param>
/// <param name="Words">The words that carry it.</param>
/// <param name="Not">Whether it is denied.</param>
internal sealed record AnnotatedClaim(string Of, string Kind, string Words, bool Not);
