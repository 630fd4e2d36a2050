using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Names;

/// <summary>The words of a question with the names and cues among them.</summary>
/// <param name="Written">The words as they were written.</param>
/// <param name="Tokens">The words, those of the language with their slips mended.</param>
/// <param name="Links">The names that are known.</param>
/// <param name="Topics">Topics and terms that are called by their names.</param>
/// <param name="Mentions">All names, known or not.</param>
/// <param name="Cues">The cues outside of names.</param>
internal readonly record struct NamesRead(
    ImmutableArray<Token> Written,
    ImmutableArray<Token> Tokens,
    ImmutableArray<EntityLink> Links,
    ImmutableArray<EntityLink> Topics,
    ImmutableArray<Mention> Mentions,
    ImmutableArray<CueHit> Cues
);
