using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Answers;

/// <summary>The answer to one thing that is asked of one subject; and, where several
/// are asked or of several, to each in the order asked.</summary>
internal static class AspectAnswers
{
    private const int MaxCount = 12;

    /// <summary>The answer to all that is asked of the subjects.</summary>
    /// <param name="context">Of the question.</param>
    /// <param name="subjects">What it asks about, at least one.</param>
    /// <param name="licence">The licence that it names.</param>
    public static Answer Create(AnswerContext context, ImmutableArray<SubjectView> subjects, Licence? licence)
    {
        var asked = AskedAspects.Find(context.Question);
        SubjectView[] models = [.. Listed(context.Question, subjects)];
        var about = models.Length == 0 || asked is [(Aspect.Maker, _)] && !AreJoined(context.Question, models) ? subjects.Take(1) : models;
        (SubjectView Subject, Aspect Aspect, string? Component)[] parts =
        [
            .. about
                .SelectMany(subject =>
                    asked.Select(one =>
                        subject is Licence ? (subject, OfLicence(one.Aspect), (string?)null) : (subject, one.Aspect, one.Component)
                    )
                )
                .Distinct()
                .Take(MaxCount),
        ];
        return parts.Length == 1 ? One(context, parts[0], subjects, licence) : Several(context, parts, licence);
    }

    /// <summary>One thing that is asked of each of several.</summary>
    public static Answer ForEach(AnswerContext context, ImmutableArray<SubjectView> subjects, Aspect aspect, Licence? licence) =>
        Several(context, [.. subjects.Take(MaxCount).Select(subject => (subject, aspect, (string?)null))], licence);

    private static Answer Several(AnswerContext context, (SubjectView Subject, Aspect Aspect, string? Component)[] parts, Licence? licence)
    {
        Answer[] answers =
        [
            .. parts.Select(part =>
                GroupTerms.InPassing(context, parts[0].Subject, part.Subject, part.Aspect) ?? One(context, part, [part.Subject], licence)
            ),
        ];
        var isOne = parts.All(part => part.Subject == parts[0].Subject);
        return context.Answer(
            parts.Select(part => part.Subject).Distinct(),
            isOne ? context.Wording["parts_of", ("name", parts[0].Subject.Name)] : context.Wording["parts"],
            answers.SelectMany(answer => answer.Facts)
        ) with
        {
            Status = answers.Any(answer => answer.Status == AnswerStatus.Answered) ? AnswerStatus.Answered : answers[0].Status,
            Intent = answers[0].Intent,
            Component = answers[0].Component,
            Verdict = isOne ? answers.FirstOrDefault(answer => answer.Intent == Intent.Openness)?.Verdict : null,
            Definitions = isOne ? answers.FirstOrDefault(answer => !answer.Definitions.IsEmpty)?.Definitions ?? [] : [],
            IsListOfParts = true,
            Rows = [.. parts.Zip(answers, (part, answer) => Row(context, part, WithoutUse(part, answer, parts), isOne))],
        };
    }

    // What holds for use of the model has a row of its own.
    private static Answer WithoutUse(
        (SubjectView Subject, Aspect Aspect, string? Component) part,
        Answer answer,
        (SubjectView Subject, Aspect Aspect, string? Component)[] parts
    ) =>
        part.Aspect == Aspect.Outputs && Array.Exists(parts, other => other.Subject == part.Subject && other.Aspect == Aspect.CommercialUse)
            ? answer with
            {
                Notes = [],
            }
            : answer;

    // A licence has no components and no dates: what is asked of the weights that are under it is what it is.
    private static Aspect OfLicence(Aspect aspect) =>
        aspect is Aspect.CommercialUse or Aspect.Outputs or Aspect.Restrictions or Aspect.Territory or Aspect.Maker
            ? aspect
            : Aspect.Licence;

    // "Who made BLOOM and StarCoder" asks for the maker of each, "is Trinity by Mistral" whether the second made the first.
    private static bool AreJoined(Question question, SubjectView[] models) =>
        models.Length > 1
        && question
            .Links.Where(link => models.Contains(link.Subject) && link.Subject != models[0])
            .All(link => IsJoined(question, link.Start) || link.Start > 0 && question.Tokens[link.Start].Joint == ',');

