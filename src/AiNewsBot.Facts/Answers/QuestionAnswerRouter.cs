using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Lists;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Answers;

/// <summary>The answer to what a question asks of the subjects that it names.</summary>
internal static class QuestionAnswerRouter
{
    public static Answer Answer(AnswerContext context)
    {
        var question = context.Question;
        switch (question.Intent)
        {
            case Intent.List when question.Trend is { } trend:
                return TrendAnswers.Create(context, trend, question.Filter);

            // An unknown name would have to narrow the list, and cannot.
            case Intent.List when question.UnknownMaker is { } maker:
                return RefusalAnswers.ForUnknownName(context, maker);
            case Intent.List
                when question.Mentions.Any(mention => mention is { IsUnknown: true, Role: MentionRole.Subject })
                    && question.UnknownWords.Any(word =>
                        IsUnknown(word) && !(question.Filter.Modality is not null && CommonEnglishWords.IsPlural(word))
                    ):
                return RefusalAnswers.ForNoSubject(context);

            // Whether any of Claude is open, or whether Claude 3 is, asks how open it is.
            case Intent.List
                when question.Filter is { IsOfOpennessAlone: true, Of: [{ IsModel: true } only] }
                    && !question.Tokens.Any(token => token.Text is "which" or "what" or "list" or "many"):
                return AspectAnswers.Create(
                    context with
                    {
                        Question = question with { Intent = Intent.Openness, Aspects = [Aspect.Openness], Filter = new ListFilter() },
                    },
                    [only],
                    null
                );
            case Intent.List:
                return ListAnswers.Create(context, question.Filter);
            case Intent.Definition or Intent.Topic:
                return (question.Topic ?? question.FindSharedTopic()) is { } topic
                        ? TopicAnswers.Create(context, GeneralRules.Settle(context, topic))
                    : question.Mentions.Any(mention => mention is { IsUnknown: true, Role: MentionRole.Subject })
                        ? RefusalAnswers.ForNoSubject(context)
                    : context.Refuse(AnswerStatus.NoFact, context.Wording["definition_unknown"]);
            case Intent.News when Subjects(question) is { IsEmpty: false } about:
                return TimelineAnswers.News(context, about[0]);
            case Intent.News:
                // News of an unknown maker are not all news.
                return question.UnknownWords.Any(IsUnknown) ? RefusalAnswers.ForNoSubject(context) : TimelineAnswers.News(context, null);
        }

        var subjects = Subjects(question);
        var terms = question.Links.FirstOrDefault(link => link.Subject is Licence);
        var licence = terms?.Subject as Licence;
        if (subjects.IsEmpty && licence is null)
            return question is { Intent: Intent.Timeline, AsksPromise: true }
                ? TimelineAnswers.Promises(context)
                : RefusalAnswers.ForNoSubject(context);
        if (
            subjects.IsEmpty
            && question.Links.Select(link => link.Subject).OfType<Licence>().Distinct().ToArray() is { Length: > 1 } licences
        )
            return LicenceAnswers.Compare(context, licences);
        if (subjects.IsEmpty && UnknownOwner(question) is { } unknown)
            return UnknownNames.ForOthers(context, unknown, [licence!]);
        if (question.Intent == Intent.Compare && subjects is [var alone] && !question.UnknownWords.IsEmpty)
            return RefusalAnswers.ForUnknownName(context, string.Join(' ', question.UnknownWords.Take(3)), alone);
        if (question.Intent == Intent.Compare && subjects.FirstOrDefault(IsSoftware) is { } software)
            return subjects.Any(other => other != software && software.Name.StartsWith(other.Name, StringComparison.OrdinalIgnoreCase))
                ? AspectAnswers.Create(OnLicences(context), subjects, null)
                : SoftwareAnswers.For(context, software);
        if (SameTermsAnswers.Create(context) is { } same)
            return same;
        if (question.Intent == Intent.Compare && !subjects.IsEmpty)
            return Compared(context, subjects, licence);
        var answer = AspectAnswers.Create(context, subjects.IsEmpty ? [licence!] : subjects, licence);
        return subjects is [var named] && SoftwareAnswers.NamedAfter(context, named) is { } program
            ? WithProgram(context, answer, program)
            : answer;
    }

