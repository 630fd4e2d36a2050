using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Answers;

/// <summary>Refusals of names that are in no facts. What is known beside them is
/// named, and speaks only where they are built on it.</summary>
internal static class UnknownNames
{
    private const int MaxKnown = 3;

    /// <summary>The refusal of the unknown names that are asked about; null without
    /// them, or when the question does not depend on them.</summary>
    public static Answer? Refuse(AnswerContext context)
    {
        var question = context.Question;
        ImmutableArray<Mention> asked = [.. Asked(question)];
        if (
            asked.IsEmpty
            || question.Intent is Intent.Topic or Intent.Definition && asked.All(mention => mention.NamedAfter.IsEmpty)
            || !IsNearKnown(question)
                && (question.Intent is Intent.List or Intent.News || question is { Intent: Intent.Timeline, AsksPromise: true })
        )
            return null;
        if (SpeaksAfterKnown(question, asked) || AreTold(question, asked))
            return null;
        if (asked is [var only] && context.Facts.FindByName(Tokenizer.Fold(only.Typed)) is not null)
            return RefusalAnswers.ForUnknownName(context, only.Typed);
        var names = context.Wording.Join([.. Written(question, asked)]);

        // "What holds if the licence changed": a word of the language that was taken for a name, in a question that fits a matter.
        if (
            question.Mentions.All(mention =>
                mention.IsUnknown
                    ? mention.Nearest.IsEmpty && CommonEnglishWords.Find(Tokenizer.Fold(mention.Typed)) != WordClasses.None
                    : mention.Candidates[0] is Licence
            ) && question.FindLikelyTopic() is { } topic
        )
            return TopicAnswers.AsTopic(context, topic);
        if (UnknownBases.Find(context, asked) is { IsEmpty: false } bases)
            return GeneralRules.Add(
                context,
                bases is [var one] ? UnknownBases.Tell(context, names, one) : ForOthers(context, names, bases)
            );
        if (Beside(question) is { IsEmpty: false } others)
            return GeneralRules.Add(context, ForOthers(context, names, others));
        if (NearNames.Tell(context, names, asked) is { } told)
            return GeneralRules.Add(context, told);
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
        return GeneralRules.Add(
            context,
            near is [] ? RefusalAnswers.ForUnknownName(context, names) : RefusalAnswers.ForUnknownName(context, names, near[0])
        );
    }

    /// <summary>The unknown names of a question that is answered for the known one before them: "does T5 pass though C4 is not public".
    /// </summary>
    public static string? NotTold(AnswerContext context) =>
        Asked(context.Question).ToImmutableArray() is { IsEmpty: false } asked
        && (SpeaksAfterKnown(context.Question, asked) || AreTold(context.Question, asked) || IsOfMatter(context.Question, asked))
        && Written(context.Question, asked).ToArray() is { Length: > 0 } names
            ? context.Wording["subject_unknown", ("name", context.Wording.Join(names))]
            : null;

    // "Jukebox repo: may I sell what was trained on music" is answered by what holds in general, and Jukebox is not known all the same.
    private static bool IsOfMatter(Question question, ImmutableArray<Mention> unknown) =>
        question is { Intent: Intent.Topic, Topic: { } topic }
        && unknown.All(mention =>
            mention.Typed.Any(char.IsAsciiLetterUpper)
            && !topic.Subject.Aliases.Append(topic.Name).Any(name => Tokenizer.Key(name) == Tokenizer.Key(mention.Typed))
        );

    private static IEnumerable<string> Written(Question question, ImmutableArray<Mention> unknown) =>
        unknown.Select(mention => Whole(question, mention)).Distinct(StringComparer.OrdinalIgnoreCase);