    // In "may I train GPT with Llama 3" one is asked about; in "Llama 3, Gemma 3 and Qwen3" each.
    private static IEnumerable<SubjectView> Listed(Question question, ImmutableArray<SubjectView> subjects)
    {
        var end = -1;
        foreach (
            var link in question
                .Links.Where(link =>
                    link.Subject.Subject.Kind is SubjectKind.Release or SubjectKind.Family or SubjectKind.Software
                    && subjects.Contains(link.Subject)
                )
                .OrderBy(link => link.Start)
        )
        {
            if (
                end >= 0
                && !Enumerable.Range(end, Math.Max(0, link.Start - end)).All(index => Joins(question.Tokens[index]))
                && !IsToldOfEach(question, link)
            )
                continue;
            end = link.End;
            yield return link.Subject;
        }
    }

    private static bool Joins(Token token) =>
        token.Text
            is "and"
                or "or"
                or "nor"
                or "vs"
                or "versus"
                or "plus"
                or "the"
                or "also"
                or "と"
                or "和"
                or "以及"
                or "y"
                or "et"
                or "und"
                or "e";

    // What one may do with Llama 3 to GPT is asked of Llama 3; the licence of Gemma 3 beside that of Gemma 4 is asked of both.
    private static bool IsToldOfEach(Question question, EntityLink link) =>
        IsJoined(question, link.Start > 0 && question.Tokens[link.Start - 1].Text == "the" ? link.Start - 1 : link.Start)
        || question.Aspects.All(aspect =>
            aspect
                is Aspect.Licence
                    or Aspect.Openness
                    or Aspect.Component
                    or Aspect.Maker
                    or Aspect.Base
                    or Aspect.ReleaseDate
                    or Aspect.History
                    or Aspect.CommercialUse
                    or Aspect.Restrictions
        )
            && IsApart(question, link)
            && question.Mentions.FirstOrDefault(mention => mention.Start <= link.Start && link.Start < mention.End)
                is { Role: MentionRole.Subject };

    // "May I train GPT with Llama 3" is asked of one; "may I sell SAM 3, and would SAM 2.1 do" of each, and so is what is set beside
    // another.
    private static bool IsApart(Question question, EntityLink link) =>
        !question.Aspects.Any(aspect => aspect is Aspect.CommercialUse or Aspect.Restrictions)
        || question.Tokens[link.Start].Clause != question.Tokens[question.Links.Min(other => other.Start)].Clause
        || question.Tokens.Any(token => token.Text is "same" or "than" or "unlike" or "instead");

    private static bool IsJoined(Question question, int start) =>
        start > 0 && Joins(question.Tokens[start - 1]) && question.Tokens[start - 1].Text != "the";

    /// <summary>How an aspect is called.</summary>
    public static string Label(AnswerContext context, Aspect aspect) => context.Wording["aspect_" + aspect.ToString().ToLowerInvariant()];

    /// <summary>What an intent asks for.</summary>
    public static Aspect AspectOf(Intent intent) =>
        intent switch
        {
            Intent.Licence => Aspect.Licence,
            Intent.CommercialUse => Aspect.CommercialUse,
            Intent.Restrictions => Aspect.Restrictions,
            Intent.Component => Aspect.Component,
            Intent.ReleaseDate => Aspect.ReleaseDate,
            Intent.Maker => Aspect.Maker,
            Intent.Timeline => Aspect.History,
            Intent.List => Aspect.List,
            Intent.Compare => Aspect.Compare,
            Intent.Definition => Aspect.Definition,
            Intent.Topic => Aspect.Topic,
            Intent.News => Aspect.News,
            _ => Aspect.Openness,
        };

