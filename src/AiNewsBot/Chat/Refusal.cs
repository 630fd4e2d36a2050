using System.Collections.Immutable;

namespace AiNewsBot.Chat;

/// <summary>Why something was not done: the reason as data, of which <see cref="RefusalText"/> makes the sentence.</summary>
/// <param name="Parameters">What the sentence names, in its order.</param>
internal sealed record Refusal(RefusalCode Code, params ImmutableArray<string> Parameters);
