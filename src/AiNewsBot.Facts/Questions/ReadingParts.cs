using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Questions;

/// <summary>By what questions are read, so that messages are read by the same names, words and dates.</summary>
internal sealed record ReadingParts(
    EntityLinker Linker,
    MentionFinder Mentions,
    Lexicon Lexicon,
    CueFinder Cues,
    AsOfDateReader Dates,
    PropositionReader Propositions,
    FactBase Facts
);
