using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Linking;

/// <summary>Words that are written as a name is, and are no name: "a tiny Llama", "in that step", "an open AI model".</summary>
internal sealed class OrdinaryWords(NameIndex names, Lexicon lexicon)
{
    /// <summary>Whether words that a subject is called by are no name.</summary>
    public bool Are(ImmutableArray<Token> tokens, int start, int count, SubjectView view) =>
        AreDescribed(tokens, start, count, view) || ArePointedAt(tokens, start, count, view) || AreKindOfModel(tokens, start, count, view);

    // "A tiny Llama in C" is a Llama that is tiny: what is written in one word is not named by a word in small letters before another name.
    private bool AreDescribed(ImmutableArray<Token> tokens, int start, int count, SubjectView view) =>
        count == 2
        && char.IsLower(tokens[start].Raw[0])
        && char.IsUpper(tokens[start + 1].Raw[0])
        && !tokens[start + 1].IsAttached
        && !view.Name.Contains(' ', StringComparison.Ordinal)
        && CommonEnglishWords.Contains(tokens[start].Text)
        && !names.Find(tokens[start + 1].Text).IsEmpty;

    // "No data of theirs is in that step" speaks of a step: a word of English behind a preposition and what points at it.
    private static bool ArePointedAt(ImmutableArray<Token> tokens, int start, int count, SubjectView view) =>
        count == 1
        && start > 1
        && view.IsModel
        && tokens[start].Text == tokens[start].Raw
        && CommonEnglishWords.Contains(tokens[start].Text)
        && tokens[start - 1].Text is "that" or "this" or "each" or "every" or "another" or "either"
        && tokens[start - 2].Text is "in" or "at" or "for" or "during" or "after" or "before" or "with" or "on";

    // "Must the data of an open AI model be public" names no company, though each word may be written with a capital.
    private bool AreKindOfModel(ImmutableArray<Token> tokens, int start, int count, SubjectView view) =>
        count > 1
        && start > 0
        && view.Subject.Kind == SubjectKind.Organization
        && tokens[start - 1].Text is "a" or "an" or "any" or "every" or "truly" or "fully"
        && start + count < tokens.Length
        && tokens[start + count].Text is "model" or "models" or "llm" or "llms" or "system" or "systems"
        && !view.Name.Contains(' ', StringComparison.Ordinal)
        && Enumerable.Range(start, count).All(index => lexicon.Knows(tokens[index].Text));
}
