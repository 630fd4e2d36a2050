using System.Collections.Concurrent;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Facts.Answers;

namespace AiNewsBot.Answering;

/// <summary>
/// The answers of one snapshot to what was asked lately, with their cards: a busy server asks the same things again and again. It is as old
/// as its snapshot, so that no answer outlives a fact.
/// </summary>
internal sealed class AnswerCache(Answerer answerer)
{
    private const int MaxCount = 200;
    private const int MaxQuestionLength = 200;

    private readonly ConcurrentDictionary<(string Question, DateOnly Day), (Answer Answer, Card Card)> _answers = new();

    /// <summary>The answer to a question on a day, and its card.</summary>
    public (Answer Answer, Card Card) Ask(string question, DateOnly today)
    {
        if (_answers.TryGetValue((question, today), out var known))
            return known;
        var answer = answerer.Ask(question, today);
        var answered = (answer, AnswerCards.Create(answer, question));
        if (question.Length > MaxQuestionLength)
            return answered;

        // Starting over is simpler than tracking what was used when, and what is asked often is soon back.
        if (_answers.Count >= MaxCount)
            _answers.Clear();
        _answers.TryAdd((question, today), answered);
        return answered;
    }
}
