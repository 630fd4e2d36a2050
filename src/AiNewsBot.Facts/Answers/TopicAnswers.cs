using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Questions.Topics;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Answers;

/// <summary>What is known of a matter, and what a term means.</summary>
internal static class TopicAnswers
{
    private const int MaxBeside = 3;
    private const int MaxBesideNames = 2;

    private static readonly TopicWords Words = new(Languages.Lexicon);

    /// <summary>All of it, the sentence that holds what was asked first.</summary>
    public static Answer Create(AnswerContext context, SubjectView topic)
    {
        var says = topic.All(Properties.Says);
        if (Judged(context.Question, says) is var (judging, premise, holds))
            return context.Answer(
                [topic],
                $"{context.Wording[holds ? "asked_agrees" : "asked_disagrees"]} {says[judging].Value}",
                says
            ) with
            {
                Notes = [.. says.Where((_, index) => index != judging).Select(statement => statement.Value)],
                Proposition = new AnsweredProposition(premise.Text, premise.Holds),
            };
        var first = context.Question.Tokens.IsEmpty ? 0 : First(context, topic, says);
        ImmutableArray<Statement> told = [says[first], .. Others(context, topic, says, first).Select(index => says[index])];
        return context.Answer([topic], says[first].Value, told) with
        {
            Notes = [.. Beside(context), .. told.Skip(1).Select(statement => statement.Value)],
        };
    }

    // Where a model is named in what holds in general, the rule and little more of it is wanted: the case of what is named, then what holds
    // for all.
    private static IEnumerable<int> Others(AnswerContext context, SubjectView topic, ImmutableArray<Statement> says, int first)
    {
        var others = Enumerable.Range(0, says.Length).Where(index => index != first);
        if (Candidate(context.Question, topic) is not { } match || match.Named.Length != says.Length || !NamesOther(context.Question))
            return others;
        var own = OfAsked(context, says, match.Named);
        return others
            .OrderBy(index =>
                index == 0 ? 0
                : index == own ? 1
                : match.Named[index].IsEmpty ? 2
                : 3
            )
            .Take(MaxBesideNames);
    }

    // The sentence that holds what is asked; a case only where it is that of a model or maker that is named, or it is asked who.
    private static int First(AnswerContext context, SubjectView topic, ImmutableArray<Statement> says)
    {
        var most = MostTelling(context.Question, topic, says);
        var named = Candidate(context.Question, topic)?.Named ?? [];
        return
            most == 0
            || named.Length != says.Length
            || named[most].IsEmpty
            || AsksWho(context.Question)
            || OfAsked(context, says, named) == most
            ? most
            : 0;
    }

    private static bool NamesOther(Question question) =>
        question.Mentions.Any(mention =>
            mention is { Candidates: [{ IsModel: true }, ..] } or { IsUnknown: true, Role: MentionRole.Subject }
        );

    private static TopicMatch? Candidate(Question question, SubjectView topic) =>
        question.NearestTopic?.Candidates.FirstOrDefault(match => match.Topic.Id == topic.Id);

    // "Does Kimi's naming duty make it proprietary" asks for a matter, and of Kimi: what it is, is told in a line.
    private static IEnumerable<string> Beside(AnswerContext context) =>
        context
            .Question.Links.Where(link => link is { IsAmbiguous: false, IsTypo: false, Version: null })
            .Select(link => link.Subject)
            .Distinct()
            .Take(MaxBeside)
            .SelectMany(subject =>
                subject switch
                {
                    Licence licence when licence.Commercial != CommercialUse.Unknown => [TermsClaims.Sentence(context, licence)],
                    Release or { Subject.Kind: SubjectKind.Family } when NamedBeside.Describe(context, subject) is { } state =>
                        AspectsBeside.For(context, subject).Prepend(NamedBeside.Write(state)),
                    _ => [],
                }
            );

    /// <summary>The same of a topic that a question fits, though it was read as asking for something else.</summary>
    public static Answer AsTopic(AnswerContext context, SubjectView topic) =>
        Create(context with { Question = context.Question with { Intent = Intent.Topic, Aspects = [Aspect.Topic] } }, topic);

    /// <summary>The one sentence of a topic that holds what is asked.</summary>
    public static Statement Telling(Question question, SubjectView topic)
    {
        var says = topic.All(Properties.Says);
        return says[MostTelling(question, topic, says)];
    }

    /// <summary>What topics say first, which holds for all of them; of one alone also the sentence that holds what is asked, where that is
    /// another: a case that makers or models had only where the question names one of them, or asks who.</summary>
    public static ImmutableArray<Statement> Rules(AnswerContext context, ImmutableArray<TopicMatch> matches) =>
        matches is [var only]
            ? Rule(context, only)
            : [.. matches.Select(match => (context.Facts.Find(match.Topic.Id) ?? match.Topic).All(Properties.Says)[0])];

    private static ImmutableArray<Statement> Rule(AnswerContext context, TopicMatch match)
    {
        var (question, topic) = (context.Question, context.Facts.Find(match.Topic.Id) ?? match.Topic);
        var says = topic.All(Properties.Says);
        var own = match.Named.Length == says.Length ? OfAsked(context, says, match.Named) : -1;
        if (own > 0)
            return [says[0], says[own]];
        var most = MostTelling(question, topic, says);
        return most == 0 || match.Named.Length == says.Length && !match.Named[most].IsEmpty && !AsksWho(question)
            ? [says[0]]
            : [says[0], says[most]];
    }

