using AiNewsBot.Answering;
using AiNewsBot.Cards;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Transport;

namespace AiNewsBot.Commands;

/// <summary>What is said to the one who asked alone.</summary>
public static class Answered
{
    /// <summary>Why there is no answer.</summary>
    public static Reply Refused(Answer refusal) => new Reply.Show(AnswerCards.Of(refusal), IsPrivate: true);

    /// <summary>A sentence.</summary>
    public static Reply Say(string text) => new Reply.Show(new CardWriter(VerdictStyle.Accent(null)).Add(Markdown.Escape(text)).ToCard(), IsPrivate: true);
}