    private static Answer One(
        AnswerContext context,
        (SubjectView Subject, Aspect Aspect, string? Component) part,
        ImmutableArray<SubjectView> subjects,
        Licence? licence
    )
    {
        var (subject, aspect, component) = part;
        context = context with { Question = context.Question with { Intent = aspect.ToIntent(), Component = component } };
        if (subject.Subject.Kind == SubjectKind.Software)
            return SoftwareAnswers.Create(context, subject);
        var terms = context.Question.Links.FirstOrDefault(link => link.Subject is Licence);
        return aspect switch
        {
            // "GPT-2 licence" asks for it; "is Phi-2 MIT licensed" asks whether it is that.
            Aspect.Licence when Named(context.Question) is { Length: > 1 } named => LicenceAnswers.Among(context, subject, named),
            Aspect.Licence => LicenceAnswers.Create(
                context,
                subject,
                context.Question.Links.Any(link => link != terms && link.Start == terms?.Start) || subject == licence
                    ? null
                    : OfKind(context, subject, licence)
            ),
            Aspect.Outputs => OutputAnswers.Create(context, subject),
            Aspect.CommercialUse => CommercialAnswers.Create(context, subject),
            Aspect.Territory when subject is not Licence => TerritoryAnswers.Create(context, subject),
            Aspect.Restrictions when context.Question.AsksDerivatives || SpeaksOfOwn(context.Question) => DerivativeAnswers.Create(
                context,
                subject
            ),
            Aspect.Restrictions or Aspect.Territory => RestrictionAnswers.Create(context, subject),
            Aspect.Component when subject is not Licence && component is not null => ComponentAnswers.Create(context, subject, component),
            Aspect.ReleaseDate when subject is not Licence => DateAnswers.Create(context, subject),
            Aspect.Maker => MakerAnswers.Create(context, subject, subjects.Length > 1 ? subjects[1] : null),
            Aspect.Base when subject is not Licence => BaseAnswers.Create(context, subject),
            Aspect.History or Aspect.Promise when subject is not Licence => TimelineAnswers.Create(context, subject),
            Aspect.Overview when subject is not Licence => OverviewAnswers.Create(context, subject),
            Aspect.Openness or Aspect.Component when subject is not Licence => OpennessAnswers.Create(context, subject),
            _ => LicenceAnswers.Create(context, subject, null),
        };
    }

    // "Is StarCoder2 under OpenRAIL-M" names a kind of licence, of which its own is one.
    private static Licence? OfKind(AnswerContext context, SubjectView subject, Licence? asked) =>
        context.Question.Links.FirstOrDefault(link => link.Subject == asked)?.Typed is { } typed
        && subject is Release release
        && context.Facts.LicenceKinds.Contains(typed)
        && context.Facts.LicenceOf(release, Components.Weights, context.Day) is { } own
        && LicenceKinds.IsOf(typed, own)
            ? own
            : asked;

    // The licences that it names as such, and not within the name of a model.
    private static Licence[] Named(Question question) =>
        [
            .. question
                .Links.Where(link => link.Subject is Licence && question.Links.All(other => other == link || other.Start != link.Start))
                .Select(link => (Licence)link.Subject)
                .Distinct(),
        ];

    private static AnswerRow Row(
        AnswerContext context,
        (SubjectView Subject, Aspect Aspect, string? Component) part,
        Answer answer,
        bool isOne
    )
    {
        var what =
            part.Aspect == Aspect.Component && part.Component is { } component
                ? context.Wording.Label(component)
                : Label(context, part.Aspect);
        var row = Row(isOne ? what : $"{part.Subject.Name}, {what}", answer) with { Matter = (part.Subject, part.Aspect) };

        // Where nothing is said on outputs, what holds for the model is beside it.
        return part.Aspect == Aspect.Outputs ? row with { Value = string.Join(' ', answer.Notes.Prepend(row.Value)) } : row;
    }

    /// <summary>An answer in a row, what it lists behind what it says.</summary>
    public static AnswerRow Row(string label, Answer answer)
    {
        var told = answer.Rows.IsEmpty
            ? ""
            : " " + string.Join("; ", answer.Rows.Select(row => row.Label.Length == 0 ? row.Value : $"{row.Label}: {row.Value}"));
        return new AnswerRow(label, $"{answer.Lead}{(answer.How is null ? "" : $" {answer.How}")}{told}");
    }

    // "If I fine-tune it, may I put the result under MIT" asks for what binds what is made of it.
    private static bool SpeaksOfOwn(Question question) =>
        question.Has("derived") && question.Tokens.Any(token => token.Text is "i" or "we" or "my" or "our" or "result" or "own");
}
