namespace AiNewsBot.Facts.Language;

/// <summary>What a word of English can be.</summary>
[Flags]
internal enum WordClasses
{
    None = 0,
    Word = 1,
    Noun = 2,
    Verb = 4,
    Adjective = 8,
    Adverb = 16,
    Everyday = 32,
    Technical = 64,
}