    // Of Shap-E the "e" alone may be no word, and of Depth Anything V2 "Depth": who reads what is not known reads the whole of it.
    private static string Whole(Question question, Mention mention)
    {
        var tokens = question.Tokens;
        var (start, end) = (mention.Start, mention.End);
        while (
            start > 0
            && IsFree(start - 1)
            && (tokens[start].IsAttached || IsOfName(start - 1) && tokens[start].Joint == ' ' || IsWordOfRepository(start))
        )
            start--;
        while (end < tokens.Length && IsFree(end) && (tokens[end].IsAttached || IsOfName(end) && tokens[end].Joint == ' '))
            end++;
        if ((start, end) == (mention.Start, mention.End))
            return mention.Typed;
        return MentionFinder.Written(tokens, start, end);

        // Of "pyannote/segmentation" the name alone is a word of English.
        bool IsWordOfRepository(int index) => tokens[index].Joint == '/' && CommonEnglishWords.Contains(tokens[index].Text);

        bool IsFree(int index) =>
            tokens[index].Clause == tokens[mention.Start].Clause
            && !question.Mentions.Any(other => !other.IsUnknown && other.Start <= index && index < other.End);

        bool IsOfName(int index) =>
            char.IsUpper(tokens[index].Raw[0])
            && !Languages.Lexicon.StopWords.Contains(tokens[index].Text)
            && !Languages.Lexicon.CuesFrom(tokens[index].Text).Any();
    }

    // Of the first name it is asked, unless both are set side by side.
    private static bool SpeaksAfterKnown(Question question, ImmutableArray<Mention> unknown) =>
        question.Intent is not (null or Intent.Compare or Intent.List or Intent.News or Intent.Topic or Intent.Definition)
        && unknown.All(mention => mention.Nearest.IsEmpty)
        && question.Mentions.FirstOrDefault(mention => mention.Role == MentionRole.Subject) is { Candidates: [{ IsModel: true }] } first
        && question.Links.Any(link => link.Start == first.Start && link is { Version: null, IsAmbiguous: false })
        && !unknown.Any(mention => AreSet(question, first.End, mention.Start));

    /// <summary>Whether what begins at a word is only told of, and each sentence that asks names a known model: "its data came from
    /// text-davinci-003. So can I use Dolly?"</summary>
    public static bool IsTold(Question question, int start) =>
        !question.Tokens[start].IsAsked
        && question.Tokens.Where(token => token.IsAsked).Select(token => token.Sentence).Distinct().ToArray() is { Length: > 0 } asking
        && Array.TrueForAll(
            asking,
            sentence =>
                question.Mentions.Any(mention =>
                    mention is { Candidates: [{ IsModel: true }] } && question.Tokens[mention.Start].Sentence == sentence
                )
        );

    private static bool AreTold(Question question, ImmutableArray<Mention> unknown) =>
        question.Intent is not null && unknown.All(mention => IsTold(question, mention.Start));

    // "Whisper or Foo", "Whisper, Foo"
    private static bool AreSet(Question question, int end, int start) =>
        start - end < 2
        && (
            start == end
            || Languages.Lexicon.StopWords.Contains(question.Tokens[end].Text)
                && question.Tokens[end].Text is not ("for" or "in" or "on" or "with")
        );

    /// <summary>Whether a name is unknown that holds a known one, so that the question is on models in any case.</summary>
    public static bool IsNearKnown(Question question) => Asked(question).Any(mention => !mention.Nearest.IsEmpty);

    private static IEnumerable<Mention> Asked(Question question) =>
        question.Mentions.Where(mention =>
            mention is { IsUnknown: true, Role: MentionRole.Subject }
            && !question.Links.Any(link => link.Version is not null && link.Start == mention.Start && link.Count >= mention.Count)
        );

    /// <summary>The known models that are asked about as well, as in "faster-whisper vs OpenAI Whisper", or that the unknown one is said to
    /// be built on; without any, the one licence that it is said to have. They speak for themselves, and for nothing else.</summary>
    public static ImmutableArray<SubjectView> Beside(Question question)
    {
        ImmutableArray<SubjectView> models =
        [
            .. question
                .Links.Where(link =>
                    link is { IsAmbiguous: false, IsTypo: false, Version: null, Subject.IsModel: true }
                    && question.Mentions.Any(mention =>
                        mention is { IsUnknown: false, Role: MentionRole.Subject or MentionRole.Comparison or MentionRole.Base }
                        && mention.Start == link.Start
                    )
                    && !IsBeginning(question, link)
                )
                .Select(link => link.Subject)
                .Distinct()
                .Take(MaxKnown),
        ];
        return models.IsEmpty ? Premise(question) : models;
    }

