using System.Collections.Immutable;
using AiNewsBot.Facts.Claims;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Lists;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>
/// Answers questions from a snapshot of the facts. Pure: the same snapshot, text and day give the same answer. No sentence of an answer
/// says more than the statements it names.
/// </summary>
public sealed partial class Answerer
{
    /// <summary>The longest question that is read, in characters.</summary>
    public const int MaxQuestionLength = 2000;

    private readonly FactBase _facts;
    private readonly Wording _wording;
    private readonly ImmutableArray<Wording> _wordings;
    private readonly QuestionReader _reader;
    private readonly Lazy<ClaimReader> _claims;

    /// <summary>An answerer over a snapshot, in the languages that come with the program.</summary>
    public Answerer(FactBase facts)
        : this(facts, Languages.Lexicon, Languages.Wordings) { }

    internal Answerer(FactBase facts, Lexicon lexicon, ImmutableArray<Wording> wordings)
    {
        _facts = facts;
        _wordings = wordings;
        _wording = wordings[0];
        _reader = new QuestionReader(facts, lexicon);
        _claims = new Lazy<ClaimReader>(() => ClaimReader.Create(_reader));
    }

    private Answerer(Answerer root, FactBase facts)
    {
        (_facts, _wording, _wordings) = (facts, root._wording, root._wordings);
        _reader = root._reader.WithFacts(facts);
        _claims = new Lazy<ClaimReader>(() => ClaimReader.Create(_reader));
    }

    /// <summary>The same answerer over facts that were made from its own with <see cref="FactBase.With"/>.</summary>
    public Answerer WithFacts(FactBase facts) => new(this, facts);

    /// <summary>The snapshot.</summary>
    public FactBase Facts => _facts;

    /// <summary>How a question is read.</summary>
    public Question Read(string text, DateOnly today) => _reader.Read(text, today);

    /// <summary>The answer to a question. Never throws.</summary>
    /// <param name="text">As it was asked.</param>
    /// <param name="today">The day of the question.</param>
    /// <param name="asOf">The day as of which to answer where the question names none; null for today.</param>
    public Answer Ask(string text, DateOnly today, DateOnly? asOf = null)
    {
        var question = _reader.Read(text.Length > MaxQuestionLength ? "" : text, today) with { Text = text };
        var context = ContextOf(question, today, asOf);
        return
            !question.Parts.IsEmpty
            && JoinedAnswers.Create(
                context,
                question.Parts.Select(part => (part, Told(ContextOf(part, today, DayOf(part, question) ?? asOf))))
            )
                is { } joined
            ? Finish(context, joined)
            : Finish(context, Told(context));
    }

    // "In 2023, was it open, and could one sell it": of the same day, where it is asked how it was.
    private static DateOnly? DayOf(Question part, Question whole) =>
        part.Tokens.Any(token => token.Text is "was" or "were" or "did" or "could" or "had") ? whole.Date?.Day : null;

    private AnswerContext ContextOf(Question question, DateOnly today, DateOnly? asOf)
    {
        question = question with
        {
            Links =
            [
                .. question
                    .Links.Select(link => Settled(KnownOn(link, question.Date?.Day ?? asOf), today))
                    .SelectMany(link => question.Intent == Intent.Timeline ? Each(link) : [link]),
            ],
        };
        return new AnswerContext(
            _facts,
            WordingFor(question),
            question,
            today,
            question.Intent is { } intent && (IsDated(intent) || question.AsksState) ? question.Date?.Day ?? asOf : null
        );
    }

    private static Answer Told(AnswerContext context)
    {
        var question = context.Question;
        if (RefusalAnswers.ForText(context, MaxQuestionLength) is { } refusal)
            return context.Refuse(AnswerStatus.OutOfScope, refusal) with { Intent = null };
        if (DetailAnswers.Create(context with { Question = question with { Intent = null } }) is { } detail)
            return detail;
        var part = RefusalAnswers.ForPart(context);
        if (part is not null && question.Intent is not Intent.CommercialUse && !SaysMore(question))
            return RefusalAnswers.ForNames(context) ?? part;
        if (question.Intent is null)
            return (
                    question.Links.Any(link => link.Version is not null) || UnknownNames.IsNearKnown(question)
                        ? RefusalAnswers.ForNames(context)
                        : null
                )
                ?? (
                    GeneralRules.FindAsked(question) is { } matter
                        ? TopicAnswers.AsTopic(context, matter)
                        : SpokenOf(context) ?? RefusalAnswers.OutOfScope(context)
                );
        return RefusalAnswers.ForNames(context)
            ?? (IsDated(question.Intent.Value) ? RefusalAnswers.ForDate(context) : null)
            ?? Beside(part, Judged(context, QuestionAnswerRouter.Answer(context)));
    }