    // The first sentence behind the rule that tells of a model that is asked about, of its line or of its maker, known or not.
    private static int OfAsked(AnswerContext context, ImmutableArray<Statement> says, ImmutableArray<ImmutableHashSet<string>> named)
    {
        var question = context.Question.Whole ?? context.Question;
        string[] asked =
        [
            .. question
                .Mentions.Where(mention => mention is { Candidates: [not Licence] })
                .Select(mention => mention.Candidates[0])
                .SelectMany(subject => new[] { subject, context.Facts.FamilyOf(subject), context.Facts.MakerOf(subject) })
                .OfType<SubjectView>()
                .Concat(context.Question.Licences)
                .Select(subject => subject.Id)
                .Distinct(),
        ];
        string[] unknown =
        [
            .. context.Question.Mentions.Where(mention => mention.IsUnknown).Select(mention => Tokenizer.Key(mention.Typed)),
        ];
        for (var i = 1; i < says.Length; i++)
        {
            if (Array.Exists(asked, named[i].Contains) || IsNamed(says[i], unknown))
                return i;
        }

        return -1;
    }

    private static bool IsNamed(Statement says, string[] unknown) =>
        unknown.Length > 0 && Tokenizer.Split(says.Value).Any(token => unknown.Contains(Tokenizer.Key(token.Text)));

    private static bool AsksWho(Question question) =>
        question.Tokens.Any(token => token.Text is "who" or "whom" or "which" or "example" or "examples");

    // What is put forward is judged where a sentence of the topic decides what is nearly the same, or its opposite.
    private static (int Index, TopicPremise Premise, bool Holds)? Judged(Question question, IReadOnlyList<Statement> says)
    {
        if (question.Tokens.IsEmpty || AsksOpenly(question.Tokens))
            return null;
        var asked = Words.Of(question.Tokens);
        var best = Alike;
        (int, TopicPremise, bool)? judged = null;
        for (var i = 0; i < says.Count; i++)
        {
            foreach (var premise in TopicPremise.In(says[i]))
            {
                var tokens = Tokenizer.Split(premise.Text);
                if (tokens.Any(token => IsUniversal(token) && !question.Tokens.Any(other => other.Text == token.Text)))
                    continue;
                var told = Words.Of(tokens);
                var likeness = 2.0 * told.Count(asked.Contains) / (told.Length + asked.Length);
                if (likeness > best)
                    (best, judged) = (likeness, (i, premise, premise.Holds == (IsDenied(tokens) == IsDenied(question.Tokens))));
            }
        }

        return judged;
    }

    // That not everything is exempt denies no exemption.
    private static bool IsUniversal(Token token) => PropositionWords.Shipped.Is("universals", token.Text);

    private static bool IsDenied(ImmutableArray<Token> tokens) =>
        tokens
            .Skip(PropositionWords.Shipped.Is("auxiliaries", tokens[0].Text) ? 1 : 0)
            .Count(token => PropositionWords.Shipped.Is("denials", token.Text)) % 2
        == 1;

    // "What does it ask for" puts nothing forward.
    private static bool AsksOpenly(ImmutableArray<Token> tokens) =>
        tokens.Take(2).Any(token => PropositionWords.Shipped.Is("asking", token.Text));

    // How much of a question and of what is put forward must be the same words.
    private const double Alike = 0.55;

    // The sentence that shares most with the question; words that all sentences share, and those of the topic's names, tell nothing. Who
    // asks when is told a date.
    private static int MostTelling(Question question, SubjectView topic, IReadOnlyList<Statement> says)
    {
        // That a case is one of Apache and CC BY-NC, too, does not make it the one that is asked about.
        ImmutableArray<Token> tokens =
        [
            .. question.Tokens.Where(
                (_, index) =>
                    !question.Mentions.Any(mention =>
                        mention.Start <= index && index < mention.End && mention is { IsUnknown: false, Candidates: [Licence, ..] }
                    )
            ),
        ];
        var named = topic.Subject.Aliases.Prepend(topic.Name).SelectMany(name => Words.Of(Tokenizer.Split(name)));
        ImmutableArray<string> asked = [.. Words.Of(tokens).Except(named)];
        var told = says.Select(statement => Words.Of(Tokenizer.Split(statement.Value))).ToArray();
        var wantsDate = tokens.Any(token => token.Text is "when" or "year" or "date" or "day");
        var wantsDetail =
            wantsDate || tokens.Any(token => token.Text is "who" or "whom" or "where" or "which" or "many" or "much" or "why");
        var best = 0;
        var most = 0.0;
        for (var i = 0; i < told.Length; i++)
        {
            var score =
                asked.Where(told[i].Contains).Sum(word => Math.Log(1 + (double)told.Length / told.Count(other => other.Contains(word))))
                + (wantsDate && says[i].ValidFrom is not null ? 1 : 0);
            if (score > most + (wantsDetail ? Margin : RuleMargin))
                (best, most) = (i, score);
        }

        return best;
    }

    // A later sentence depends on the first ones: it must tell clearly more to be said before them, the more where no detail is asked for:
    // the first tells what holds for all cases, and others tell cases.
    private const double Margin = 0.5;
    private const double RuleMargin = 1.5;
}
