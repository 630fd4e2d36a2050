namespace AiNewsBot.Facts.Questions.Names;

/// <summary>How a name in a story is written, by which other things may have it, too.</summary>
internal enum NameForm
{
    /// <summary>A word of English: Apple, Whisper.</summary>
    Word,

    /// <summary>A word that English does not have: Claude, Qwen.</summary>
    Coined,

    /// <summary>A letter or two with a number: T5, O1.</summary>
    Short,

    /// <summary>Words of English alone: Stable Diffusion.</summary>
    Phrase,

    /// <summary>Nothing else is written so: GPT-4o, DeepSeek.</summary>
    Certain,
}
