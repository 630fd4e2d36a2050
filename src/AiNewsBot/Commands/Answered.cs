using AiNewsBot.Answering;
using AiNewsBot.Cards;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Transport;

namespace AiNewsBot.Commands;

/// <summary>Answers as replies: what is no answer helps nobody but the one who asked.</summary>
public static class Answered
{
    /// <summary>An answer.</summary>
    public static Reply With(Answer answer, bool isPrivate) => With(answer, AnswerCards.Of(answer), isPrivate);

    /// <summary>An answer whose card is there already.</summary>
    public static Reply With(Answer answer, Card card, bool isPrivate) => new Reply.Show(card, isPrivate || answer.Status != AnswerStatus.Answered);

    /// <summary>Why there is none.</summary>
    public static Reply Refused(Answer refusal) => new Reply.Show(AnswerCards.Of(refusal), IsPrivate: true);

    /// <summary>A sentence to the one who asked alone.</summary>
    public static Reply Say(string text) => new Reply.Show(new CardWriter(VerdictStyle.Accent(null)).Add(Markdown.Escape(text)).ToCard(), IsPrivate: true);
}
