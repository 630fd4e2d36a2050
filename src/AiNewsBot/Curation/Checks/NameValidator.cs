using AiNewsBot.Chat;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Curation.Checks;

/// <summary>Whether something can be called or asked for so: what already means something would take its questions away.</summary>
internal static class NameValidator
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxLength = 60;

    private const int MinPhrasingWords = 2;

    /// <summary>Why not, with what it collides with; null when it can.</summary>
    public static Refusal? GetError(FactBase facts, SubjectView subject, string property, string text)
    {
        if (TaughtWords.PhrasedBy(property) is { } phrased)
            return GetPhrasingError(subject, phrased, text);
        var asked = TaughtWords.AskedBy(property);
        return (asked is null ? GetAliasError(text) : GetWordsError(text)) ?? Named(facts, subject, text) ?? Shown(facts, text, asked);
    }

    /// <summary>Why nothing new can be called so; null when it can.</summary>
    public static Refusal? GetNewError(FactBase facts, string name)
    {
        var words = TaughtWords.WordsOf(name);
        return GetAliasError(name)
            ?? (words.All(IsOfQuestions) ? new Refusal(RefusalCode.WordsCommon, name) : null)
            ?? Named(facts, null, name)
            ?? Shown(facts, name, asked: null);
    }

    /// <summary>Why a name cannot be a subject's, since it is another's; null when it can.</summary>
    public static Refusal? GetTakenError(FactBase facts, string name) => Named(facts, null, name);

    private static bool IsOfQuestions(string word) => Languages.Lexicon.StopWords.Contains(word) || Languages.Lexicon.Knows(word);

    private static Refusal? GetAliasError(string alias)
    {
        var key = Tokenizer.Key(alias);
        return alias.Length > MaxLength || key.Length < 2 || key.All(char.IsAsciiDigit)
            ? new Refusal(RefusalCode.AliasLength, $"{MaxLength}")
            : null;
    }

    private static Refusal? GetWordsError(string text)
    {
        var words = TaughtWords.WordsOf(text);
        return text.Length > MaxLength || words.Length is 0 or > TaughtWords.MaxWords || words.All(word => word.All(char.IsAsciiDigit))
                ? new Refusal(RefusalCode.WordsLength, $"{TaughtWords.MaxWords}", $"{MaxLength}")
            : words.All(Languages.Lexicon.StopWords.Contains) ? new Refusal(RefusalCode.WordsCommon, text)
            : null;
    }

    // A phrasing asks for one thing; which names it has may differ.
    private static Refusal? GetPhrasingError(SubjectView subject, string aspect, string text)
    {
        var words = TaughtWords.WordsOf(text);
        if (text.Length > TaughtWords.MaxPhrasingLength || words.Length < MinPhrasingWords)
            return new Refusal(RefusalCode.PhrasingLength, $"{MinPhrasingWords}", $"{TaughtWords.MaxPhrasingLength}");
        var same = subject.Subject.Statements.FirstOrDefault(statement =>
            TaughtWords.PhrasedBy(statement.Property) is not null && TaughtWords.WordsOf(statement.Value).SequenceEqual(words)
        );
        return same is null ? null
            : TaughtWords.PhrasedBy(same.Property)! is var known && known == aspect
                ? new Refusal(RefusalCode.WordsKnown, text, Words(known))
            : new Refusal(RefusalCode.WordsTaken, text, Words(known));
    }

    private static Refusal? Named(FactBase facts, SubjectView? subject, string text)
    {
        var key = Tokenizer.Key(text);
        var other = facts.All.FirstOrDefault(view =>
            view.Subject.Aliases.Append(view.Id).Append(view.Name).Any(name => Tokenizer.Key(name) == key)
        );
        return other is null ? null
            : other.Id == subject?.Id ? new Refusal(RefusalCode.NameKnown, subject.Name, text)
            : new Refusal(RefusalCode.NameTaken, text, other.Name);
    }

    private static Refusal? Shown(FactBase facts, string text, string? asked) =>
        TaughtWords.MeaningOf(facts, text) is not { } meaning
            ? null
            : new Refusal(meaning == asked ? RefusalCode.WordsKnown : RefusalCode.WordsTaken, text, Words(meaning));

    private static string Words(string slug) => slug.Replace('_', ' ');
}