    // "Which of A, B and C are MIT" asks for the licence of each, "which of them has a cap" for its limits.
    private static Answer Compared(AnswerContext context, ImmutableArray<SubjectView> subjects, Licence? licence) =>
        ComparedAspect.Find(context.Question) switch
        {
            Aspect.CommercialUse => CompareAnswers.Create(
                context with
                {
                    Question = context.Question with { AsksCommercialUse = true },
                },
                subjects
            ),
            { } aspect when subjects.Length > 1 => AspectAnswers.ForEach(context, subjects, aspect, licence),
            _ => CompareAnswers.Create(context, subjects),
        };

    // "Is Cursor open source" is asked of the editor, and may be asked of the models of those who make it.
    private static Answer WithProgram(AnswerContext context, Answer answer, SubjectView program)
    {
        if (answer.Intent is not (Intent.Openness or Intent.Licence or Intent.CommercialUse or Intent.Restrictions))
            return answer;
        var told = SoftwareAnswers.For(context, program);
        return answer with
        {
            Lead = $"{told.Lead} {told.How} {context.Wording["software_models", ("name", answer.Subjects[0].Name), ("what", answer.Lead)]}",
            Subjects = [.. answer.Subjects, program],
            Notes = [.. told.Notes, .. answer.Notes],
            Facts = [.. told.Facts.Concat(answer.Facts).Distinct()],
        };
    }

    // "The silentcipher weights": what has weights and is in no list of words is a model that is not known.
    private static string? UnknownOwner(Question question) =>
        question
            .Phrases.Where(hit => hit.Start > 0 && hit.Group == "components")
            .Select(hit => question.Tokens[hit.Start - 1].Raw)
            .FirstOrDefault(word => question.UnknownWords.Contains(word) && IsUnknown(word));

    // A word of English narrows nothing, and names nothing.
    private static bool IsUnknown(string word) => CommonEnglishWords.Find(Tokenizer.Fold(word)) == WordClasses.None;

    // A program and the model that it is named after have terms of their own each, and are not open in the same sense.
    private static AnswerContext OnLicences(AnswerContext context) =>
        context with
        {
            Question = context.Question with { Intent = Intent.Licence, Aspects = [Aspect.Licence] },
        };

    private static bool IsSoftware(SubjectView subject) => subject.Subject.Kind == SubjectKind.Software;

    /// <summary>The models that are named, and the makers that are more than the maker of one.</summary>
    private static ImmutableArray<SubjectView> Subjects(Question question)
    {
        var links = question.Links.Where(link => link.Subject is not Licence).ToArray();
        var subjects = links.Where((link, index) => index == 0 || !IsBase(question, link)).Select(link => link.Subject).ToArray();
        var models = subjects.Where(view => view.Subject.Kind != SubjectKind.Organization).ToArray();

        // "Ollama lists R1 as MIT" is asked of R1.
        if (question.Intent is not Intent.Compare && !Array.TrueForAll(models, IsSoftware))
            models = [.. models.Where(view => !IsSoftware(view))];
        subjects = [.. subjects.Where(view => !IsSoftware(view) || models.Contains(view))];
        return question.Intent is Intent.Compare || models.Length == 0
            ? [.. question.Intent is Intent.Compare ? WithoutMakers(subjects) : subjects]
            : [.. models, .. subjects.Except(models)];
    }

    // "Is Copilot, based on GPT-4, open" is not asked of GPT-4: what binds a model of what it is built on is told with it.
    private static bool IsBase(Question question, EntityLink link) =>
        question.Mentions.Any(mention => mention is { Role: MentionRole.Base, IsUnknown: false } && mention.Start == link.Start)
            && question.Mentions.Any(mention => mention is { Role: MentionRole.Subject, IsUnknown: false, Candidates: [not Licence, ..] })
        || question.Tokens[Math.Max(0, link.Start - 1)].Text is "on" or "upon" or "from"
            && question.Phrases.Exists(hit => hit.Group == "bases" && hit.End == link.Start);

    private static IEnumerable<SubjectView> WithoutMakers(SubjectView[] models) =>
        models
            .Where(view =>
                view.Subject.Kind != SubjectKind.Organization
                || models.All(model => model.Subject.Kind == SubjectKind.Organization || model.Subject.Parent != view.Id)
            )
            .DefaultIfEmpty(models.FirstOrDefault())
            .OfType<SubjectView>();
}
