using System.Collections.Concurrent;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Answering;

/// <summary>
/// The answers of one snapshot to what was asked lately, with their cards: a busy server asks the same things again and again. It is as old
/// as its snapshot, so that no answer outlives a fact.
/// </summary>
internal sealed class AnswerCache(Answerer answerer)
{
    private const int MaxCount = 200;
    private const int MaxQuestionLength = 200;

    private readonly ConcurrentDictionary<(string Question, DateOnly Day, string Language), (Answer Answer, Card Card)> _answers = new();

    /// <summary>The answer to a question on a day, and its card.</summary>
    public (Answer Answer, Card Card) Ask(string question, DateOnly today)
    {
        var key = (question, today, ChatTexts.Current.Language);
        if (_answers.TryGetValue(key, out var known))
            return known;
        var answer = answerer.Ask(question, today);
        var answered = (answer, AnswerCards.Create(answer, Options(question, answer, today)));
        if (question.Length > MaxQuestionLength)
            return answered;

        // Starting over is simpler than tracking what was used when, and what is asked often is soon back.
        if (_answers.Count >= MaxCount)
            _answers.Clear();
        _answers.TryAdd(key, answered);
        return answered;
    }

    /// <summary>How the answer to a question is shown: what was meant is answered in its words.</summary>
    public CardOptions Options(string question, Answer answer, DateOnly today) =>
        new() { Asked = question, Choose = choice => Choose(question, answer, choice, today) };

    // Where the question does not fit a button, at least what it asks for does.
    private AnswerReference Choose(string question, Answer answer, SubjectView choice, DateOnly today) =>
        answerer.WithChoice(question, choice, today) is { } written && new AnswerReference.ForQuestion(written) is { Fits: true } asked
            ? asked
        : answer.Aspects is [var aspect, ..] && IsView(aspect) ? new AnswerReference.ForView(aspect.ToSlug(), choice.Id)
        : new AnswerReference.ForSubject(choice.Id);

    private static bool IsView(Aspect aspect) =>
        aspect is Aspect.Licence or Aspect.CommercialUse or Aspect.Restrictions or Aspect.Outputs or Aspect.ReleaseDate or Aspect.Maker;
}
