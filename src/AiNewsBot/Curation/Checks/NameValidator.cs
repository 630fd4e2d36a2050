using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Curation.Checks;

/// <summary>Whether something can be called or asked for so: what already means something would take its questions away.</summary>
internal static class NameValidator
{
    private const int MaxLength = 60;

    /// <summary>Why not, with what it collides with; null when it can.</summary>
    public static string? GetError(FactBase facts, SubjectView subject, string property, string text)
    {
        var asked = TaughtWords.AskedBy(property);
        return (asked is null ? GetAliasError(text) : GetWordsError(text)) ?? Named(facts, subject, text) ?? Shown(facts, text, asked);
    }

    private static string? GetAliasError(string alias)
    {
        var key = Tokenizer.Key(alias);
        return alias.Length > MaxLength || key.Length < 2 || key.All(char.IsAsciiDigit)
            ? $"An alias has 2 to {MaxLength} characters, letters among them. Nothing was changed."
            : null;
    }

    private static string? GetWordsError(string text)
    {
        var words = TaughtWords.WordsOf(text);
        return text.Length > MaxLength || words.Length is 0 or > TaughtWords.MaxWords || words.All(word => word.All(char.IsAsciiDigit))
                ? $"Write one to {TaughtWords.MaxWords} words, as people write them, of at most {MaxLength} characters. Nothing was "
                    + $"changed."
            : words.All(Languages.Lexicon.StopWords.Contains)
                ? $"'{text}' is in questions of every kind and distinguishes nothing. Nothing was changed."
            : null;
    }

    private static string? Named(FactBase facts, SubjectView subject, string text)
    {
        var key = Tokenizer.Key(text);
        var other = facts.All.FirstOrDefault(view =>
            view.Subject.Aliases.Append(view.Id).Append(view.Name).Any(name => Tokenizer.Key(name) == key)
        );
        return other is null ? null
            : other.Id == subject.Id ? $"{subject.Name} is already called {text}. Nothing was changed."
            : $"'{text}' already means {other.Name}. Nothing was changed.";
    }

    private static string? Shown(FactBase facts, string text, string? asked) =>
        TaughtWords.MeaningOf(facts, text) is not { } meaning ? null
        : meaning == asked ? $"'{text}' asks for {Words(meaning)} already. Nothing was changed."
        : $"'{text}' already means {Words(meaning)} in a question. Nothing was changed.";

    private static string Words(string slug) => slug.Replace('_', ' ');
}
