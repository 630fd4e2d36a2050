using AiNewsBot.Cards;
using AiNewsBot.Facts;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Transport;

namespace AiNewsBot.Answering;

/// <summary>The buttons below answers: each opens another view of the same subject, for the one who pressed it.</summary>
public sealed class AnswerButtons(SnapshotHolder snapshots, TimeProvider time)
{
    public Reply Press(Request request)
    {
        var (action, id) = ButtonId.Parse(request.Name);
        var snapshot = snapshots.Current;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (snapshot.Facts.Find(id) is not { } subject || View(snapshot.Answerer, action, subject, today) is not { } answer)
            return new Reply.Show(new CardWriter(VerdictStyle.Accent(null)).Add("This button speaks of something that is no longer known here. Ask anew with /ask.").ToCard(), IsPrivate: true);
        return new Reply.Show(AnswerCards.Of(answer), IsPrivate: true);
    }

    private static Answer? View(Answerer answerer, string action, SubjectView subject, DateOnly today) => action switch
    {
        ButtonId.Model => answerer.Describe(subject, today),
        ButtonId.Timeline => answerer.View(subject, Intent.Timeline, today),
        ButtonId.Licence => answerer.View(subject, Intent.Licence, today),
        _ => null,
    };
}