    // "Merge SDXL with itself under any licence. Untested in court, so fine?" asks of SDXL, though not in the sentence that names it.
    private static Answer? SpokenOf(AnswerContext context)
    {
        var question = context.Question;
        var isDerived = question.Has("derived");
        if (
            !question.Links.IsEmpty
            || !isDerived && !question.Has("of_terms")
            || question.Mentions.FirstOrDefault(mention => mention.Role == MentionRole.Subject)
                is not { Candidates: [{ IsModel: true } spoken] }
        )
            return null;
        var asking = context with { Question = question with { Intent = Intent.Restrictions, Aspects = [Aspect.Restrictions] } };
        if (spoken is Release release && BaseTerms.Find(asking, release) is not null)
            return CommercialAnswers.Create(
                context with
                {
                    Question = question with { Intent = Intent.CommercialUse, Aspects = [Aspect.CommercialUse] },
                },
                release
            );
        return isDerived ? DerivativeAnswers.Create(asking, spoken) : RestrictionAnswers.Create(asking, spoken);
    }

    // "HiDream is MIT, does the Llama text encoder spoil it" puts forward what can be judged.
    private static bool SaysMore(Question question) =>
        question.Links.Where(link => link.Subject is not Licence).Select(link => link.Subject).Distinct().Skip(1).Any()
        && !question.Propositions.IsEmpty;

    // What holds for the whole is told, and that of its text encoder nothing is known.
    private static Answer Beside(Answer? part, Answer answer) =>
        part is null ? answer : answer with { Notes = answer.Notes.Insert(0, part.Lead) };

    /// <summary>What a person who picks a subject from a list wants to read: how open it is, or what a licence or topic is.</summary>
    /// <param name="subject">What was picked.</param>
    /// <param name="today">The day of the question.</param>
    /// <param name="asOf">The day as of which to answer; null for today.</param>
    /// <param name="language">In which it is told, such as de; English where it is not worded in it.</param>
    public Answer Describe(SubjectView subject, DateOnly today, DateOnly? asOf = null, string language = "en") =>
        View(
            subject,
            subject.Subject.Kind switch
            {
                SubjectKind.Licence => Intent.Licence,
                SubjectKind.Topic => Intent.Topic,
                _ => Intent.Openness,
            },
            today,
            asOf,
            language: language
        );

    /// <summary>One view of a subject, without a question; of a timeline one page, from 1 with the latest.</summary>
    /// <param name="subject">Of what.</param>
    /// <param name="intent">What of it.</param>
    /// <param name="today">The day of the question.</param>
    /// <param name="asOf">The day as of which to answer; null for today.</param>
    /// <param name="page">Of a timeline.</param>
    /// <param name="language">In which it is told, such as de; English where it is not worded in it.</param>
    public Answer View(SubjectView subject, Intent intent, DateOnly today, DateOnly? asOf = null, int page = 1, string language = "en")
    {
        var context = Unasked(subject.Name, intent, today, asOf) with { Wording = IsWorded(intent) ? WordingIn(language) : _wording };
        return Finish(
            context,
            (intent, subject) switch
            {
                (Intent.Timeline, _) => TimelineAnswers.Create(context, subject, page),
                (_, { Subject.Kind: SubjectKind.Software }) => SoftwareAnswers.For(context, subject),
                (_, { Subject.Kind: SubjectKind.Topic }) => TopicAnswers.Create(context, subject),
                (Intent.Licence, _) or (_, Licence) => LicenceAnswers.Create(context, subject, null),
                _ => OpennessAnswers.Create(context, subject),
            }
        );
    }

    /// <summary>One thing that is told of a subject, without a question.</summary>
    public Answer View(SubjectView subject, Aspect aspect, DateOnly today)
    {
        var question = new Question
        {
            Text = subject.Name,
            Tokens = [],
            Links = [],
            Intent = aspect.ToIntent(),
            Aspects = [aspect],
        };
        var context = new AnswerContext(_facts, _wording, question, today, null);
        return Finish(context, AspectAnswers.Create(context, [subject], subject as Licence));
    }

    /// <summary>How open two or three are, side by side.</summary>
    public Answer Compare(ImmutableArray<SubjectView> subjects, DateOnly today)
    {
        var context = Unasked(string.Join(", ", subjects.Select(subject => subject.Name)), Intent.Compare, today, null);
        return Finish(context, CompareAnswers.Create(context, subjects));
    }

