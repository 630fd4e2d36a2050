using System.Collections.Immutable;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Language;

/// <summary>Words that show what is asked.</summary>
/// <param name="Group">What they are about: cues, components, verdicts, modalities, countries, variants, …</param>
/// <param name="Value">What they show in their group, such as licence or training_data.</param>
/// <param name="Words">The words, folded; * matches up to three words, a name counting as zero.</param>
/// <param name="Language">The language of the file that has them.</param>
public sealed record Cue(string Group, string Value, ImmutableArray<string> Words, string Language)
{
    /// <summary>Whether it is of a language that is written without spaces.</summary>
    public bool IsUnspaced => Words is [var word] && Tokenizer.IsCjk(word[0]);
}
