using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;

namespace AiNewsBot.Facts.Answers;

/// <summary>Refusals of names that are in no facts. What is known beside them is
/// named, and speaks only where they are built on it.</summary>
internal static class UnknownNames
{
    /// <summary>The refusal of the unknown names that are asked about; null without
    /// them, or when the question does not depend on them.</summary>
    public static Answer? Refuse(AnswerContext context)
    {
        var question = context.Question;
        ImmutableArray<Mention> asked = [.. Asked(question)];
        if (
            asked.IsEmpty
            || question.Intent is Intent.Topic or Intent.Definition
            || !IsNearKnown(question)
                && (question.Intent is Intent.List or Intent.News || question is { Intent: Intent.Timeline, AsksPromise: true })
        )
            return null;
        if (SpeaksAfterKnown(question, asked))
            return null;
        if (asked is [var only] && context.Facts.FindByName(AiNewsBot.Facts.Text.Tokenizer.Fold(only.Typed)) is not null)
            return RefusalAnswers.ForUnknownName(context, only.Typed);
        var names = context.Wording.Join([.. Written(question, asked)]);
        if (
            question.Mentions.FirstOrDefault(mention =>
                mention is { Role: MentionRole.Base, IsUnknown: false, Candidates: [not Licence, ..] }
            ) is
            { } known
        )
            return ForBase(context, names, known.Candidates[0]);
        if (KnownBeside(question) is { } other)
            return ForOther(context, names, other);
        var near = asked
            .SelectMany(mention => mention.Nearest)
            .Concat(
                question
                    .Links.Where(link =>
                        link is { IsAmbiguous: false, Subject: not Licence and not { Subject.Kind: SubjectKind.Organization } }
                    )
                    .Select(link => link.Subject)
            )
            .ToArray();
        return near is [] ? RefusalAnswers.ForUnknownName(context, names) : RefusalAnswers.ForUnknownName(context, names, near[0]);
    }

    /// <summary>The unknown names of a question that is answered for the known one before them: "does T5 pass though C4 is not public".
    /// </summary>
    public static string? Beside(AnswerContext context) =>
        Asked(context.Question).ToImmutableArray() is { IsEmpty: false } asked
        && SpeaksAfterKnown(context.Question, asked)
        && Written(context.Question, asked).ToArray() is { Length: > 0 } names
            ? context.Wording["subject_unknown", ("name", context.Wording.Join(names))]
            : null;

    private static IEnumerable<string> Written(Question question, ImmutableArray<Mention> unknown) =>
        unknown.Select(mention => Whole(question, mention)).Distinct(StringComparer.OrdinalIgnoreCase);

    // Of Shap-E the "e" alone may be no word, and of Depth Anything V2 "Depth": who reads what is not known reads the whole of it.
    private static string Whole(Question question, Mention mention)
    {
        var tokens = question.Tokens;
        var (start, end) = (mention.Start, mention.End);
        while (start > 0 && IsFree(start - 1) && (tokens[start].IsAttached || IsOfName(start - 1) && tokens[start].Joint == ' '))
            start--;
        while (end < tokens.Length && IsFree(end) && (tokens[end].IsAttached || IsOfName(end) && tokens[end].Joint == ' '))
            end++;
        if ((start, end) == (mention.Start, mention.End))
            return mention.Typed;
        return MentionFinder.Written(tokens, start, end);

        bool IsFree(int index) =>
            tokens[index].Clause == tokens[mention.Start].Clause
            && !question.Mentions.Any(other => !other.IsUnknown && other.Start <= index && index < other.End);

        bool IsOfName(int index) =>
            char.IsUpper(tokens[index].Raw[0])
            && !Language.Languages.Lexicon.StopWords.Contains(tokens[index].Text)
            && !Language.Languages.Lexicon.CuesFrom(tokens[index].Text).Any();
    }

    // Of the first name it is asked, unless both are set side by side.
    private static bool SpeaksAfterKnown(Question question, ImmutableArray<Mention> unknown) =>
        question.Intent is not (null or Intent.Compare or Intent.List or Intent.News or Intent.Topic or Intent.Definition)
        && unknown.All(mention => mention.Nearest.IsEmpty)
        && question.Mentions.FirstOrDefault(mention => mention.Role == MentionRole.Subject)
            is { IsUnknown: false, Candidates: [{ Subject.Kind: SubjectKind.Release or SubjectKind.Family }] } first
        && question.Links.Any(link => link.Start == first.Start && link is { Version: null, IsAmbiguous: false })
        && !unknown.Any(mention => AreSet(question, first.End, mention.Start));

    // "Whisper or Foo", "Whisper, Foo"
    private static bool AreSet(Question question, int end, int start) =>
        start - end < 2
        && (
            start == end
            || Language.Languages.Lexicon.StopWords.Contains(question.Tokens[end].Text)
                && question.Tokens[end].Text is not ("for" or "in" or "on" or "with")
        );

    /// <summary>Whether a name is unknown that holds a known one, so that the question is on models in any case.</summary>
    public static bool IsNearKnown(Question question) => Asked(question).Any(mention => !mention.Nearest.IsEmpty);

    private static IEnumerable<Mention> Asked(Question question) =>
        question.Mentions.Where(mention =>
            mention is { IsUnknown: true, Role: MentionRole.Subject }
            && !question.Links.Any(link => link.Version is not null && link.Start == mention.Start)
        );

    // A known model that is asked about as well, as in "faster-whisper vs OpenAI Whisper": it speaks for itself, and for nothing else.
    private static SubjectView? KnownBeside(Question question) =>
        question
            .Links.FirstOrDefault(link =>
                link
                    is { IsAmbiguous: false, IsTypo: false, Version: null, Subject.Subject.Kind: SubjectKind.Release or SubjectKind.Family }
                && question.Mentions.Any(mention =>
                    mention is { IsUnknown: false, Role: MentionRole.Subject or MentionRole.Comparison } && mention.Start == link.Start
                )
            )
            ?.Subject;

    private static Answer ForOther(AnswerContext context, string names, SubjectView known)
    {
        var told = context.Question.Aspects switch
        {
            [Aspect.Compare, ..] or [] => OpennessAnswers.Create(context, known),

            // What the unknown one is built on is the known one: that binds it or not by its licence.
            [Aspect.Base, ..] => DerivativeAnswers.Create(context, known),
            _ => AspectAnswers.Create(context, [known], null),
        };
        return told with
        {
            Status = AnswerStatus.UnknownSubject,
            Intent = context.Question.Intent,
            Verdict = null,
            Definitions = [],
            Subjects = [],
            Lead = context.Wording["subject_unknown_beside", ("name", names), ("known", known.Name), ("answer", told.Lead)],
            Choices = [known],
        };
    }

    private static Answer ForBase(AnswerContext context, string names, SubjectView known)
    {
        var bound = context.Question.Aspects.FirstOrDefault(Aspect.CommercialUse) switch
        {
            Aspect.Territory => TerritoryAnswers.Create(context, known),
            Aspect.Restrictions => RestrictionAnswers.Create(context, known),
            Aspect.Outputs => OutputAnswers.Create(context, known),
            Aspect.Licence => LicenceAnswers.Create(context, known, null),
            _ => CommercialAnswers.Create(context, known),
        };
        return bound with
        {
            Status = AnswerStatus.UnknownSubject,
            Intent = context.Question.Intent,
            Subjects = [],
            Lead = context.Wording["subject_unknown_base", ("name", names), ("base", known.Name), ("answer", bound.Lead)],
            Choices = [known],
        };
    }
}