    /// <summary>A question with the name that was not plain replaced by the one that it was meant for, so that it can be asked again; null
    /// where it cannot be read so.</summary>
    /// <param name="text">As it was asked.</param>
    /// <param name="choice">One of the choices of its answer.</param>
    /// <param name="today">The day of the question.</param>
    public string? WithChoice(string text, SubjectView choice, DateOnly today) =>
        ChosenName
            .Write(_reader.Read(text, today), choice)
            .FirstOrDefault(written => Ask(written, today) is { Status: AnswerStatus.Answered or AnswerStatus.NoFact });

    /// <summary>Which releases match a filter, a page of them, from 1.</summary>
    public Answer List(ListFilter filter, DateOnly today, int page = 1)
    {
        var context = Unasked(string.Join(", ", filter.Words), Intent.List, today, null);
        return Finish(context, ListAnswers.Create(context, filter, page));
    }

    /// <summary>What a message puts forward of models, and whether the facts agree.</summary>
    /// <param name="message">As it was written.</param>
    /// <param name="today">The day of the check.</param>
    /// <param name="language">In which it is told, such as de; English where nothing is worded in it.</param>
    public ImmutableArray<CheckedClaim> CheckClaims(string message, DateOnly today, string language = "en")
    {
        var said = _claims.Value.Read(message, today);
        return [.. said.Concat(TopicClaims.Find(_facts, message, said)).Select(claim => CheckClaim(claim, today, language))];
    }

    /// <summary>The models, makers, licences and topics that a text names for
    /// certain: no typos, and no name that could mean several.</summary>
    public ImmutableArray<SubjectView> SubjectsIn(string text) => _reader.SubjectsIn(text);

    /// <summary>Whom a story of general news is about, in order, each once: a name that other things have, too, counts where the story
    /// speaks of the field.</summary>
    public ImmutableArray<SubjectView> SubjectsOfStory(string text) => _reader.SubjectsOfStory(text);

    /// <summary>The one subject that a text is the name of, with slips of the pen; null where it names none or may name several.</summary>
    public SubjectView? Resolve(string name) => _reader.Resolve(name);

    /// <summary>Whether the facts agree with something that is put forward.</summary>
    /// <param name="claim">What is put forward.</param>
    /// <param name="today">The day of the check.</param>
    /// <param name="language">In which it is told, such as de; English where nothing is worded in it.</param>
    public CheckedClaim CheckClaim(Proposition claim, DateOnly today, string language = "en") =>
        ClaimJudge.Judge(Unasked(claim.Text, Intent.Openness, today, null) with { Wording = WordingIn(language) }, claim);

    private static Answer Judged(AnswerContext context, Answer answer)
    {
        var judged = PropositionAnswers.Over(context, answer);
        return (PlaceAnswers.Over(context, answer) ?? CapAnswers.Over(context, answer)) is { } held
            ? held with
            {
                Proposition = judged.Proposition,
            }
            : judged;
    }

    private AnswerContext Unasked(string text, Intent intent, DateOnly today, DateOnly? asOf) =>
        new(
            _facts,
            _wording,
            new Question
            {
                Text = text,
                Tokens = [],
                Links = [],
                Intent = intent,
            },
            today,
            asOf
        );

    // What became of the Mistral Larges is told of each.
    private static IEnumerable<EntityLink> Each(EntityLink link) =>
        link is { IsAmbiguous: true, IsTypo: false } && link.Candidates.All(view => view is Release)
            ? link.Candidates.OrderBy(view => ((Release)view).Known).Select(view => link with { Candidates = [view] })
            : [link];

    // In March 2024 only one Mistral Large was known.
    private static EntityLink KnownOn(EntityLink link, DateOnly? day) =>
        link.IsAmbiguous
        && day is not null
        && link.Candidates.Where(view => view is Release release && release.Known <= day).ToArray() is [var one]
            ? link with
            {
                Candidates = [one],
            }
            : link;

    // "Gemini Pro" could be several releases, but all of Gemini is alike: then it need not be asked which is meant.
    private EntityLink Settled(EntityLink link, DateOnly today)
    {
        if (
            !link.IsAmbiguous
            || link.IsTypo
            || _facts.FamilyOf(link.Subject) is not { } family
            || !link.Candidates.All(view => view is Release && _facts.FamilyOf(view) == family)
        )
            return link;
        var kinds = _facts.ReleasesOf(family).Select(release => _facts.Judge(release, today)?.Kind).Distinct().ToArray();
        return kinds is [not null and not VerdictKind.Unknown] ? link with { Candidates = [family] } : link;
    }
}
