using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Answering;

/// <summary>What is said to the one who asked alone.</summary>
internal static class Replies
{
    /// <summary>Why there is no answer.</summary>
    /// <param name="refusal">Why.</param>
    /// <param name="choose">What a press of a choice shows; null where it describes the choice.</param>
    public static Reply Refusal(Answer refusal, Func<SubjectView, AnswerReference>? choose = null) =>
        new Reply.Show(AnswerCards.Create(refusal, new CardOptions { Choose = choose }), IsPrivate: true);

    /// <summary>Why nothing was changed.</summary>
    public static Reply Ephemeral(Refusal refusal) => Ephemeral(RefusalText.Create(refusal));

    /// <summary>What begins a reply that shows how something is now.</summary>
    public static string Outcome(bool isChanged) =>
        isChanged ? ChatTexts.Current["outcome.changed"] : $"{RefusalText.Unchanged} {ChatTexts.Current["outcome.still"]}";

    /// <summary>A sentence.</summary>
    public static Reply Ephemeral(string text) =>
        new Reply.Show(new CardWriter(VerdictStyle.Accent(null)).Add(Markdown.Escape(text)).ToCard(), IsPrivate: true);
}