    // "gpt-llm-trainer" is no GPT.
    private static bool IsBeginning(Question question, EntityLink link) =>
        question.Mentions.Any(mention => mention.IsUnknown && mention.Start == link.End && question.Tokens[link.End].IsAttached);

    // "Foo is CC BY-NC, may I sell it" is answered by what that licence excludes. Whether Foo has the one that would allow it, it does not
    // say: that is told behind what holds for such cases.
    private static ImmutableArray<SubjectView> Premise(Question question) =>
        question.Aspects is [Aspect.CommercialUse or Aspect.Outputs or Aspect.Restrictions, ..]
        && question.Links.Where(link => link is { IsTypo: false, Subject: Licence }).Select(link => link.Subject).Distinct().ToArray()
            is [Licence { Commercial: CommercialUse.No } only]
        && !question.Tokens.Any(token => token.Text is "which" or "really" or "but" or "or" or "though" or "although")
            ? [only]
            : [];

    /// <summary>That a name is not known, and what is asked of what is named beside it.</summary>
    public static Answer ForOthers(AnswerContext context, string names, ImmutableArray<SubjectView> known)
    {
        if (known is [var only])
        {
            var told = One(context, only);
            return Unknown(context, told, known) with
            {
                Lead = context.Wording["subject_unknown_beside", ("name", names), ("known", only.Name), ("answer", told.Lead)],
                Notes =
                [
                    .. told.Notes,
                    .. only is Release release
                        ? TermsNotes.Exceptions(context, release).Concat(TermsNotes.VariantBases(context, release))
                        : [],
                ],
            };
        }

        Answer[] each = [.. known.Select(subject => One(context, subject))];
        return Unknown(context, each[0], known) with
        {
            Lead = context.Wording["subject_unknown", ("name", names)],
            How = null,
            IsListOfParts = true,
            Rows = [.. known.Zip(each, (subject, answer) => AspectAnswers.Row(subject.Name, answer))],
            Notes = [],
            Facts = [.. each.SelectMany(answer => answer.Facts).Distinct()],
        };
    }

    private static Answer One(AnswerContext context, SubjectView known) =>
        context.Question.Aspects switch
        {
            _ when known is Licence licence => AspectAnswers.Create(context, [licence], licence),
            [Aspect.Compare, ..] when ComparedAspect.Find(context.Question) is { } compared => AspectAnswers.Create(
                Asking(context, [compared]),
                [known],
                context.Question.Licences is [var only] ? only : null
            ),
            [Aspect.Compare, ..] or [] => OpennessAnswers.Create(context, known),

            // What the unknown one is built on is the known one: that binds it or not by its licence.
            [Aspect.Base, ..] => DerivativeAnswers.Create(context, known),
            [Aspect.Licence or Aspect.CommercialUse] when GroupTerms.Tell(context, known) is { } told => told,
            var asked when OfTerms(asked) is { IsEmpty: false } terms && terms.Length < asked.Length => AspectAnswers.Create(
                Asking(context, terms),
                [known],
                null
            ),
            [Aspect.Component, ..] => AspectAnswers.Create(Asking(context, [Aspect.CommercialUse]), [known], null),
            var asked => AspectAnswers.Create(Asking(context, asked), [known], null),
        };

    // What is public of an unknown model is not told by what is public of a known one; which terms bind it may be.
    private static ImmutableArray<Aspect> OfTerms(ImmutableArray<Aspect> asked) =>
        asked.Contains(Aspect.Component) ? asked.Remove(Aspect.Component) : asked;

    private static AnswerContext Asking(AnswerContext context, ImmutableArray<Aspect> aspects) =>
        context with
        {
            Question = context.Question with { Aspects = aspects, Intent = aspects[0].ToIntent(), Component = null, Components = [] },
        };

    private static Answer Unknown(AnswerContext context, Answer told, ImmutableArray<SubjectView> known) =>
        told with
        {
            Status = AnswerStatus.UnknownSubject,
            Intent = context.Question.Intent,
            Verdict = null,
            Definitions = [],
            Subjects = [],
            Choices = known,
        };
}
